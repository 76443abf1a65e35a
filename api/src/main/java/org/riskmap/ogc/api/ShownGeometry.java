package org.riskmap.ogc.api;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
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
        if (!crs.northFirst()) {
            return shown;
        }
        Geometry turned = shown == geometry ? shown.copy() : shown;
        turned.apply(new Turn());
        return turned;
    }

    private static final class Turn implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence sequence, int i) {
            double x = sequence.getX(i);
            sequence.setOrdinate(i, 0, sequence.getY(i));
            sequence.setOrdinate(i, 1, x);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
