package org.riskmap.ogc.wfs;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** The kinds of shape, of which a shapefile holds one (ESRI Shapefile Technical Description, 1998, page 4). */
enum ShapeKind {
    NONE(0),
    POINT(1),
    LINE(3),
    POLYGON(5),
    MULTIPOINT(8);

    private final int code;

    ShapeKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** @throws WfsFailure for a collection of several kinds */
    static ShapeKind of(Geometry geometry) {
        if (geometry instanceof Point) return POINT;
        if (geometry instanceof MultiPoint) return MULTIPOINT;
        if (geometry instanceof LineString || geometry instanceof MultiLineString) return LINE;
        if (geometry instanceof Polygon || geometry instanceof MultiPolygon) return POLYGON;
        throw WfsFailure.invalid(
                "outputFormat", "A shapefile cannot hold a " + geometry.getGeometryType() + "; ask for geopackage");
    }

    /** What a column of a type of PostGIS holds; null where that may be several. */
    static @Nullable ShapeKind ofColumn(@Nullable String geometryType) {
        return switch (String.valueOf(geometryType).replaceFirst("Z?M?$", "")) {
            case "Point" -> POINT;
            case "MultiPoint" -> MULTIPOINT;
            case "LineString", "MultiLineString" -> LINE;
            case "Polygon", "MultiPolygon" -> POLYGON;
            default -> null;
        };
    }
}
