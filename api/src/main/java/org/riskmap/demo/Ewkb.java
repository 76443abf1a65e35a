package org.riskmap.demo;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Reprojection;

/**
 * Geometry from metres of EPSG:4549 to PostGIS's hexadecimal form in EPSG:4490, degrees rounded to 1e-7 (a centimetre).
 * Equal positions stay equal, so shared borders stay shared.
 */
final class Ewkb {

    private static final int POINT = 1;
    private static final int LINE = 2;
    private static final int POLYGON = 3;
    private static final int MULTI_LINE = 5;
    private static final int MULTI_POLYGON = 6;
    private static final int WITH_SRID = 0x20000000;
    private static final char[] DIGITS = "0123456789abcdef".toCharArray();
    private static final Reprojection TO_DEGREES = Reprojection.between(Landscape.WORKING, Crs.STORAGE);

    private final StringBuilder hex = new StringBuilder();

    private Ewkb(int type) {
        header(type | WITH_SRID);
        integer(Crs.STORAGE.code());
    }

    static String point(double x, double y) {
        Ewkb out = new Ewkb(POINT);
        out.positions(new double[] {x, y});
        return out.hex.toString();
    }

    /** One line as a multiline; x0, y0, x1, y1, … */
    static String line(double[] xy) {
        return lines(List.of(xy));
    }

    static String lines(List<double[]> lines) {
        Ewkb out = new Ewkb(MULTI_LINE);
        out.integer(lines.size());
        for (double[] xy : lines) {
            out.header(LINE);
            out.integer(xy.length / 2);
            out.positions(xy.clone());
        }
        return out.hex.toString();
    }

    static String polygons(MultiPolygon polygons) {
        Ewkb out = new Ewkb(MULTI_POLYGON);
        out.integer(polygons.getNumGeometries());
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) polygons.getGeometryN(i);
            out.header(POLYGON);
            out.integer(1 + polygon.getNumInteriorRing());
            out.ring(polygon.getExteriorRing());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                out.ring(polygon.getInteriorRingN(hole));
            }
        }
        return out.hex.toString();
    }

    private void ring(LinearRing ring) {
        Coordinate[] coordinates = ring.getCoordinates();
        double[] xy = new double[2 * coordinates.length];
        for (int i = 0; i < coordinates.length; i++) {
            xy[2 * i] = coordinates[i].x;
            xy[2 * i + 1] = coordinates[i].y;
        }
        integer(coordinates.length);
        positions(xy);
    }

    private void header(int type) {
        hex.append("01");
        integer(type);
    }

    private void positions(double[] xy) {
        TO_DEGREES.apply(xy, xy.length / 2);
        for (double metres : xy) {
            number(Double.doubleToLongBits(Math.rint(metres * 1e7) / 1e7), 8);
        }
    }

    private void integer(int value) {
        number(value, 4);
    }

    private void number(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            int one = (int) (value >>> 8 * i) & 0xff;
            hex.append(DIGITS[one >> 4]).append(DIGITS[one & 15]);
        }
    }
}
