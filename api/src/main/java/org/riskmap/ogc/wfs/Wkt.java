package org.riskmap.ogc.wfs;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.riskmap.ogc.Decimals;

/** Well-known text (OGC 06-103r4, 7.2) with at most eight decimals. */
final class Wkt {

    private final StringBuilder text = new StringBuilder();

    private Wkt() {}

    static String of(Geometry geometry) {
        Wkt wkt = new Wkt();
        wkt.tagged(geometry);
        return wkt.text.toString();
    }

    private void tagged(Geometry geometry) {
        text.append(geometry.getGeometryType().toUpperCase(java.util.Locale.ROOT))
                .append(' ');
        body(geometry);
    }

    private void body(Geometry geometry) {
        if (geometry.isEmpty()) {
            text.append("EMPTY");
        } else if (geometry instanceof Point point) {
            positions(point.getCoordinateSequence());
        } else if (geometry instanceof LineString line) {
            positions(line.getCoordinateSequence());
        } else if (geometry instanceof Polygon polygon) {
            text.append('(');
            positions(polygon.getExteriorRing().getCoordinateSequence());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                text.append(", ");
                positions(polygon.getInteriorRingN(i).getCoordinateSequence());
            }
            text.append(')');
        } else {
            members((GeometryCollection) geometry);
        }
    }

    private void members(GeometryCollection collection) {
        boolean tagged = collection.getClass() == GeometryCollection.class && !(collection instanceof MultiPoint);
        text.append('(');
        for (int i = 0; i < collection.getNumGeometries(); i++) {
            text.append(i > 0 ? ", " : "");
            if (tagged) {
                tagged(collection.getGeometryN(i));
            } else {
                body(collection.getGeometryN(i));
            }
        }
        text.append(')');
    }

    private void positions(CoordinateSequence sequence) {
        text.append('(');
        for (int i = 0; i < sequence.size(); i++) {
            text.append(i > 0 ? ", " : "");
            Decimals.append(text, sequence.getX(i));
            text.append(' ');
            Decimals.append(text, sequence.getY(i));
        }
        text.append(')');
    }
}
