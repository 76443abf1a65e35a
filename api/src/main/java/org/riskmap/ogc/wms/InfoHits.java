package org.riskmap.ogc.wms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Feature;

/**
 * What was found in a layer.
 *
 * @param workspace the layer's, prefix of its elements in GML
 * @param namespace URI of the workspace
 * @param layer its name without workspace
 * @param title for people
 * @param names of the properties to give, in the layer's order, the geometry among them
 * @param geometryName of the geometry; null where none is given
 * @param features in the map's system, east first; ids as in {@code shelter.17}, empty for a raster's values
 */
record InfoHits(
        String workspace,
        String namespace,
        String layer,
        String title,
        List<String> names,
        @Nullable String geometryName,
        List<Feature> features) {

    InfoHits {
        names = List.copyOf(names);
        features = List.copyOf(features);
    }

    /** A feature's values in the layer's order, its geometry in its place. */
    Map<String, @Nullable Object> values(Feature feature) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String name : names) {
            values.put(
                    name,
                    name.equals(geometryName)
                            ? feature.geometry()
                            : feature.properties().get(name));
        }
        return values;
    }
}
