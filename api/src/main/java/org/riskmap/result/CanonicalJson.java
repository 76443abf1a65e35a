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
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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

    /** Their order differs from one run of the program to the next, or with the history of the map. */
    private static final Set<Class<?>> UNORDERED = Set.of(Map.of("a", 1, "b", 2).getClass(), HashMap.class);

    /** Fewer features are written by one thread. */
    private static final int MANY_FEATURES = 64;

    private static final MathContext DOUBLE_DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    private final JsonText text = new JsonText();
    private final boolean sortMembers;

    private CanonicalJson(boolean sortMembers) {
        this.sortMembers = sortMembers;
    }

    /**
     * The text of a value, members in the order of their map.
     *
     * @param value null, Boolean, a number, CharSequence, Map with String keys, Iterable, array of Object, {@link JsonNode},
     *     {@link Geometry} (GeoJSON, RFC 7946), {@link Feature} (GeoJSON), {@link WrittenJson} (taken as it is)
     * @throws IllegalArgumentException for another type, NaN or infinity
     */
    public static String text(@Nullable Object value) {
        return new CanonicalJson(false).write(value).text.toString();
    }

    /** The same as {@link #text} for texts that are stored and sent. */
    public static WrittenJson written(@Nullable Object value) {
        return new CanonicalJson(false).write(value).text.written();
    }

    /** The text of a value with members sorted by name, so that equal values have equal texts. */
    public static String sorted(@Nullable Object value) {
        return new CanonicalJson(true).write(value).text.toString();
    }

    /** The text of {@code {"type":"FeatureCollection","features":[…]}}. */
    public static WrittenJson featureCollection(List<Feature> features) {
        return featureCollection(features.size(), features::get);
    }

    /**
     * The same for features that are made while they are written, by several threads.
     *
     * @param feature by its number, from 0
     */
    public static WrittenJson featureCollection(int count, IntFunction<Feature> feature) {
        IntStream numbers = IntStream.range(0, count);
        List<JsonText> written = (count < MANY_FEATURES ? numbers : numbers.parallel())
                .mapToObj(number -> new CanonicalJson(false).write(feature.apply(number)).text)
                .toList();
        JsonText whole = new JsonText().ascii("{\"type\":\"FeatureCollection\",\"features\":[");
        for (int i = 0; i < written.size(); i++) {
            whole.ascii(i == 0 ? "" : ",").all(written.get(i));
        }
        return whole.ascii("]}").written();
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
            text.ascii(String.valueOf(value));
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof CharSequence characters) {
            string(characters);
        } else if (value instanceof WrittenJson written) {
            text.all(written.bytes(), written.bytes().length);
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
            text.ascii(String.valueOf(node.asBoolean()));
        } else if (node.isNull()) {
            text.ascii("null");
        } else {
            throw new IllegalArgumentException("no JSON for " + node.getNodeType());
        }
    }

    private void object(Map<?, ?> members) {
        char before = '{';
        boolean sorted = sortMembers || UNORDERED.contains(members.getClass());
        for (Map.Entry<?, ?> member : (sorted ? new TreeMap<>(members) : members).entrySet()) {
            text.put(before);
            string((CharSequence) member.getKey());
            text.put(':');
            write(member.getValue());
            before = ',';
        }
        text.ascii(before == '{' ? "{}" : "}");
    }

    private void array(Iterable<?> items) {
        char before = '[';
        for (Object item : items) {
            text.put(before);
            write(item);
            before = ',';
        }
        text.ascii(before == '[' ? "[]" : "]");
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
            text.ascii(number.toString());
        }
    }

    private void decimal(BigDecimal value) {
        text.ascii(value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
    }

    private void string(CharSequence characters) {
        text.put('"');
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            if (c == '"' || c == '\\') {
                text.put('\\');
                text.put(c);
            } else if (c < 0x20) {
                text.ascii(String.format("\\u%04x", (int) c));
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < characters.length()
                    && Character.isLowSurrogate(characters.charAt(i + 1))) {
                text.codePoint(Character.toCodePoint(c, characters.charAt(++i)));
            } else {
                text.codePoint(Character.isSurrogate(c) ? '?' : c);
            }
        }
        text.put('"');
    }

    private void feature(Feature feature) {
        text.ascii("{\"type\":\"Feature\",\"id\":");
        string(feature.id());
        text.ascii(",\"geometry\":");
        geometry(feature.geometry());
        text.ascii(",\"properties\":");
        object(feature.properties());
        text.put('}');
    }

    private void geometry(@Nullable Geometry geometry) {
        if (geometry == null) {
            text.ascii("null");
            return;
        }
        text.ascii("{\"type\":\"").ascii(geometry.getGeometryType());
        text.ascii(isCollection(geometry) ? "\",\"geometries\":" : "\",\"coordinates\":");
        coordinates(geometry);
        text.put('}');
    }

    private static boolean isCollection(Geometry geometry) {
        return geometry.getClass() == GeometryCollection.class;
    }

    private void coordinates(Geometry geometry) {
        if (geometry instanceof Point point) {
            if (point.isEmpty()) {
                text.ascii("[]");
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
        text.put('[');
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            text.ascii(i == 0 ? "" : ",");
            if (whole) {
                geometry(geometry.getGeometryN(i));
            } else {
                coordinates(geometry.getGeometryN(i));
            }
        }
        text.put(']');
    }

    private void rings(Polygon polygon) {
        text.put('[');
        if (!polygon.isEmpty()) {
            positions(polygon.getExteriorRing().getCoordinates());
        }
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            text.put(',');
            positions(polygon.getInteriorRingN(i).getCoordinates());
        }
        text.put(']');
    }

    private void positions(Coordinate[] positions) {
        text.put('[');
        for (int i = 0; i < positions.length; i++) {
            text.ascii(i == 0 ? "" : ",");
            position(positions[i]);
        }
        text.put(']');
    }

    private void position(Coordinate position) {
        text.put('[');
        degrees(position.x);
        text.put(',');
        degrees(position.y);
        text.put(']');
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
        text.decimal((long) Math.rint(value * 1e9), DEGREE_DIGITS);
    }
}
