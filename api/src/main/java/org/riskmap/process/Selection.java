package org.riskmap.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Feature;
import org.riskmap.result.CanonicalJson;

/** Which features an input means: some of a layer, or those in the request. Read by {@link Selections}. */
sealed interface Selection {

    /** The input that gave it, for errors. */
    String path();

    /** What stands for it in the run's parameters. */
    Map<String, @Nullable Object> parameter();

    /**
     * @param path of the layer's name
     * @param layer with its workspace: {@code risk:shelter}
     * @param filter ECQL, longitude first; null for all
     */
    record OfLayer(String path, String layer, @Nullable String filter) implements Selection {
        @Override
        public Map<String, @Nullable Object> parameter() {
            Map<String, @Nullable Object> parameter = new LinkedHashMap<>();
            parameter.put("layer", layer);
            if (filter != null) {
                parameter.put("filter", filter);
            }
            return parameter;
        }
    }

    /**
     * @param features sorted by id, ids unique, geometries valid, EPSG:4490 longitude first
     */
    record Inline(String path, List<Feature> features) implements Selection {

        /** Longer texts are named by their hash instead of being repeated in the answer. */
        private static final int LONGEST_ECHO = 20_000;

        @Override
        public Map<String, @Nullable Object> parameter() {
            String text = CanonicalJson.sorted(features);
            Map<String, @Nullable Object> parameter = new LinkedHashMap<>();
            if (text.length() <= LONGEST_ECHO) {
                Map<String, @Nullable Object> collection = new LinkedHashMap<>();
                collection.put("type", "FeatureCollection");
                collection.put("features", features);
                parameter.put("features", collection);
            } else {
                parameter.put("feature_count", features.size());
                parameter.put("sha256", CanonicalJson.sha256(text));
            }
            return parameter;
        }
    }
}
