package org.riskmap.style;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.factory.CommonFactoryFinder;
import org.jspecify.annotations.Nullable;
import org.riskmap.filter.Filters;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.XmlElement;
import org.w3c.dom.CDATASection;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Reads parameter values: text mixed with expressions (SLD 1.0, 11.3.2: ParameterValueType). */
final class Values {

    static final FilterFactory FACTORY = CommonFactoryFinder.getFilterFactory();

    private final String input;

    Values(String input) {
        this.input = input;
    }

    static Literal literal(Object value) {
        return FACTORY.literal(value);
    }

    /** The value of an element: a literal without surrounding blanks, one expression, or the pieces put together. */
    Expression value(XmlElement element) {
        List<Expression> pieces = pieces(element);
        if (pieces.isEmpty()) {
            return literal("");
        }
        return pieces.size() == 1 ? pieces.get(0) : FACTORY.function("Concatenate", pieces.toArray(Expression[]::new));
    }

    /** The value of a child element; null where it is missing or empty. */
    @Nullable
    Expression optional(XmlElement parent, String child) {
        return parent.child(child)
                .filter(element -> !pieces(element).isEmpty())
                .map(this::value)
                .orElse(null);
    }

    /** The value of a child element. */
    Expression valueOr(XmlElement parent, String child, Object absent) {
        Expression value = optional(parent, child);
        return value == null ? literal(absent) : value;
    }

    /**
     * Text and expressions in their order. Runs of blanks in plain text count as one, and none at the ends of the value;
     * CDATA stays as it is.
     */
    List<Expression> pieces(XmlElement element) {
        List<Expression> pieces = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Node node = element.dom().getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof CDATASection verbatim) {
                text.append(verbatim.getData());
            } else if (node instanceof Text plain) {
                text.append(blanksAsOne(plain));
            } else if (node instanceof Element expression) {
                flush(text, pieces);
                pieces.add(Filters.xmlExpression(input, expression));
            }
        }
        flush(text, pieces);
        return pieces;
    }

    /** A text in which {@code ${…}} holds ECQL expressions, as GeoServer reads addresses and names of marks. */
    Expression template(XmlElement element, String text) {
        List<Expression> pieces = new ArrayList<>();
        int at = 0;
        for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", at)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw invalid(element, "'" + text + "' opens ${ without }", "close it");
            }
            if (open > at) {
                pieces.add(literal(text.substring(at, open)));
            }
            pieces.add(Filters.ecqlExpression(input, text.substring(open + 2, close)));
            at = close + 1;
        }
        if (at < text.length()) {
            pieces.add(literal(text.substring(at)));
        }
        if (pieces.isEmpty()) {
            return literal(text);
        }
        return pieces.size() == 1 ? pieces.get(0) : FACTORY.function("Concatenate", pieces.toArray(Expression[]::new));
    }

    private static String blanksAsOne(Text plain) {
        String text = plain.getData().replaceAll("\\s+", " ");
        if (isEdge(plain.getPreviousSibling(), true)) {
            text = text.stripLeading();
        }
        return isEdge(plain.getNextSibling(), false) ? text.stripTrailing() : text;
    }

    private static boolean isEdge(@Nullable Node neighbour, boolean before) {
        Node node = neighbour;
        while (node != null
                && node instanceof Text text
                && !(node instanceof CDATASection)
                && text.getData().isBlank()) {
            node = before ? node.getPreviousSibling() : node.getNextSibling();
        }
        return node == null;
    }

    private static void flush(StringBuilder text, List<Expression> pieces) {
        if (!text.isEmpty()) {
            pieces.add(literal(text.toString()));
            text.setLength(0);
        }
    }

    /** A number that must be written out. */
    double number(XmlElement element) {
        try {
            return Double.parseDouble(element.text());
        } catch (NumberFormatException notANumber) {
            throw invalid(element, "'" + element.text() + "' is not a number", "write a number");
        }
    }

    InvalidInput invalid(XmlElement element, String what, String remedy) {
        return new InvalidInput(input, "line " + element.line() + ", <" + element.name() + ">: " + what, remedy);
    }
}
