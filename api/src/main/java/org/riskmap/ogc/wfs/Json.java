package org.riskmap.ogc.wfs;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** JSON as text. */
final class Json {

    private Json() {}

    static void string(StringBuilder to, String value) {
        to.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> to.append("\\\"");
                case '\\' -> to.append("\\\\");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                case '\t' -> to.append("\\t");
                default -> {
                    if (c < ' ' || c == '\u2028' || c == '\u2029') {
                        to.append(String.format("\\u%04x", (int) c));
                    } else {
                        to.append(c);
                    }
                }
            }
        }
        to.append('"');
    }

    static void value(StringBuilder to, @Nullable Object value) {
        if (value == null) {
            to.append("null");
        } else if (value instanceof Boolean) {
            to.append(value);
        } else if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            to.append(Double.isFinite(number) ? value.toString() : "null");
        } else if (value instanceof BigDecimal decimal) {
            to.append(decimal.toPlainString());
        } else if (value instanceof Number) {
            to.append(value);
        } else {
            string(to, text(value));
        }
    }

    /** A value as text that means the same in every format: times are ISO 8601 in UTC. */
    static String text(Object value) {
        if (value instanceof OffsetDateTime time) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
