package org.riskmap.exposure;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.riskmap.kernel.Geodesy;

/** Area in m² of polygons, length in m of lines, on the ellipsoid. */
public final class Measure {

    private Measure() {}

    /** By the geometry's own dimension; points have 0. */
    public static double of(Geometry geometry) {
        return of(geometry, geometry.getDimension());
    }

    /** The parts of one dimension (2: area, 1: length); others count nothing. */
    public static double of(Geometry geometry, int dimension) {
        return dimension == 2 ? Ellipsoid.areaM2(geometry) : lengthM(geometry);
    }

    private static double lengthM(Geometry geometry) {
        double length = 0;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof LineString line) {
                Coordinate[] positions = line.getCoordinates();
                for (int k = 1; k < positions.length; k++) {
                    length += Geodesy.distanceM(positions[k - 1].x, positions[k - 1].y, positions[k].x, positions[k].y);
                }
            }
        }
        return length;
    }
}
