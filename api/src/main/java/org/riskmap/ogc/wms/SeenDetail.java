package org.riskmap.ogc.wms;

import org.locationtech.jts.geom.Geometry;
import org.riskmap.kernel.Envelope;
import org.riskmap.layer.FeatureQuery;

/**
 * How finely a map shows a layer's geometry. GetFeatureInfo gives geometry no finer than that, as GeoServer does, which
 * reads from PostGIS what it would draw: simplified by eight tenths of a pixel, then rounded to the decimals that this
 * distance needs. Who wants the geometry itself asks the feature service.
 *
 * @param distance in units of the layer's system, greater than 0
 */
record SeenDetail(double distance) {

    private static final double PART_OF_PIXEL = 0.8;

    /** @param pixel of the map, in the layer's system */
    static SeenDetail of(Envelope pixel) {
        return new SeenDetail(PART_OF_PIXEL * Math.min(pixel.width(), pixel.height()));
    }

    /** For {@link FeatureQuery#withResolution}: simplifies by {@link #distance}. */
    double resolution() {
        return distance / FeatureQuery.SMALLEST_DETAIL;
    }

    /** A simplified geometry, rounded. */
    Geometry rounded(Geometry geometry) {
        return new TinyGeometry(-(int) Math.floor(Math.log10(distance))).of(geometry);
    }
}
