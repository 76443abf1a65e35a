package org.riskmap.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.riskmap.kernel.Feature;
import tools.jackson.databind.JsonNode;

/**
 * JSON text (RFC 8259) that depends on nothing but the value: no spaces, numbers in plain decimals whatever the Java
 * version. Members keep the order of their map, or are sorted with {@link #sorted}; those of a map that has no order
 * ({@code Map.of}, {@code HashMap}) are always sorted by name.
 *
 * <p>Rounding: whole numbers are written whole; a {@code double} to 15 significant digits; a {@link BigDecimal} exactly,
 * trailing zeros dropped (producers round with {@link #decimals}); coordinates of geometries to {@value #DEGREE_DIGITS}
 * decimals of a degree (0.1 mm). There is no way to write NaN or infinity: they fail.
 */
public final class CanonicalJson {

    /** Decimals of a coordinate in degrees. */
    public static final int DEGREE_DIGITS = 9;

    private static final int[] TENS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    /** Their order differs from one run of the program to the next, or with the history of the map. */
    private static final Set<Class<?>> UNORDERED = Set.of(Map.of("a", 1, "b", 2).getClass(), HashMap.class);

    /** Fewer features are written by one thread. */
    private static final int MANY_FEATURES = 64;

    private static final MathContext DOUBLE_DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    private final StringBuilder text = new StringBuilder();
    private final boolean sortMembers;

    private CanonicalJson(boolean sortMembers) {
        this.sortMembers = sortMembers;
    }

    /**
     * The text of a value, members in the order of their map.
     *
     * @param value null, Boolean, a number, CharSequence, Map with String keys, Iterable, array of Object, {@link JsonNode},
     *     {@link Geometry} (GeoJSON, RFC 7946), {@link Feature} (GeoJSON)
     * @throws IllegalArgumentException for another type, NaN or infinity
     */
    public static String text(@Nullable Object value) {
        return new CanonicalJson(false).write(value).text.toString();
    }

    /** The text of a value with members sorted by name, so that equal values have equal texts. */
    public static String sorted(@Nullable Object value) {
        return new CanonicalJson(true).write(value).text.toString();
    }

    /** The text of {@code {"type":"FeatureCollection","features":[…]}}. */
    public static String featureCollection(List<Feature> features) {
        String start = "{\"type\":\"FeatureCollection\",\"features\":[";
        if (features.size() < MANY_FEATURES) {
            return features.stream().map(CanonicalJson::text).collect(Collectors.joining(",", start, "]}"));
        }
        return features.parallelStream().map(CanonicalJson::text).collect(Collectors.joining(",", start, "]}"));
    }

