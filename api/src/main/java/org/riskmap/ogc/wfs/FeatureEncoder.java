package org.riskmap.ogc.wfs;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.kernel.Feature;

/** Writes an answer while its features are read: begin, then each part with its features, then end. */
interface FeatureEncoder extends AutoCloseable {

    void begin(Answer answer);

    void beginPart(AnswerPart part);

    /** @param geometry in the part's output system, east first; null where the feature has none or it is not written */
    void feature(Feature feature, @Nullable Geometry geometry);

    void endPart();

    void end();

    /** Gives back what it holds besides memory, also where the answer was not written to its end. */
    @Override
    default void close() {}
}
