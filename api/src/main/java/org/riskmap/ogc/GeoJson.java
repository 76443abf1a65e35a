package org.riskmap.ogc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Writes GeoJSON (RFC 7946, but in whatever system the coordinates are), x first. */
public final class GeoJson {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder json;
    private final int decimals;

    /**
     * @param json where to write
     * @param decimals digits after the point of a coordinate, trailing zeros left out
     */
    public GeoJson(StringBuilder json, int decimals) {
        this.json = json;
        this.decimals = decimals;
    }

    /** A feature object. */
    public void feature(String id, @Nullable Geometry geometry, Map<String, ?> properties) {
        json.append("{\"type\":\"Feature\",\"id\":");
        text(id);
        json.append(",\"geometry\":");
        geometry(geometry);
        json.append(",\"properties\":{");
        boolean first = true;
        for (Map.Entry<String, ?> property : properties.entrySet()) {
            if (!first) {
                json.append(',');
            }
            first = false;
            text(property.getKey());
            json.append(':');
            value(property.getValue());
        }
        json.append("}}");
    }

    /** A geometry object, or null where there is none or it is empty. */
    public void geometry(@Nullable Geometry geometry) {
        if (geometry == null || geometry.isEmpty()) {
            json.append("null");
        } else if (geometry instanceof Point point) {
            typed("Point", () -> position(point.getCoordinate()));
        } else if (geometry instanceof LineString line) {
            typed("LineString", () -> line(line));
        } else if (geometry instanceof Polygon polygon) {
            typed("Polygon", () -> polygon(polygon));
        } else if (geometry instanceof MultiPoint points) {
            typed("MultiPoint", () -> parts(points, part -> position(part.getCoordinate())));
        } else if (geometry instanceof MultiLineString lines) {
            typed("MultiLineString", () -> parts(lines, part -> line((LineString) part)));
        } else if (geometry instanceof MultiPolygon polygons) {
            typed("MultiPolygon", () -> parts(polygons, part -> polygon((Polygon) part)));
        } else {
            json.append("{\"type\":\"GeometryCollection\",\"geometries\":");
            parts((GeometryCollection) geometry, this::geometry);
            json.append('}');
        }
    }

    private void typed(String type, Runnable coordinates) {
        json.append("{\"type\":\"").append(type).append("\",\"coordinates\":");
        coordinates.run();
        json.append('}');
    }

    private void parts(GeometryCollection whole, java.util.function.Consumer<Geometry> writer) {
        json.append('[');
        for (int i = 0; i < whole.getNumGeometries(); i++) {
            if (i > 0) {
                json.append(',');
            }
            writer.accept(whole.getGeometryN(i));
        }
        json.append(']');
    }

    private void polygon(Polygon polygon) {
        json.append('[');
        line(polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            json.append(',');
            line(polygon.getInteriorRingN(i));
        }
        json.append(']');
    }

    private void line(LineString line) {
        CoordinateSequence positions = line.getCoordinateSequence();
        json.append('[');
        for (int i = 0; i < positions.size(); i++) {
            if (i > 0) {
                json.append(',');
            }
            json.append('[');
            number(positions.getX(i));
            json.append(',');
            number(positions.getY(i));
            json.append(']');
        }
        json.append(']');
    }

    private void position(Coordinate position) {
        json.append('[');
        number(position.x);
        json.append(',');
        number(position.y);
        json.append(']');
    }

    private void number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        json.append(rounded.signum() == 0 ? "0" : rounded.toPlainString());
    }

    /** A property's value: numbers and booleans as they are, moments in UTC, geometry as an object, all else as text. */
    public void value(@Nullable Object value) {
        if (value == null || value instanceof Double real && !Double.isFinite(real)) {
            json.append("null");
        } else if (value instanceof Number || value instanceof Boolean) {
            json.append(value);
        } else if (value instanceof OffsetDateTime moment) {
            text(MOMENT.format(moment.withOffsetSameInstant(ZoneOffset.UTC)));
        } else if (value instanceof Geometry geometry) {
            geometry(geometry);
        } else {
            text(value.toString());
        }
    }

    /** A JSON string. */
    public void text(String value) {
        json.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < 0x20) {
                        json.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
