package org.riskmap.ogc;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes the parts of GeoJSON (RFC 7946, but in whatever system the coordinates are), x first. What is written goes to a
 * builder that somebody else may empty meanwhile, such as that of {@link TextOut}.
 */
public final class GeoJson {

    private final StringBuilder json;
    private final int decimals;

    /**
     * @param json where to write
     * @param decimals most digits after the point of a coordinate, from 0 to {@link Decimals#PLACES}
     */
    public GeoJson(StringBuilder json, int decimals) {
        this.json = json;
        this.decimals = decimals;
    }

    /** A feature object without members beyond the standard's. */
    public void feature(String id, @Nullable Geometry geometry, Map<String, ?> properties) {
        json.append("{\"type\":\"Feature\",\"id\":");
        Json.string(json, id);
        json.append(",\"geometry\":");
        geometry(geometry);
        json.append(",\"properties\":{");
        boolean first = true;
        for (Map.Entry<String, ?> property : properties.entrySet()) {
            if (!first) {
                json.append(',');
            }
            first = false;
            property(property.getKey(), property.getValue());
        }
        json.append("}}");
    }

    /** A member of {@code properties}: as {@link Json#value} has it, geometry as an object. */
    public void property(String name, @Nullable Object value) {
        Json.string(json, name);
        json.append(':');
        if (value instanceof Geometry geometry) {
            geometry(geometry);
        } else {
            Json.value(json, value);
        }
    }

    /** A geometry object, or null where there is none; an empty geometry has empty coordinates. */
    public void geometry(@Nullable Geometry geometry) {
        if (geometry == null) {
            json.append("null");
            return;
        }
        json.append("{\"type\":\"").append(geometry.getGeometryType());
        if (geometry.getClass() == GeometryCollection.class) {
            json.append("\",\"geometries\":[");
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                json.append(i > 0 ? "," : "");
                geometry(geometry.getGeometryN(i));
            }
            json.append("]}");
        } else {
            json.append("\",\"coordinates\":");
            coordinates(geometry);
            json.append('}');
        }
    }

    private void coordinates(Geometry geometry) {
        if (geometry instanceof Point point) {
            if (point.isEmpty()) {
                json.append("[]");
            } else {
                position(point.getX(), point.getY());
            }
        } else if (geometry instanceof LineString line) {
            positions(line.getCoordinateSequence());
        } else if (geometry instanceof Polygon polygon) {
            json.append('[');
            if (!polygon.isEmpty()) {
                positions(polygon.getExteriorRing().getCoordinateSequence());
            }
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                json.append(',');
                positions(polygon.getInteriorRingN(i).getCoordinateSequence());
            }
            json.append(']');
        } else {
            json.append('[');
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                json.append(i > 0 ? "," : "");
                coordinates(geometry.getGeometryN(i));
            }
            json.append(']');
        }
    }

    private void positions(CoordinateSequence sequence) {
        json.append('[');
        for (int i = 0; i < sequence.size(); i++) {
            if (i > 0) {
                json.append(',');
            }
            position(sequence.getX(i), sequence.getY(i));
        }
        json.append(']');
    }

    private void position(double x, double y) {
        json.append('[');
        Decimals.append(json, x, decimals);
        json.append(',');
        Decimals.append(json, y, decimals);
        json.append(']');
    }

    /** The array of a member {@code bbox}: west, south, east, north. */
    public void bbox(Envelope box) {
        json.append('[');
        Decimals.append(json, box.getMinX(), decimals);
        json.append(',');
        Decimals.append(json, box.getMinY(), decimals);
        json.append(',');
        Decimals.append(json, box.getMaxX(), decimals);
        json.append(',');
        Decimals.append(json, box.getMaxY(), decimals);
        json.append(']');
    }
}
