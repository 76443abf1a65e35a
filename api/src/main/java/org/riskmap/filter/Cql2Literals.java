package org.riskmap.filter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.InvalidInput;

/**
 * What both encodings of CQL2 write as values, and the limits of both: {@value EcqlReader#LONGEST} characters,
 * {@value EcqlReader#DEEPEST} levels, {@value #MOST_VALUES} values.
 */
final class Cql2Literals {

    static final int MOST_VALUES = 5000;

    private static final int MOST_DIGITS = 400;

    private final String input;
    private int values;
    private int depth;

    Cql2Literals(String input, String text) {
        this.input = input;
        if (text.length() > EcqlReader.LONGEST) {
            throw refused(
                    "it has " + text.length() + " characters",
                    "send at most " + EcqlReader.LONGEST + ", or use a spatial condition instead of a list");
        }
        if (text.isBlank()) {
            throw refused("it is empty", "write a condition such as capacity > 100");
        }
    }

    InvalidInput refused(String problem, String remedy) {
        return new InvalidInput(input, problem, remedy);
    }

    /** Goes one level down; refused where that is too deep. */
    void down() {
        if (++depth > EcqlReader.DEEPEST) {
            throw EcqlReader.tooDeep(input);
        }
    }

    void up() {
        depth--;
    }

    private void count() {
        if (++values > MOST_VALUES) {
            throw refused("it has more than " + MOST_VALUES + " values", "ask several times, or with a range");
        }
    }

    Cql2 text(String value) {
        count();
        if (value.indexOf('\0') >= 0) {
            throw refused("a text has the character U+0000", "leave it out");
        }
        return new Cql2.Text(value);
    }

    Cql2.Numeral number(String digits) {
        count();
        try {
            BigDecimal number = new BigDecimal(digits);
            if (Math.abs((long) number.scale()) + number.precision() <= MOST_DIGITS) {
                return new Cql2.Numeral(number);
            }
        } catch (NumberFormatException | ArithmeticException malformed) {
            throw refused("'" + digits + "' is not a number", "write it as 12, 1.5 or 1e3");
        }
        throw refused("the number '" + digits + "' is out of range", "write one of ordinary size");
    }

    Cql2 date(String text) {
        return moment(text, text.matches("\\d{4}-\\d{2}-\\d{2}"), "a date", "DATE('2024-07-01')");
    }

    Cql2 timestamp(String text) {
        boolean zoned = text.indexOf('T') > 0 && text.endsWith("Z");
        return moment(text, zoned, "a time stamp in UTC", "TIMESTAMP('2024-07-01T08:00:00Z')");
    }

    private Cql2 moment(String text, boolean rightForm, String what, String example) {
        count();
        Instant instant = rightForm ? Moments.parse(text) : null;
        if (instant == null) {
            throw refused("'" + text + "' is not " + what, "write it as " + example);
        }
        return new Cql2.Moment(instant);
    }

    /** An end of an interval that is written as text: a date, a time stamp or {@code ..}. */
    Cql2 end(String text) {
        if (text.equals("..") || text.isEmpty()) {
            return new Cql2.Open();
        }
        return text.indexOf('T') > 0 ? timestamp(text) : date(text);
    }

    Cql2 interval(Cql2 begin, Cql2 end) {
        if (begin instanceof Cql2.Moment a && end instanceof Cql2.Moment b && a.at().isAfter(b.at())) {
            throw refused("an interval ends before it begins", "swap its ends");
        }
        return new Cql2.Interval(begin, end);
    }

    /** Four numbers, or six of which the third and the last are heights and not regarded. */
    Cql2 bbox(double[] numbers) {
        count();
        if (numbers.length != 4 && numbers.length != 6) {
            throw refused("BBOX has " + numbers.length + " numbers", "write its four corners' coordinates");
        }
        int half = numbers.length / 2;
        if (!(numbers[0] <= numbers[half] && numbers[1] <= numbers[half + 1])) {
            throw refused(
                    "the lower corner of BBOX is not below the upper",
                    "swap the corners; across the date line join two boxes by OR");
        }
        return new Cql2.Shape(
                Placement.box(new Envelope(numbers[0], numbers[1], numbers[half], numbers[half + 1]), null));
    }

    Cql2 shape(Geometry geometry) {
        count();
        for (Coordinate position : geometry.getCoordinates()) {
            if (!Double.isFinite(position.x) || !Double.isFinite(position.y)) {
                throw refused("a coordinate of a geometry is not a finite number", "correct it");
            }
        }
        if (geometry.isEmpty()) {
            throw refused("a geometry is empty", "give it coordinates");
        }
        return new Cql2.Shape(geometry);
    }

    private static final Map<String, Integer> ARGUMENTS = Map.ofEntries(
            Map.entry("not", 1),
            Map.entry("=", 2),
            Map.entry("<>", 2),
            Map.entry("<", 2),
            Map.entry("<=", 2),
            Map.entry(">", 2),
            Map.entry(">=", 2),
            Map.entry("like", 2),
            Map.entry("between", 3),
            Map.entry("in", 2),
            Map.entry("isnull", 1),
            Map.entry("casei", 1),
            Map.entry("+", 2),
            Map.entry("-", 2),
            Map.entry("*", 2),
            Map.entry("/", 2));

    /** A call whose number of arguments is right, where its name tells. */
    Cql2.Call call(String name, java.util.List<Cql2> arguments) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean joins = lower.equals("and") || lower.equals("or");
        Integer wanted = lower.startsWith("s_") || lower.startsWith("t_") ? Integer.valueOf(2) : ARGUMENTS.get(lower);
        if (joins && arguments.size() < 2 || wanted != null && wanted != arguments.size()) {
            throw refused(
                    "'" + name + "' has " + arguments.size() + " arguments",
                    "give it " + (joins ? "two or more" : wanted.toString()));
        }
        return new Cql2.Call(lower, arguments);
    }
}
