package org.riskmap.vectortile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
    private final WholeNumbers wholes = new WholeNumbers();
    private int count;
    private @Nullable String[] lastNames = new @Nullable String[8];
    private int[] lastKeys = new int[8];
    private int place;
    private final Pbf written = new Pbf(256);
    private final Pbf value = new Pbf(64);

    /** Keys and values, ready to be part of a layer. */
    Pbf written() {
        return written;
    }

    /** Writes the tags of a feature. What has no value, and geometry, is left out. */
    void tags(Map<String, @Nullable Object> properties, Pbf tags) {
        place = 0;
        properties.forEach((name, given) -> {
            int key = place++;
            if (given != null && !(given instanceof Geometry) && !(given instanceof byte[])) {
                tags.varint(key(key, name));
                tags.varint(value(given));
            }
        });
    }

    /** @param at which of the feature's properties it is: as a rule the same names come in the same order */
    private int key(int at, String name) {
        if (at < lastNames.length && lastNames[at] == name) {
            return lastKeys[at];
        }
        Integer known = keys.get(name);
        if (known == null) {
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            written.bytesField(KEYS, text, text.length);
            known = keys.size();
            keys.put(name, known);
        }
        if (at >= lastNames.length) {
            lastNames = Arrays.copyOf(lastNames, 2 * at + 4);
            lastKeys = Arrays.copyOf(lastKeys, 2 * at + 4);
        }
        lastNames[at] = name;
        lastKeys[at] = known;
        return known;
    }

    private int value(Object given) {
        if (given instanceof Long || given instanceof Integer || given instanceof Short || given instanceof Byte) {
            long whole = ((Number) given).longValue();
            int known = wholes.putIfAbsent(whole, count);
            if (known == count) {
                value.clear();
                writeWhole(whole);
                added();
            }
            return known;
        }
        Object typed = typed(given);
        Integer known = values.putIfAbsent(typed, count);
        if (known != null) {
            return known;
        }
        value.clear();
        write(typed);
        added();
        return count - 1;
    }

    private void added() {
        written.message(VALUES, value);
        count++;
    }

    /** One of the types that the format has beside whole numbers: text, float, double, truth. */
    private static Object typed(Object given) {
        if (given instanceof Double || given instanceof Float || given instanceof Boolean) {
            return given;
        }
        return given instanceof Number number ? (Object) number.doubleValue() : given.toString();
    }

    private void writeWhole(long whole) {
        if (whole >= 0) {
            value.field(5, whole);
        } else {
            value.signedField(6, whole);
        }
    }

    private void write(Object typed) {
        if (typed instanceof Double real) {
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
