package org.riskmap.vectortile;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Keys and values of a layer, each written once and referred to by number (MVT 2.1, 4.4). */
final class Dictionary {

    private static final int KEYS = 3;
    private static final int VALUES = 4;

    private final Map<String, Integer> keys = new HashMap<>();
    private final Map<Object, Integer> values = new HashMap<>();
    private final Pbf written = new Pbf(256);
    private final Pbf value = new Pbf(64);

    /** Keys and values, ready to be part of a layer. */
    Pbf written() {
        return written;
    }

    /** Writes the tags of a feature. What has no value, and geometry, is left out. */
    void tags(Map<String, @Nullable Object> properties, Pbf tags) {
        for (Map.Entry<String, @Nullable Object> property : properties.entrySet()) {
            Object given = property.getValue();
            if (given == null || given instanceof Geometry || given instanceof byte[]) {
                continue;
            }
            tags.varint(key(property.getKey()));
            tags.varint(value(typed(given)));
        }
    }

    private int key(String name) {
        Integer known = keys.get(name);
        if (known != null) {
            return known;
        }
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        written.bytesField(KEYS, text, text.length);
        keys.put(name, keys.size());
        return keys.size() - 1;
    }

    private int value(Object typed) {
        Integer known = values.get(typed);
        if (known != null) {
            return known;
        }
        value.clear();
        write(typed);
        written.message(VALUES, value);
        values.put(typed, values.size());
        return values.size() - 1;
    }

    /** One of the types that the format has: text, float, double, whole number, truth. */
    private static Object typed(Object given) {
        if (given instanceof Integer || given instanceof Short || given instanceof Byte) {
            return ((Number) given).longValue();
        }
        if (given instanceof Long || given instanceof Double || given instanceof Float || given instanceof Boolean) {
            return given;
        }
        return given instanceof Number number ? (Object) number.doubleValue() : given.toString();
    }

    private void write(Object typed) {
        if (typed instanceof Long whole) {
            if (whole >= 0) {
                value.field(5, whole);
            } else {
                value.signedField(6, whole);
            }
        } else if (typed instanceof Double real) {
            value.doubleField(3, real);
        } else if (typed instanceof Float real) {
            value.floatField(2, real);
        } else if (typed instanceof Boolean truth) {
            value.field(7, truth ? 1 : 0);
        } else {
            byte[] text = typed.toString().getBytes(StandardCharsets.UTF_8);
            value.bytesField(1, text, text.length);
        }
    }
}
