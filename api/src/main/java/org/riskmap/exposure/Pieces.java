package org.riskmap.exposure;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.riskmap.kernel.Geodesy;

/**
 * Straight pieces of edges in geocentric metres, six numbers each: from x, y, z to x, y, z. A point is a piece of no
 * length. Distances between pieces of at most {@value Ellipsoid#LONGEST_PIECE_M} m.
 */
final class Pieces {

    /** By how much {@link #roughM} of two pieces may differ from their distance on the surface, up to 100 m. */
    static final double ROUGH_M = 0.05;

    private double[] ends = new double[48];
    private int count;

    /** Adds the points and edges of a geometry in degrees, edges {@linkplain Ellipsoid#followed followed}. */
    void add(Geometry followed) {
        followed.apply((GeometryComponentFilter) component -> {
            if (component instanceof Point point && !point.isEmpty()) {
                add(point.getCoordinate(), point.getCoordinate());
            } else if (component instanceof LineString line) {
                Coordinate[] positions = line.getCoordinates();
                for (int i = 1; i < positions.length; i++) {
                    add(positions[i - 1], positions[i]);
                }
            }
        });
    }

    private void add(Coordinate from, Coordinate to) {
        if (ends.length < 6 * count + 6) {
            ends = java.util.Arrays.copyOf(ends, 2 * ends.length);
        }
        Ellipsoid.geocentric(from.x, from.y, ends, 6 * count);
        Ellipsoid.geocentric(to.x, to.y, ends, 6 * count + 3);
        count++;
    }

    int count() {
        return count;
    }

    /** The six numbers of all pieces, one after the other; not to be changed. */
    double[] ends() {
        return ends;
    }

    private static boolean isPoint(double[] p, int i) {
        return p[i] == p[i + 3] && p[i + 1] == p[i + 4] && p[i + 2] == p[i + 5];
    }

    /** Length in m of the straight way between two pieces in space: the distance on the surface within a few cm. */
    static double roughM(double[] p, int i, double[] q, int j) {
        if (isPoint(p, i)) {
            return pointRoughM(p, i, q, j);
        }
        if (isPoint(q, j)) {
            return pointRoughM(q, j, p, i);
        }
        double best = Math.min(pointRoughM(p, i, q, j), pointRoughM(p, i + 3, q, j));
        best = Math.min(best, Math.min(pointRoughM(q, j, p, i), pointRoughM(q, j + 3, p, i)));
        return best > Ellipsoid.LONGEST_PIECE_M || !cross(p, i, q, j) ? best : 0;
    }

    private static double pointRoughM(double[] p, int i, double[] q, int j) {
        double t = nearest(p, i, q, j);
        double x = q[j] + t * (q[j + 3] - q[j]) - p[i];
        double y = q[j + 1] + t * (q[j + 4] - q[j + 1]) - p[i + 1];
        double z = q[j + 2] + t * (q[j + 5] - q[j + 2]) - p[i + 2];
        return Math.sqrt(x * x + y * y + z * z);
    }

    /** Where on a piece, from 0 to 1, the place nearest to a position is. */
    private static double nearest(double[] p, int i, double[] q, int j) {
        double ux = q[j + 3] - q[j];
        double uy = q[j + 4] - q[j + 1];
        double uz = q[j + 5] - q[j + 2];
        double length2 = ux * ux + uy * uy + uz * uz;
        if (length2 == 0) {
            return 0;
        }
        double along = (p[i] - q[j]) * ux + (p[i + 1] - q[j + 1]) * uy + (p[i + 2] - q[j + 2]) * uz;
        return Math.max(0, Math.min(1, along / length2));
    }

    /** Geodesic distance in m between two pieces; 0 where they cross. */
    static double exactM(double[] p, int i, double[] q, int j) {
        if (isPoint(p, i)) {
            return pointExactM(p, i, q, j);
        }
        if (isPoint(q, j)) {
            return pointExactM(q, j, p, i);
        }
        if (cross(p, i, q, j)) {
            return 0;
        }
        return Math.min(
                Math.min(pointExactM(p, i, q, j), pointExactM(p, i + 3, q, j)),
                Math.min(pointExactM(q, j, p, i), pointExactM(q, j + 3, p, i)));
    }

    private static double pointExactM(double[] p, int i, double[] q, int j) {
        double t = nearest(p, i, q, j);
        double x = q[j] + t * (q[j + 3] - q[j]);
        double y = q[j + 1] + t * (q[j + 4] - q[j + 1]);
        double z = q[j + 2] + t * (q[j + 5] - q[j + 2]);
        return Geodesy.distanceM(
                Ellipsoid.lon(p[i], p[i + 1]),
                Ellipsoid.lat(p[i], p[i + 1], p[i + 2]),
                Ellipsoid.lon(x, y),
                Ellipsoid.lat(x, y, z));
    }

    /** Whether two pieces cross when seen from above, in the plane that touches the ellipsoid at the first one's start. */
    private static boolean cross(double[] p, int i, double[] q, int j) {
        double lon = Math.atan2(p[i + 1], p[i]);
        double lat = Math.atan2(p[i + 2], (1 - Ellipsoid.E2) * Math.hypot(p[i], p[i + 1]));
        double[] b = plane(p, i, p, i + 3, lon, lat);
        double[] c = plane(p, i, q, j, lon, lat);
        double[] d = plane(p, i, q, j + 3, lon, lat);
        double sideC = b[0] * c[1] - b[1] * c[0];
        double sideD = b[0] * d[1] - b[1] * d[0];
        double dx = d[0] - c[0];
        double dy = d[1] - c[1];
        double sideA = dx * (0 - c[1]) - dy * (0 - c[0]);
        double sideB = dx * (b[1] - c[1]) - dy * (b[0] - c[0]);
        return sideC * sideD < 0 && sideA * sideB < 0;
    }

    private static double[] plane(double[] origin, int o, double[] xyz, int at, double lon, double lat) {
        double x = xyz[at] - origin[o];
        double y = xyz[at + 1] - origin[o + 1];
        double z = xyz[at + 2] - origin[o + 2];
        double outward = Math.cos(lon) * x + Math.sin(lon) * y;
        return new double[] {-Math.sin(lon) * x + Math.cos(lon) * y, -Math.sin(lat) * outward + Math.cos(lat) * z};
    }
}
