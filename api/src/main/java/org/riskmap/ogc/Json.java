package org.riskmap.ogc;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** JSON as text, appended to what is there. */
public final class Json {

    private static final String HEX = "0123456789abcdef";

    private Json() {}

    /** A JSON string. */
    public static void string(StringBuilder to, String value) {
        to.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> to.append("\\\"");
                case '\\' -> to.append("\\\\");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                case '\t' -> to.append("\\t");
                case '\u2028' -> to.append("\\u2028");
                case '\u2029' -> to.append("\\u2029");
                default -> {
                    if (c < ' ') {
                        to.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    } else {
                        to.append(c);
                    }
                }
            }
        }
        to.append('"');
    }

    /** Numbers and booleans as they are, what is not finite as null, all else as {@link #text}. */
    public static void value(StringBuilder to, @Nullable Object value) {
        if (value == null) {
            to.append("null");
        } else if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            to.append(Double.isFinite(number) ? value.toString() : "null");
        } else if (value instanceof BigDecimal decimal) {
            to.append(decimal.toPlainString());
        } else if (value instanceof Number || value instanceof Boolean) {
            to.append(value);
        } else {
            string(to, text(value));
        }
    }

    /** A value as text that means the same in every format: times are ISO 8601 in UTC, with 0, 3 or 6 digits of a second. */
    public static String text(Object value) {
        if (value instanceof OffsetDateTime time) {
            return DateTimeFormatter.ISO_INSTANT.format(time);
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
