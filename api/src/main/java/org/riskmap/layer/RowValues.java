package org.riskmap.layer;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.postgis.TableShape.Column;

/** A property's value as what is bound for its column, and the SQL that takes it. */
final class RowValues {

    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name", "uuid");

    private RowValues() {}

    /** A placeholder, wrapped so that PostgreSQL has the column's own type. */
    static String placeholder(Column column) {
        if (!column.isGeometry()) {
            return "cast(? as " + (column.sqlType().equals("bpchar") ? "text" : column.sqlType()) + ")";
        }
        String geometry = "ST_GeomFromWKB(?, " + column.srid() + ")";
        return isMulti(column) ? "ST_Multi(" + geometry + ")" : geometry;
    }

    /** @throws InvalidInput naming the property, where the value is not one of the column's type */
    static @Nullable Object bound(Column column, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (column.isGeometry()) {
            return geometry(column, value);
        }
        if (value instanceof Geometry) {
            throw refused(column, "a geometry", "give " + column.sqlType());
        }
        String text = value.toString();
        try {
            return TEXTS.contains(column.sqlType()) ? noNul(column, text) : simple(column, text.strip());
        } catch (NumberFormatException | DateTimeException unreadable) {
            throw refused(column, "'" + text + "'", "give " + column.sqlType());
        }
    }

    private static String noNul(Column column, String text) {
        if (text.indexOf('\0') >= 0) {
            throw refused(column, "a text with U+0000", "leave that character out");
        }
        return text;
    }

    private static @Nullable Object simple(Column column, String text) {
        if (text.isEmpty()) {
            return null; // an empty element of a type that has no empty value
        }
        return switch (column.sqlType()) {
            case "int2" -> Short.valueOf(text);
            case "int4" -> Integer.valueOf(text);
            case "int8" -> Long.valueOf(text);
            case "numeric" -> new BigDecimal(text);
            case "float4", "float8" -> real(column, text);
            case "bool" -> truth(column, text);
            case "date" -> LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
            case "timestamp", "timestamptz" -> moment(text);
            default -> throw refused(column, "a value of type " + column.sqlType(), "change it in the database");
        };
    }

    private static Double real(Column column, String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw refused(column, "'" + text + "'", "give a finite number");
        }
        return number;
    }

    private static Boolean truth(Column column, String text) {
        return switch (text) {
            case "true", "1" -> Boolean.TRUE;
            case "false", "0" -> Boolean.FALSE;
            default -> throw refused(column, "'" + text + "'", "give true or false");
        };
    }

    /** Without a zone it is UTC; a date is its first moment. */
    private static OffsetDateTime moment(String text) {
        if (text.length() <= 10) {
            return OffsetDateTime.parse(text + "T00:00:00Z");
        }
        boolean zoned = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d$");
        return OffsetDateTime.parse(zoned ? text : text + "Z");
    }

    private static byte[] geometry(Column column, Object value) {
        if (!(value instanceof Geometry geometry)) {
            throw refused(column, "'" + value + "'", "give a geometry");
        }
        Geometry simple = isMulti(column) || geometry.getNumGeometries() != 1 ? geometry : geometry.getGeometryN(0);
        String wanted = String.valueOf(column.geometryType()).replaceFirst("Z?M?$", "");
        String given = simple.getGeometryType();
        boolean fits = wanted.equals("Geometry") || wanted.equals(given) || wanted.equals("Multi" + given);
        if (!fits) {
            throw refused(column, "a " + given, "give a " + wanted);
        }
        return new WKBWriter().write(simple);
    }

    private static boolean isMulti(Column column) {
        return String.valueOf(column.geometryType()).startsWith("Multi");
    }

    private static InvalidInput refused(Column column, String what, String remedy) {
        return new InvalidInput(column.name(), what + " is not a value for it", remedy);
    }
}
