package org.riskmap.kernel;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** In which order a text gives the two coordinates of a position. */
public enum AxisOrder {
    /** x, y: longitude or easting first. */
    EAST_NORTH,
    /** y, x: latitude or northing first. */
    NORTH_EAST;

    /** A copy with the two coordinates of each position exchanged: from one order to the other. */
    public static Geometry swapped(Geometry geometry) {
        Geometry copy = geometry.copy();
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence sequence, int i) {
                double first = sequence.getOrdinate(i, 0);
                sequence.setOrdinate(i, 0, sequence.getOrdinate(i, 1));
                sequence.setOrdinate(i, 1, first);
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return copy;
    }
}
