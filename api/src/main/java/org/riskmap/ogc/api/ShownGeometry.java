package org.riskmap.ogc.api;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.kernel.AxisOrder;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Reprojection;

/** Geometries of a layer in the system of an answer, their coordinates in its order. */
final class ShownGeometry {

    private static final int PLACES_OF_DEGREES = 8;
    private static final int PLACES_OF_METRES = 4;

    private final Reprojection step;
    private final Crs crs;

    ShownGeometry(Crs layer, Crs crs) {
        this.step = Reprojection.between(layer, crs);
        this.crs = crs;
    }

    /** Digits after the point that are a millimetre or less. */
    int decimals() {
        return crs.geographic() ? PLACES_OF_DEGREES : PLACES_OF_METRES;
    }

    /** @throws org.riskmap.kernel.InvalidInput where the system cannot show it */
    @Nullable
    Geometry of(@Nullable Geometry geometry) {
        if (geometry == null) {
            return null;
        }
        Geometry shown = step.apply(geometry);
        return crs.northFirst() ? AxisOrder.swapped(shown) : shown;
    }
}
