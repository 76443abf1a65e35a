package org.riskmap.postgis;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Geometries as PostGIS reads them: EWKB, little-endian; x and y only. */
final class Ewkb {

    private static final int POINT = 1;
    private static final int LINE = 2;
    private static final int POLYGON = 3;
    private static final int TO_MULTI = 3;
    private static final int COLLECTION = 7;
    private static final int WITH_SRID = 0x20000000;
    private static final int LITTLE_ENDIAN = 1;

    private final Bytes out;

    Ewkb(Bytes out) {
        this.out = out;
    }

    /** @param multi whether a single polygon or line is written as a multipolygon or a multiline of one */
    void write(Geometry geometry, boolean multi, int srid) {
        int type = type(geometry);
        boolean wrapped = multi && (type == LINE || type == POLYGON);
        start((wrapped ? type + TO_MULTI : type) | WITH_SRID);
        out.littleInt(srid);
        if (wrapped) {
            out.littleInt(1);
            start(type);
        }
        content(geometry);
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
            out.littleDouble(at.x);
            out.littleDouble(at.y);
        } else if (geometry instanceof LineString line) {
            positions(line);
        } else if (geometry instanceof Polygon polygon) {
            out.littleInt(polygon.isEmpty() ? 0 : 1 + polygon.getNumInteriorRing());
            if (!polygon.isEmpty()) {
                positions(polygon.getExteriorRing());
            }
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                positions(polygon.getInteriorRingN(i));
            }
        } else {
            out.littleInt(geometry.getNumGeometries());
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                start(type(geometry.getGeometryN(i)));
                content(geometry.getGeometryN(i));
            }
        }
    }

    private void positions(LineString line) {
        CoordinateSequence positions = line.getCoordinateSequence();
        out.littleInt(positions.size());
        for (int i = 0; i < positions.size(); i++) {
            out.littleDouble(positions.getX(i));
            out.littleDouble(positions.getY(i));
        }
    }

    private void start(int type) {
        out.one(LITTLE_ENDIAN);
        out.littleInt(type);
    }
}
