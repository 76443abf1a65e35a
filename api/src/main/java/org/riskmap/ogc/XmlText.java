package org.riskmap.ogc;

import java.util.ArrayDeque;
import java.util.Deque;

/** Builds a small XML document: elements in their order, attributes in theirs, everything escaped, indented by two. */
public final class XmlText {

    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** A line that stands before the root, such as a document type declaration, as it is. */
    public XmlText prologue(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** Opens an element. Attributes are names and values in turn. */
    public XmlText open(String name, String... attributes) {
        tag(name, attributes).append(">\n");
        open.push(name);
        return this;
    }

    /** Closes the element that was opened last. */
    public XmlText close() {
        String name = open.pop();
        indent().append("</").append(name).append(">\n");
        return this;
    }

    /** An element with text. Attributes are names and values in turn. */
    public XmlText text(String name, String value, String... attributes) {
        tag(name, attributes).append('>');
        escape(value);
        text.append("</").append(name).append(">\n");
        return this;
    }

    /** An element without content. Attributes are names and values in turn. */
    public XmlText empty(String name, String... attributes) {
        tag(name, attributes).append("/>\n");
        return this;
    }

    private StringBuilder tag(String name, String... attributes) {
        indent().append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            text.append('"');
        }
        return text;
    }

    private StringBuilder indent() {
        return text.append("  ".repeat(open.size()));
    }

    /** Characters that XML 1.0 does not allow become U+FFFD. */
    private void escape(String value) {
        value.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&apos;");
                default -> text.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        });
    }

    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }

    /** The document so far. */
    @Override
    public String toString() {
        return text.toString();
    }
}
