package org.riskmap.ogc.wfs;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Writes XML: elements that are open are remembered, texts are escaped, characters that XML cannot hold become U+FFFD. */
final class Xml {

    private final TextOut out;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean startIsOpen;

    Xml(TextOut out) {
        this.out = out;
    }

    static Xml document(TextOut out) {
        out.say("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        return new Xml(out);
    }

    /** @param attributes names and values in turn; one whose value is null is left out */
    Xml start(String name, @Nullable String... attributes) {
        closeStart();
        out.text().append('<').append(name);
        open.push(name);
        startIsOpen = true;
        return with(attributes);
    }

    /** Further attributes of the element that was just started. */
    Xml with(@Nullable String... attributes) {
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            String value = attributes[i + 1];
            if (value != null) {
                out.text().append(' ').append(attributes[i]).append("=\"");
                escape(value, true);
                out.text().append('"');
            }
        }
        return this;
    }

    Xml end() {
        String name = open.pop();
        if (startIsOpen) {
            out.text().append("/>");
            startIsOpen = false;
        } else {
            out.text().append("</").append(name).append('>');
        }
        return this;
    }

    /** Ends as many elements as are open. */
    void endAll() {
        while (!open.isEmpty()) {
            end();
        }
    }

    Xml text(String text) {
        closeStart();
        escape(text, false);
        return this;
    }

    Xml element(String name, @Nullable String text, @Nullable String... attributes) {
        start(name, attributes);
        if (text != null) {
            text(text);
        }
        return end();
    }

    /** For characters that need no escape, such as numbers. */
    StringBuilder plain() {
        closeStart();
        return out.text();
    }

    TextOut out() {
        return out;
    }

    private void closeStart() {
        if (startIsOpen) {
            out.text().append('>');
            startIsOpen = false;
        }
    }

    private void escape(String text, boolean attribute) {
        StringBuilder to = out.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                case '&' -> to.append("&amp;");
                case '"' -> to.append(attribute ? "&quot;" : "\"");
                case '\n', '\t' -> to.append(attribute ? "&#" + (int) c + ";" : String.valueOf(c));
                case '\r' -> to.append("&#13;");
                default -> to.append(c < ' ' || c == '\uFFFE' || c == '\uFFFF' ? '\uFFFD' : c);
            }
        }
    }

    /** A column's name as an element's: what XML does not allow becomes {@code _}. */
    static String name(String column) {
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
}
