package org.riskmap.process;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.result.CanonicalJson;
import tools.jackson.databind.JsonNode;

/**
 * Reads GeoJSON (RFC 7946) of a request: longitude first, heights dropped, every geometry present, not empty and valid.
 * Features come out sorted by id; one without an id gets {@code inline-} and a hash of its content.
 */
final class GeoJsonInput {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int LONGEST_ID = 200;
    private static final int MOST_POSITIONS = 2_000_000;
    private static final Set<String> LON_LAT = Set.of(
            "urn:ogc:def:crs:OGC:1.3:CRS84",
            "urn:ogc:def:crs:OGC::CRS84",
            "OGC:CRS84",
            "EPSG:4326",
            "EPSG:4490",
            "urn:ogc:def:crs:EPSG::4326",
            "urn:ogc:def:crs:EPSG::4490");

    private GeoJsonInput() {}

    /** The features of a FeatureCollection, sorted by id. */
    static List<Feature> collection(Input input, int most) {
        if (!input.isObject() || !"FeatureCollection".equals(type(input))) {
            throw input.wrong("it is not a FeatureCollection", "give a GeoJSON FeatureCollection");
        }
        refuseOtherCrs(input);
        List<Input> items = input.member("features").items(0, most);
        List<Feature> features = new ArrayList<>(items.size());
        items.forEach(item -> features.add(feature(item)));
        return identified(input, features);
    }

    /** A Feature; its id is empty where it has none. */
    static Feature feature(Input input) {
        if (!input.isObject() || !"Feature".equals(type(input))) {
            throw input.wrong("it is not a Feature", "give a GeoJSON Feature");
        }
        JsonNode given = input.json().get("geometry");
        if (given == null || given.isNull()) {
            throw input.wrong("it has no geometry", "give every feature a geometry");
        }
        return new Feature(id(input.member("id")), geometry(input.member("geometry")), properties(input));
    }

