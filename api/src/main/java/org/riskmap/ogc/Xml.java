package org.riskmap.ogc;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Writes XML in UTF-8: elements that are open are remembered, texts are escaped, characters that XML 1.0 cannot hold become
 * U+FFFD. What is written goes to a builder that somebody else may empty meanwhile, such as that of {@link TextOut}.
 */
public final class Xml {

    private final StringBuilder to;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean startIsOpen;

    private Xml(StringBuilder to) {
        this.to = to;
    }

    /** A document that begins with its declaration. */
    public static Xml document(StringBuilder to) {
        to.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        return new Xml(to);
    }

    /** A line that stands before the root, such as a document type declaration, as it is. */
    public Xml prologue(String line) {
        to.append(line).append('\n');
        return this;
    }

    /** Opens an element. Attributes are names and values in turn; one whose value is null is left out. */
    public Xml start(String name, @Nullable String... attributes) {
        closeStart();
        to.append('<').append(name);
        open.push(name);
        startIsOpen = true;
        return with(attributes);
    }

    /** Further attributes of the element that was just started. */
    public Xml with(@Nullable String... attributes) {
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            String value = attributes[i + 1];
            if (value != null) {
                to.append(' ').append(attributes[i]).append("=\"");
                escape(value, true);
                to.append('"');
            }
        }
        return this;
    }

    /** Closes the element that was opened last. */
    public Xml end() {
        String name = open.pop();
        if (startIsOpen) {
            to.append("/>");
            startIsOpen = false;
        } else {
            to.append("</").append(name).append('>');
        }
        return this;
    }

    /** Ends as many elements as are open. */
    public void endAll() {
        while (!open.isEmpty()) {
            end();
        }
    }

    /** Text of the element that is open. */
    public Xml text(String text) {
        closeStart();
        escape(text, false);
        return this;
    }

    /** An element with text; null makes it empty. Attributes are names and values in turn. */
    public Xml element(String name, @Nullable String text, @Nullable String... attributes) {
        start(name, attributes);
        if (text != null) {
            text(text);
        }
        return end();
    }

    /** An element without content. Attributes are names and values in turn. */
    public Xml empty(String name, @Nullable String... attributes) {
        return start(name, attributes).end();
    }

    /** For characters that need no escape, such as numbers. */
    public StringBuilder plain() {
        closeStart();
        return to;
    }

    private void closeStart() {
        if (startIsOpen) {
            to.append('>');
            startIsOpen = false;
        }
    }

    private void escape(String text, boolean attribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                case '&' -> to.append("&amp;");
                case '"' -> to.append(attribute ? "&quot;" : "\"");
                case '\n', '\t' -> to.append(attribute ? "&#" + (int) c + ";" : String.valueOf(c));
                case '\r' -> to.append("&#13;");
                default -> to.append(allowed(text, i) ? c : '\uFFFD');
            }
        }
    }

    private static boolean allowed(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c >= ' ' && c != '\uFFFE' && c != '\uFFFF';
    }

    /** A column's name as an element's: what XML does not allow becomes {@code _}. */
    public static String name(String column) {
        StringBuilder name = new StringBuilder(column.length());
        for (int i = 0; i < column.length(); i++) {
            char c = column.charAt(i);
            boolean letter = Character.isLetter(c) || c == '_';
            boolean further = letter || Character.isDigit(c) || c == '-' || c == '.';
            if (i == 0 && further && !letter) {
                name.append('_');
            }
            name.append(further ? c : '_');
        }
        return name.toString();
    }

    /** What was written and not taken away yet. */
    @Override
    public String toString() {
        return to.toString();
    }
}
