package org.riskmap.filter;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.And;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.filter.FilterFactoryImpl;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.InvalidInput;

/** ECQL text to filters and expressions by GeoTools' parser, with limits on length and nesting. */
final class EcqlReader {

    static final int LONGEST = 100_000;
    static final int DEEPEST = 200;

    private EcqlReader() {}

    static Filter filter(String input, String text) {
        return read(input, text, factory -> ECQL.toFilter(EcqlNames.quoted(text), factory));
    }

    static Expression expression(String input, String text) {
        return read(input, text, factory -> ECQL.toExpression(EcqlNames.quoted(text), factory));
    }

    private interface Parse<T> {
        T with(Factory factory) throws CQLException;
    }

    private static <T> T read(String input, String text, Parse<T> parse) {
        refuseTooLong(input, text);
        try {
            T parsed = parse.with(new Factory(input));
            if (parsed == null) {
                throw new InvalidInput(input, "it is empty", "write a condition such as capacity > 100");
            }
            Nesting.check(input, parsed);
            return parsed;
        } catch (CQLException unreadable) {
            throw new InvalidInput(
                    input,
                    "'" + shortened(text) + "' is not ECQL: " + firstLine(unreadable),
                    "names that are not plain ASCII stand in double quotes, texts in single quotes");
        } catch (StackOverflowError nested) {
            throw tooDeep(input);
        } catch (IllegalArgumentException | UnsupportedOperationException | NullPointerException refused) {
            throw new InvalidInput(
                    input, "'" + shortened(text) + "' is not ECQL: " + refused.getMessage(), "correct it");
        }
    }

    static InvalidInput tooDeep(String input) {
        return new InvalidInput(
                input, "it is nested more than " + DEEPEST + " deep", "write the condition with fewer brackets");
    }

    private static void refuseTooLong(String input, String text) {
        if (text.length() > LONGEST) {
            throw new InvalidInput(
                    input,
                    "it has " + text.length() + " characters",
                    "send at most " + LONGEST + ", or use a spatial condition instead of a list");
        }
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(' && ++depth > DEEPEST) {
                throw tooDeep(input);
            } else if (c == ')') {
                depth--;
            }
        }
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    private static String firstLine(CQLException error) {
        String message = String.valueOf(error.getMessage());
        int end = message.indexOf('\n');
        return (end < 0 ? message : message.substring(0, end))
                .replaceAll("\\s*Parsing : .*", "")
                .strip();
    }

    /** Builds what the parser asks for: flat lists of And and Or, plain property names, boxes that keep our Crs. */
    private static final class Factory extends FilterFactoryImpl {
        private final String input;

        Factory(String input) {
            this.input = input;
        }

        @Override
        public And and(Filter left, Filter right) {
            return and(joined(left, right, And.class));
        }

        @Override
        public Or or(Filter left, Filter right) {
            return or(joined(left, right, Or.class));
        }

        private static List<Filter> joined(
                Filter left, Filter right, Class<? extends org.geotools.api.filter.BinaryLogicOperator> kind) {
            List<Filter> children = new ArrayList<>();
            for (Filter side : List.of(left, right)) {
                if (kind.isInstance(side)) {
                    children.addAll(kind.cast(side).getChildren());
                } else {
                    children.add(side);
                }
            }
            return children;
        }

        @Override
        public PropertyName property(String name) {
            return super.property(PropertyNames.plain(name));
        }

        @Override
        public BBOX bbox(
                Expression geometry, double minX, double minY, double maxX, double maxY, @Nullable String srs) {
            if (!(minX <= maxX && minY <= maxY)) {
                throw new InvalidInput(input, "the lower corner of BBOX is not below the upper", "swap the corners");
            }
            @Nullable Crs crs = srs == null || srs.isEmpty() ? null : SrsName.parse(input, srs);
            return bbox(geometry, literal(Placement.box(new Envelope(minX, minY, maxX, maxY), crs)));
        }

        @Override
        public BBOX bbox(String geometry, double minX, double minY, double maxX, double maxY, @Nullable String srs) {
            return bbox(property(geometry), minX, minY, maxX, maxY, srs);
        }
    }
}
