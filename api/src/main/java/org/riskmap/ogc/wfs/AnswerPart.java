package org.riskmap.ogc.wfs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.layer.FeatureQuery;
import org.riskmap.layer.LayerProperty;

/**
 * What one query of a request gives.
 *
 * @param layer asked
 * @param space XML name space of its workspace
 * @param query the features, their page included
 * @param properties to write, in the layer's order, geometry included if asked for
 * @param geometry name of the geometry property; null where it is not written
 * @param crs to write in
 * @param matched features that the filter finds
 * @param returned features on this page
 */
record AnswerPart(
        FeatureLayer layer,
        String space,
        FeatureQuery query,
        List<LayerProperty> properties,
        @Nullable String geometry,
        OutputCrs crs,
        long matched,
        long returned) {

    /** {@code shelter.17}. */
    String featureId(String bareId) {
        return layer.name() + "." + bareId;
    }
}
