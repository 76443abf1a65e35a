package org.riskmap.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Feature;
import org.riskmap.result.CanonicalJson;
import org.riskmap.result.WrittenJson;

/** The value of one output. */
sealed interface Output {

    /** The JSON text; the same value gives the same text. */
    WrittenJson text();

    /** The texts of some outputs, in their order. */
    static Map<String, WrittenJson> texts(Map<String, Output> outputs) {
        Map<String, WrittenJson> texts = new LinkedHashMap<>();
        outputs.forEach((name, output) -> texts.put(name, output.text()));
        return texts;
    }

    /**
     * Any JSON.
     *
     * @param value Map (in the order to be written), Iterable, String, Boolean, number or null, nested; round measured
     *     numbers with {@link CanonicalJson#decimals}
     */
    record Json(@Nullable Object value) implements Output {
        @Override
        public WrittenJson text() {
            return CanonicalJson.written(value);
        }
    }

    /**
     * A GeoJSON FeatureCollection, whose features are made when it is written.
     *
     * @param count how many
     * @param feature by its number, from 0, in the order to be written, EPSG:4490 longitude first; asked by several threads
     */
    record Features(int count, IntFunction<Feature> feature) implements Output {

        /** Of features that are there. */
        Features(List<Feature> features) {
            this(features.size(), features::get);
        }

        @Override
        public WrittenJson text() {
            return CanonicalJson.featureCollection(count, feature);
        }
    }

    /**
     * A JSON object whose members are outputs themselves.
     *
     * @param members in the order to be written
     */
    record Group(Map<String, Output> members) implements Output {
        @Override
        public WrittenJson text() {
            return CanonicalJson.written(texts(members));
        }
    }
}
