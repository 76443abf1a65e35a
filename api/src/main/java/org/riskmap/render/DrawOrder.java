package org.riskmap.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;

/**
 * In what order a feature type style draws its features: GeoServer's vendor options {@code sortBy}, as {@code z,name D}, and
 * {@code sortByGroup}.
 *
 * @param keys the first decides first
 * @param group styles of one group are drawn together, level by level; empty for none
 */
record DrawOrder(List<Key> keys, String group) implements Comparator<Feature> {

    /**
     * @param property name of it
     * @param ascending whether the lower is drawn first
     */
    record Key(String property, boolean ascending) {}

    /** Null where the option is missing: features are drawn as they come. */
    static @Nullable DrawOrder of(Map<String, String> options) {
        String written = options.getOrDefault("sortBy", "").strip();
        if (written.isEmpty()) {
            return null;
        }
        List<Key> keys = new ArrayList<>();
        for (String each : written.split(",")) {
            String[] parts = each.strip().split("\\s+");
            if (parts[0].isEmpty() || parts.length > 2 || parts.length == 2 && !parts[1].matches("(?i)A|ASC|D|DESC")) {
                throw new InvalidInput(
                        "sortBy", "'" + written + "' is no order", "write properties with A or D behind them");
            }
            keys.add(new Key(parts[0], parts.length == 1 || parts[1].matches("(?i)A.*")));
        }
        return new DrawOrder(keys, options.getOrDefault("sortByGroup", "").strip());
    }

    /** Whether two are drawn together. */
    boolean togetherWith(@Nullable DrawOrder other) {
        return other != null && !group.isEmpty() && group.equals(other.group) && keys.equals(other.keys);
    }

    @Override
    public int compare(Feature a, Feature b) {
        for (Key key : keys) {
            int order =
                    compared(a.properties().get(key.property()), b.properties().get(key.property()));
            if (order != 0) {
                return key.ascending() ? order : -order;
            }
        }
        return 0;
    }

    /** Nothing comes before everything. */
    private static int compared(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        if (a instanceof Number one && b instanceof Number other) {
            return Double.compare(one.doubleValue(), other.doubleValue());
        }
        return String.valueOf(a).compareTo(String.valueOf(b));
    }
}
