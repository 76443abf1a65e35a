package org.riskmap.process;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Feature;
import org.riskmap.result.CanonicalJson;

/** The value of one output. */
sealed interface Output {

    /** The JSON text; the same value gives the same text. */
    String text();

    /**
     * Any JSON.
     *
     * @param value Map (in the order to be written), List, String, Boolean, number or null, nested; round measured
     *     numbers with {@link CanonicalJson#decimals}
     */
    record Json(@Nullable Object value) implements Output {
        @Override
        public String text() {
            return CanonicalJson.text(value);
        }
    }

    /**
     * A GeoJSON FeatureCollection.
     *
     * @param features in the order to be written, EPSG:4490 longitude first
     */
    record Features(List<Feature> features) implements Output {
        @Override
        public String text() {
            return CanonicalJson.featureCollection(features);
        }
    }

    /**
     * A JSON object whose members are outputs themselves.
     *
     * @param members in the order to be written
     */
    record Group(Map<String, Output> members) implements Output {
        @Override
        public String text() {
            StringJoiner text = new StringJoiner(",", "{", "}");
            members.forEach((name, output) -> text.add(CanonicalJson.text(name) + ":" + output.text()));
            return text.toString();
        }
    }
}