    private static String id(Input id) {
        if (!id.given()) {
            return "";
        }
        String text = id.json().isIntegralNumber() ? id.json().asString() : id.text(LONGEST_ID);
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw id.wrong("it holds control characters", "give a plain text or a whole number");
        }
        return text;
    }

    private static Map<String, @Nullable Object> properties(Input feature) {
        JsonNode given = feature.json().get("properties");
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        if (given == null || given.isNull()) {
            return properties;
        }
        if (!given.isObject()) {
            throw new InvalidInput(feature.path() + ".properties", "it is not an object", "give an object or null");
        }
        for (Map.Entry<String, JsonNode> member : given.properties()) {
            properties.put(
                    member.getKey(), value(feature.path() + ".properties." + member.getKey(), member.getValue()));
        }
        return properties;
    }

    private static @Nullable Object value(String path, JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        if (node.isString()) {
            if (node.asString().indexOf('\0') >= 0) {
                throw new InvalidInput(path, "it holds a zero byte", "give plain text");
            }
            return node.asString();
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        if (node.isNumber() && Double.isFinite(node.doubleValue(Double.NaN))) {
            return node.doubleValue(Double.NaN);
        }
        return CanonicalJson.sorted(node);
    }

    /** Features sorted by id, after those without one got theirs; equal features without ids are numbered. */
    static List<Feature> identified(Input input, List<Feature> features) {
        List<Feature> result = new ArrayList<>(features.size());
        Set<String> ids = new HashSet<>();
        Map<String, Integer> copies = new HashMap<>();
        for (Feature feature : features) {
            String id = feature.id();
            if (id.isEmpty()) {
                String content = "inline-"
                        + CanonicalJson.sha256(CanonicalJson.sorted(feature)).substring(0, 16);
                int copy = copies.merge(content, 1, Integer::sum);
                id = copy == 1 ? content : content + "-" + copy;
            }
            if (!ids.add(id)) {
                throw input.wrong("the id '" + id + "' stands twice", "give every feature an id of its own, or none");
            }
            result.add(new Feature(id, feature.geometry(), feature.properties()));
        }
        result.sort(Comparator.comparing(Feature::id));
        return Collections.unmodifiableList(result);
    }

    /** A geometry, valid and not empty. */
    static Geometry geometry(Input input) {
        if (!input.isObject()) {
            throw input.wrong("it is not a geometry", "give a GeoJSON geometry");
        }
        refuseOtherCrs(input);
        Geometry geometry = build(input, 0);
        if (geometry.isEmpty()) {
            throw input.wrong("it is empty", "give a geometry with coordinates");
        }
        if (geometry.getNumPoints() > MOST_POSITIONS) {
            throw input.wrong("it has more than " + MOST_POSITIONS + " positions", "send a simpler geometry");
        }
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error != null) {
            Coordinate at = error.getCoordinate();
            throw input.wrong(
                    "it is not valid: " + error.getMessage() + (at == null ? "" : " at " + at.x + " " + at.y),
                    "repair the geometry");
        }
        return geometry;
    }

    private static Geometry build(Input input, int depth) {
        String type = type(input);
        if (type.equals("GeometryCollection")) {
            if (depth > 4) {
                throw input.wrong("collections are nested too deep", "give a flat GeometryCollection");
            }
            return FACTORY.createGeometryCollection(input.member("geometries").items(1, MOST_POSITIONS).stream()
                    .map(part -> build(part, depth + 1))
                    .toArray(Geometry[]::new));
        }
        Input coordinates = input.member("coordinates");
        return switch (type) {
            case "Point" -> FACTORY.createPoint(position(coordinates));
            case "LineString" -> line(coordinates);
            case "Polygon" -> polygon(coordinates);
            case "MultiPoint" ->
                FACTORY.createMultiPoint(parts(coordinates).stream()
                        .map(part -> FACTORY.createPoint(position(part)))
                        .toArray(Point[]::new));
            case "MultiLineString" ->
                FACTORY.createMultiLineString(
                        parts(coordinates).stream().map(GeoJsonInput::line).toArray(LineString[]::new));
            case "MultiPolygon" ->
                FACTORY.createMultiPolygon(
                        parts(coordinates).stream().map(GeoJsonInput::polygon).toArray(Polygon[]::new));
            default -> throw input.wrong("'" + type + "' is not a geometry type", "give a GeoJSON geometry");
        };
    }

    private static List<Input> parts(Input coordinates) {
        return coordinates.items(1, MOST_POSITIONS);
    }

    private static LineString line(Input coordinates) {
        return FACTORY.createLineString(positions(coordinates, 2));
    }

    private static Polygon polygon(Input coordinates) {
        List<Input> rings = parts(coordinates);
        LinearRing[] holes = rings.stream().skip(1).map(GeoJsonInput::ring).toArray(LinearRing[]::new);
        return FACTORY.createPolygon(ring(rings.get(0)), holes);
    }

    private static LinearRing ring(Input coordinates) {
        Coordinate[] positions = positions(coordinates, 4);
        if (!positions[0].equals2D(positions[positions.length - 1])) {
            throw coordinates.wrong("the ring is not closed", "repeat its first position at the end");
        }
        return FACTORY.createLinearRing(positions);
    }

    private static Coordinate[] positions(Input coordinates, int least) {
        JsonNode json = coordinates.json();
        if (!json.isArray() || json.size() < least) {
            throw coordinates.wrong("it is not a list of positions", "give at least " + least + " positions");
        }
        Coordinate[] positions = new Coordinate[json.size()];
        for (int i = 0; i < positions.length; i++) {
            double lon = ordinate(json.get(i), 0);
            double lat = ordinate(json.get(i), 1);
            positions[i] = Math.abs(lon) <= 180 && Math.abs(lat) <= 90
                    ? new Coordinate(lon, lat)
                    : position(Input.of(coordinates.path() + "[" + i + "]", json.get(i)));
        }
        return positions;
    }

    /** A number of a position; NaN where there is none. */
    private static double ordinate(JsonNode position, int place) {
        boolean sound = position.isArray() && position.size() >= 2 && position.size() <= 4;
        return sound && position.get(place).isNumber() ? position.get(place).doubleValue(Double.NaN) : Double.NaN;
    }

    private static Coordinate position(Input input) {
        double lon = ordinate(input.json(), 0);
        double lat = ordinate(input.json(), 1);
        if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
            throw input.wrong(
                    input.shown() + " is no position in degrees",
                    "give [longitude, latitude], longitude first, -180 to 180 and -90 to 90");
        }
        return new Coordinate(lon, lat);
    }

    private static String type(Input input) {
        JsonNode type = input.json().get("type");
        return type != null && type.isString() ? type.asString() : "";
    }

    /** RFC 7946 knows one reference system; files of the older format may name another and must not be misread. */
    private static void refuseOtherCrs(Input input) {
        JsonNode crs = input.json().get("crs");
        if (crs == null || crs.isNull()) {
            return;
        }
        JsonNode name = crs.path("properties").path("name");
        if (!name.isString() || !LON_LAT.contains(name.asString())) {
            throw new InvalidInput(
                    input.path() + ".crs",
                    "GeoJSON is read as longitude and latitude in degrees only",
                    "transform it to WGS 84 or CGCS2000 and leave crs out");
        }
    }
}
