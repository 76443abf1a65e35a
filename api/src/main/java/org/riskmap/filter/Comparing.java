package org.riskmap.filter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Locale;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * How two values compare. A literal takes the type of what it is compared with, as GeoTools has it: the number 5 beside a
 * text is the text {@code 5}, the text {@code 5} beside a number is the number. Values that do not compare (null, a word
 * beside a number) are neither equal nor in order. Text is ordered by code point.
 */
final class Comparing {

    /** Which side of a comparison is a literal. */
    enum Literals {
        LEFT,
        RIGHT,
        NEITHER
    }

    private static final double LARGEST_EXACT_DOUBLE = 1L << 53;

    private Comparing() {}

    /** Case is ignored for equality alone, and only where the filter says so; order always tells capitals apart. */
    static boolean ignoresCase(BinaryComparisonOperator operator) {
        boolean equality = operator instanceof PropertyIsEqualTo || operator instanceof PropertyIsNotEqualTo;
        return equality && !operator.isMatchingCase();
    }

    /** Negative, zero or positive; null where the two do not compare. */
    static @Nullable Integer compare(
            @Nullable Object left, @Nullable Object right, Literals literals, boolean ignoreCase) {
        if (left == null || right == null) {
            return null;
        }
        if (left instanceof Number a && right instanceof Number b) {
            return numbers(a, b);
        }
        if (left instanceof Number && right instanceof String || left instanceof String && right instanceof Number) {
            return numberAndText(left, right, literals, ignoreCase);
        }
        if (left instanceof Boolean || right instanceof Boolean) {
            return booleans(left, right);
        }
        if (Moments.isTime(left) || Moments.isTime(right)) {
            Instant a = Moments.of(left);
            Instant b = Moments.of(right);
            return a == null || b == null ? null : Integer.valueOf(a.compareTo(b));
        }
        if (left instanceof Geometry a) {
            return right instanceof Geometry b && a.equalsExact(b) ? 0 : null;
        }
        return texts(left.toString(), right.toString(), ignoreCase);
    }

    private static @Nullable Integer numberAndText(Object left, Object right, Literals literals, boolean ignoreCase) {
        Object literal = literals == Literals.LEFT ? left : right;
        if (literals != Literals.NEITHER && literal instanceof Number) {
            return texts(text(left), text(right), ignoreCase);
        }
        Number a = number(left);
        Number b = number(right);
        return a == null || b == null ? null : Integer.valueOf(numbers(a, b));
    }

    private static @Nullable Integer booleans(Object left, Object right) {
        Boolean a = bool(left);
        Boolean b = bool(right);
        return a == null || b == null ? null : Integer.valueOf(a.compareTo(b));
    }

    static int texts(String left, String right, boolean ignoreCase) {
        if (ignoreCase) {
            return texts(left.toLowerCase(Locale.ROOT), right.toLowerCase(Locale.ROOT), false);
        }
        int i = 0;
        int shorter = Math.min(left.length(), right.length());
        while (i < shorter && left.charAt(i) == right.charAt(i)) {
            i++;
        }
        if (i == shorter) {
            return left.length() - right.length();
        }
        int from = i > 0 && Character.isLowSurrogate(left.charAt(i)) ? i - 1 : i;
        return left.codePointAt(from) - right.codePointAt(from);
    }

    private static int numbers(Number left, Number right) {
        if (integral(left) && integral(right)) {
            return Long.compare(left.longValue(), right.longValue());
        }
        if (left instanceof Float || right instanceof Float) {
            return Float.compare(left.floatValue(), right.floatValue());
        }
        if (exact(left) && exact(right)) {
            return decimal(left).compareTo(decimal(right));
        }
        if (left instanceof BigDecimal || right instanceof BigDecimal) {
            return finite(left) && finite(right)
                    ? decimal(left).compareTo(decimal(right))
                    : Double.compare(left.doubleValue(), right.doubleValue());
        }
        return Double.compare(left.doubleValue() + 0.0, right.doubleValue() + 0.0);
    }

    private static boolean integral(Number number) {
        return number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte;
    }

    private static boolean exact(Number number) {
        return integral(number) || number instanceof BigDecimal || number instanceof BigInteger;
    }

    private static boolean finite(Number number) {
        return exact(number) || Double.isFinite(number.doubleValue());
    }

    static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }

    /** The same number as a {@code Long} where every double tells it from its neighbours: it compares alike, and faster. */
    static @Nullable Number narrow(@Nullable Number number) {
        if (number == null || Math.abs(number.doubleValue()) > LARGEST_EXACT_DOUBLE) {
            return number;
        }
        long whole = number.longValue();
        return decimal(number).compareTo(BigDecimal.valueOf(whole)) == 0 ? Long.valueOf(whole) : number;
    }

    /** The number that a value is or spells; null where it spells none. */
    static @Nullable Number number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number;
        }
        if (value instanceof String text) {
            try {
                return new BigDecimal(text.strip());
            } catch (NumberFormatException word) {
                return null; // told to the caller as null
            }
        }
        return null;
    }

    /** True or false, 1 or 0, t or f, yes or no, on or off; null for anything else. */
    static @Nullable Boolean bool(@Nullable Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        }
        return switch (value == null ? "" : value.toString().toLowerCase(Locale.ROOT)) {
            case "true", "t", "1", "yes", "y", "on" -> Boolean.TRUE;
            case "false", "f", "0", "no", "n", "off" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** A value as text; a whole number without a decimal point however it was written. */
    static String text(Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