    /** A number rounded half to even at so many decimals. */
    public static BigDecimal decimals(double value, int digits) {
        return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN);
    }

    /** SHA-256 of a text's UTF-8 bytes, 64 hex digits. */
    public static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private CanonicalJson write(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof CharSequence characters) {
            string(characters);
        } else if (value instanceof JsonNode node) {
            node(node);
        } else if (value instanceof Map<?, ?> members) {
            object(members);
        } else if (value instanceof Iterable<?> items) {
            array(items);
        } else if (value instanceof Feature feature) {
            feature(feature);
        } else if (value instanceof Geometry geometry) {
            geometry(geometry);
        } else {
            throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
        return this;
    }

    private void node(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> members = new java.util.LinkedHashMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            object(members);
        } else if (node.isArray()) {
            array(node);
        } else if (node.isNumber()) {
            number(node.numberValue());
        } else if (node.isString()) {
            string(node.asString());
        } else if (node.isBoolean()) {
            text.append(node.asBoolean());
        } else if (node.isNull()) {
            text.append("null");
        } else {
            throw new IllegalArgumentException("no JSON for " + node.getNodeType());
        }
    }

    private void object(Map<?, ?> members) {
        char before = '{';
        boolean sorted = sortMembers || UNORDERED.contains(members.getClass());
        for (Map.Entry<?, ?> member : (sorted ? new TreeMap<>(members) : members).entrySet()) {
            text.append(before);
            string((CharSequence) member.getKey());
            text.append(':');
            write(member.getValue());
            before = ',';
        }
        text.append(before == '{' ? "{}" : "}");
    }

    private void array(Iterable<?> items) {
        char before = '[';
        for (Object item : items) {
            text.append(before);
            write(item);
            before = ',';
        }
        text.append(before == '[' ? "[]" : "]");
    }

    private void number(Number number) {
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("JSON has no " + value);
            }
            decimal(new BigDecimal(value).round(DOUBLE_DIGITS));
        } else if (number instanceof BigDecimal decimal) {
            decimal(decimal);
        } else {
            text.append(number);
        }
    }

    private void decimal(BigDecimal value) {
        text.append(value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
    }

    private void string(CharSequence characters) {
        text.append('"');
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < 0x20) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }

    private void feature(Feature feature) {
        text.append("{\"type\":\"Feature\",\"id\":");
        string(feature.id());
        text.append(",\"geometry\":");
        geometry(feature.geometry());
        text.append(",\"properties\":");
        object(feature.properties());
        text.append('}');
    }

    private void geometry(@Nullable Geometry geometry) {
        if (geometry == null) {
            text.append("null");
            return;
        }
        text.append("{\"type\":\"").append(geometry.getGeometryType());
        text.append(isCollection(geometry) ? "\",\"geometries\":" : "\",\"coordinates\":");
        coordinates(geometry);
        text.append('}');
    }

    private static boolean isCollection(Geometry geometry) {
        return geometry.getClass() == GeometryCollection.class;
    }

    private void coordinates(Geometry geometry) {
        if (geometry instanceof Point point) {
            if (point.isEmpty()) {
                text.append("[]");
            } else {
                position(point.getCoordinate());
            }
        } else if (geometry instanceof LineString line) {
            positions(line.getCoordinates());
        } else if (geometry instanceof Polygon polygon) {
            rings(polygon);
        } else {
            parts(geometry, isCollection(geometry));
        }
    }

    private void parts(Geometry geometry, boolean whole) {
        if (!whole
                && !(geometry instanceof MultiPoint
                        || geometry instanceof MultiLineString
                        || geometry instanceof MultiPolygon)) {
            throw new IllegalArgumentException("no GeoJSON for " + geometry.getGeometryType());
        }
        text.append('[');
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            text.append(i == 0 ? "" : ",");
            if (whole) {
                geometry(geometry.getGeometryN(i));
            } else {
                coordinates(geometry.getGeometryN(i));
            }
        }
        text.append(']');
    }

    private void rings(Polygon polygon) {
        text.append('[');
        if (!polygon.isEmpty()) {
            positions(polygon.getExteriorRing().getCoordinates());
        }
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            text.append(',');
            positions(polygon.getInteriorRingN(i).getCoordinates());
        }
        text.append(']');
    }

    private void positions(Coordinate[] positions) {
        text.append('[');
        for (int i = 0; i < positions.length; i++) {
            text.append(i == 0 ? "" : ",");
            position(positions[i]);
        }
        text.append(']');
    }

    private void position(Coordinate position) {
        text.append('[');
        degrees(position.x);
        text.append(',');
        degrees(position.y);
        text.append(']');
    }

    /** A coordinate to {@value #DEGREE_DIGITS} decimals, without BigDecimal: there are millions of them. */
    private void degrees(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no " + value);
        }
        if (Math.abs(value) > 1e6) {
            decimal(decimals(value, DEGREE_DIGITS));
            return;
        }
        long scaled = (long) Math.rint(value * 1e9);
        if (scaled < 0) {
            text.append('-');
        }
        long whole = Math.abs(scaled) / 1_000_000_000L;
        int fraction = (int) (Math.abs(scaled) % 1_000_000_000L);
        text.append(whole);
        if (fraction != 0) {
            int digits = DEGREE_DIGITS;
            while (fraction % 10 == 0) {
                fraction /= 10;
                digits--;
            }
            text.append('.');
            for (int power = TENS[digits - 1]; power > 0; power /= 10) {
                text.append((char) ('0' + fraction / power % 10));
            }
        }
    }
}
