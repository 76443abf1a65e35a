package org.riskmap.exposure;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryTransformer;

/** Positions, edges and areas on the ellipsoid of CGCS2000 (a = 6378137 m, f = 1/298.257222101). */
final class Ellipsoid {

    static final double A = 6378137.0;
    static final double F = 1 / 298.257222101;
    static final double E2 = F * (2 - F);

    /** No piece of an edge is longer: its chord then lies at most 2 cm under the surface. */
    static final double LONGEST_PIECE_M = 1000;

    private static final double E = Math.sqrt(E2);

    private Ellipsoid() {}

    /** Writes the geocentric position (EPSG method 9602, height 0), in metres, to three places of an array. */
    static void geocentric(double lon, double lat, double[] xyz, int at) {
        double sinLat = Math.sin(Math.toRadians(lat));
        double cosLat = Math.cos(Math.toRadians(lat));
        double normal = A / Math.sqrt(1 - E2 * sinLat * sinLat);
        xyz[at] = normal * cosLat * Math.cos(Math.toRadians(lon));
        xyz[at + 1] = normal * cosLat * Math.sin(Math.toRadians(lon));
        xyz[at + 2] = normal * (1 - E2) * sinLat;
    }

    /** Longitude in degrees of a geocentric position. */
    static double lon(double x, double y) {
        return Math.toDegrees(Math.atan2(y, x));
    }

    /** Latitude in degrees of a geocentric position within a metre of the surface. */
    static double lat(double x, double y, double z) {
        return Math.toDegrees(Math.atan2(z, (1 - E2) * Math.hypot(x, y)));
    }

    /**
     * A copy whose edges follow great circles, as PostGIS geography draws them (geodetic latitude taken as spherical), in
     * pieces of at most {@value #LONGEST_PIECE_M} m. Points stay as they are.
     */
    static Geometry followed(Geometry geometry) {
        return new GeometryTransformer() {
            @Override
            protected CoordinateSequence transformCoordinates(CoordinateSequence positions, Geometry parent) {
                return parent instanceof LineString
                        ? factory.getCoordinateSequenceFactory().create(pieces(positions.toCoordinateArray()))
                        : positions.copy();
            }
        }.transform(geometry);
    }

    private static Coordinate[] pieces(Coordinate[] positions) {
        java.util.ArrayList<Coordinate> result = new java.util.ArrayList<>(positions.length);
        for (int i = 0; i < positions.length; i++) {
            if (i > 0) {
                addBetween(positions[i - 1], positions[i], result);
            }
            result.add(new Coordinate(positions[i].x, positions[i].y));
        }
        return result.toArray(Coordinate[]::new);
    }

    private static void addBetween(Coordinate from, Coordinate to, java.util.List<Coordinate> result) {
        double[] a = direction(from);
        double[] b = direction(to);
        double chord = Math.sqrt(square(a[0] - b[0]) + square(a[1] - b[1]) + square(a[2] - b[2]));
        double angle = 2 * Math.asin(Math.min(1, chord / 2));
        int count = (int) Math.ceil(angle * A / LONGEST_PIECE_M);
        for (int i = 1; i < count; i++) {
            double toA = Math.sin(angle * (count - i) / count) / Math.sin(angle);
            double toB = Math.sin(angle * i / count) / Math.sin(angle);
            double x = toA * a[0] + toB * b[0];
            double y = toA * a[1] + toB * b[1];
            double z = toA * a[2] + toB * b[2];
            result.add(new Coordinate(lon(x, y), Math.toDegrees(Math.atan2(z, Math.hypot(x, y)))));
        }
    }

    private static double[] direction(Coordinate position) {
        double cosLat = Math.cos(Math.toRadians(position.y));
        return new double[] {
            cosLat * Math.cos(Math.toRadians(position.x)),
            cosLat * Math.sin(Math.toRadians(position.x)),
            Math.sin(Math.toRadians(position.y))
        };
    }

    /** Area in m² of a polygonal geometry in degrees, by Lambert's cylindrical equal-area projection; others have 0. */
    static double areaM2(Geometry geometry) {
        double area = 0;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                area += Math.abs(ringAreaM2(polygon.getExteriorRing()));
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    area -= Math.abs(ringAreaM2(polygon.getInteriorRingN(hole)));
                }
            }
        }
        return area;
    }

    private static double ringAreaM2(LinearRing ring) {
        CoordinateSequence positions = ring.getCoordinateSequence();
        double lon0 = positions.getX(0);
        double q0 = authalic(positions.getY(0));
        double twice = 0;
        double x = 0;
        double y = 0;
        for (int i = 1; i < positions.size(); i++) {
            double nextX = Math.toRadians(positions.getX(i) - lon0);
            double nextY = authalic(positions.getY(i)) - q0;
            twice += x * nextY - nextX * y;
            x = nextX;
            y = nextY;
        }
        return twice / 2 * A * A / 2;
    }

    /** q of Snyder 1987, "Map Projections", (3-12). */
    private static double authalic(double lat) {
        double sin = Math.sin(Math.toRadians(lat));
        double eSin = E * sin;
        return (1 - E2) * (sin / (1 - eSin * eSin) - Math.log((1 - eSin) / (1 + eSin)) / (2 * E));
    }

    private static double square(double value) {
        return value * value;
    }
}
