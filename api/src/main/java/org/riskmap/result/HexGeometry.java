package org.riskmap.result;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Geometries as PostGIS reads them fastest in COPY: EWKB, little-endian, in hexadecimal digits; x and y only. For one
 * thread.
 */
final class HexGeometry {

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private static final int POINT = 1;
    private static final int LINE = 2;
    private static final int POLYGON = 3;
    private static final int TO_MULTI = 3;
    private static final int COLLECTION = 7;
    private static final int WITH_SRID = 0x20000000;

    private final int srid;
    private byte[] digits = new byte[1024];
    private int size;

    /** @param srid that all geometries get */
    HexGeometry(int srid) {
        this.srid = srid;
    }

    /** @param multi whether a single polygon or line is written as a multipolygon or a multiline of one */
    void write(Geometry geometry, boolean multi, ByteArrayOutputStream out) {
        size = 0;
        int type = type(geometry);
        boolean wrapped = multi && (type == LINE || type == POLYGON);
        start((wrapped ? type + TO_MULTI : type) | WITH_SRID);
        number(srid);
        if (wrapped) {
            number(1);
            start(type);
        }
        content(geometry);
        out.write(digits, 0, size);
    }

    private static int type(Geometry geometry) {
        if (geometry instanceof Point) {
            return POINT;
        } else if (geometry instanceof LineString) {
            return LINE;
        } else if (geometry instanceof Polygon) {
            return POLYGON;
        } else if (geometry instanceof MultiPoint) {
            return POINT + TO_MULTI;
        } else if (geometry instanceof MultiLineString) {
            return LINE + TO_MULTI;
        }
        return geometry instanceof MultiPolygon ? POLYGON + TO_MULTI : COLLECTION;
    }

    private void content(Geometry geometry) {
        if (geometry instanceof Point point) {
            Coordinate at = point.isEmpty() ? new Coordinate(Double.NaN, Double.NaN) : point.getCoordinate();
            number(at.x);
            number(at.y);
        } else if (geometry instanceof LineString line) {
            positions(line);
        } else if (geometry instanceof Polygon polygon) {
            number(polygon.isEmpty() ? 0 : 1 + polygon.getNumInteriorRing());
            if (!polygon.isEmpty()) {
                positions(polygon.getExteriorRing());
            }
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                positions(polygon.getInteriorRingN(i));
            }
        } else {
            number(geometry.getNumGeometries());
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                start(type(geometry.getGeometryN(i)));
                content(geometry.getGeometryN(i));
            }
        }
    }

    private void positions(LineString line) {
        CoordinateSequence positions = line.getCoordinateSequence();
        number(positions.size());
        for (int i = 0; i < positions.size(); i++) {
            number(positions.getX(i));
            number(positions.getY(i));
        }
    }

    private void start(int type) {
        little(1, 1);
        number(type);
    }

    private void number(int value) {
        little(value, Integer.BYTES);
    }

    private void number(double value) {
        little(Double.doubleToLongBits(value), Double.BYTES);
    }

    private void little(long value, int bytes) {
        if (size + 2 * bytes > digits.length) {
            digits = Arrays.copyOf(digits, 2 * digits.length);
        }
        long left = value;
        for (int i = 0; i < bytes; i++, left >>>= 8) {
            digits[size++] = HEX[(int) (left >> 4 & 15)];
            digits[size++] = HEX[(int) (left & 15)];
        }
    }
}
