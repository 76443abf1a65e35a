package org.riskmap.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON encoding of CQL2 (OGC 21-065r2, clause 8.3 and its schema). */
final class Cql2Json {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final Cql2Literals literals;

    private Cql2Json(Cql2Literals literals) {
        this.literals = literals;
    }

    static Cql2 read(String input, String text) {
        Cql2Literals literals = new Cql2Literals(input, text);
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JacksonException malformed) {
            throw literals.refused(
                    "it is not JSON: " + malformed.getOriginalMessage(),
                    "write an object with op and args; for text say filter-lang=cql2-text");
        }
        return new Cql2Json(literals).node(json);
    }

    private Cql2 node(JsonNode json) {
        if (json.isString()) {
            return literals.text(json.stringValue());
        }
        if (json.isNumber()) {
            return literals.number(json.asString());
        }
        if (json.isBoolean()) {
            return new Cql2.Truth(json.booleanValue());
        }
        literals.down();
        Cql2 value = json.isArray() ? new Cql2.Items(members(json)) : object(json);
        literals.up();
        return value;
    }

    private List<Cql2> members(JsonNode array) {
        List<Cql2> members = new ArrayList<>();
        for (JsonNode member : array) {
            members.add(node(member));
        }
        return members;
    }

    private Cql2 object(JsonNode json) {
        if (json.has("op")) {
            return call(json);
        }
        if (json.has("property")) {
            return new Cql2.Property(string(json, "property"));
        }
        if (json.has("date")) {
            return literals.date(string(json, "date"));
        }
        if (json.has("timestamp")) {
            return literals.timestamp(string(json, "timestamp"));
        }
        if (json.has("interval")) {
            return interval(json.get("interval"));
        }
        if (json.has("bbox") && !json.has("type")) {
            return literals.bbox(numbers(json.get("bbox")));
        }
        if (json.has("type")) {
            return literals.shape(geometry(json));
        }
        throw literals.refused(
                "'" + shortened(json) + "' is nothing that CQL2 has",
                "write op and args, property, date, timestamp, interval, bbox or a GeoJSON geometry");
    }

    private Cql2 call(JsonNode json) {
        String name = string(json, "op").toLowerCase(Locale.ROOT);
        JsonNode arguments = json.get("args");
        if (arguments == null || !arguments.isArray()) {
            throw literals.refused("'" + name + "' has no args", "give it an array of arguments");
        }
        return literals.call(name, members(arguments));
    }

    private String string(JsonNode json, String member) {
        JsonNode value = json.get(member);
        if (!value.isString()) {
            throw literals.refused("the member " + member + " is '" + shortened(value) + "'", "write a string");
        }
        return value.stringValue();
    }

    private Cql2 interval(JsonNode ends) {
        if (!ends.isArray() || ends.size() != 2) {
            throw literals.refused("an interval is '" + shortened(ends) + "'", "give it two ends");
        }
        return literals.interval(intervalEnd(ends.get(0)), intervalEnd(ends.get(1)));
    }

    private Cql2 intervalEnd(JsonNode end) {
        return end.isString() ? literals.end(end.stringValue()) : node(end);
    }

    private Geometry geometry(JsonNode json) {
        String type = string(json, "type");
        literals.down();
        try {
            return switch (type) {
                case "Point" -> point(coordinates(json));
                case "LineString" -> line(coordinates(json));
                case "Polygon" -> polygon(coordinates(json));
                case "MultiPoint" -> GEOMETRY.createMultiPoint(each(coordinates(json), this::point, new Point[0]));
                case "MultiLineString" ->
                    GEOMETRY.createMultiLineString(each(coordinates(json), this::line, new LineString[0]));
                case "MultiPolygon" ->
                    GEOMETRY.createMultiPolygon(each(coordinates(json), this::polygon, new Polygon[0]));
                case "GeometryCollection" ->
                    GEOMETRY.createGeometryCollection(
                            each(member(json, "geometries"), this::geometry, new Geometry[0]));
                default -> throw literals.refused("'" + type + "' is no type of geometry", "name one of GeoJSON's");
            };
        } catch (IllegalArgumentException malformed) {
            throw literals.refused("a " + type + " cannot be built: " + malformed.getMessage(), "correct it");
        } finally {
            literals.up();
        }
    }

    private JsonNode coordinates(JsonNode json) {
        return member(json, "coordinates");
    }

    private JsonNode member(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null || !value.isArray()) {
            throw literals.refused("a geometry has no array " + name, "write it as GeoJSON");
        }
        return value;
    }

    private <T> T[] each(JsonNode array, java.util.function.Function<JsonNode, T> reader, T[] none) {
        List<T> parts = new ArrayList<>();
        for (JsonNode part : array) {
            parts.add(reader.apply(part));
        }
        return parts.toArray(none);
    }

    private Point point(JsonNode position) {
        return GEOMETRY.createPoint(position(position));
    }

    private LineString line(JsonNode positions) {
        return GEOMETRY.createLineString(each(positions, this::position, new Coordinate[0]));
    }

    private Polygon polygon(JsonNode rings) {
        LinearRing[] all = each(
                rings,
                ring -> GEOMETRY.createLinearRing(each(ring, this::position, new Coordinate[0])),
                new LinearRing[0]);
        if (all.length == 0) {
            throw literals.refused("a polygon has no ring", "give it one");
        }
        return GEOMETRY.createPolygon(all[0], java.util.Arrays.copyOfRange(all, 1, all.length));
    }

    private Coordinate position(JsonNode json) {
        double[] numbers = numbers(json);
        if (numbers.length < 2) {
            throw literals.refused("a position is '" + shortened(json) + "'", "give it two numbers");
        }
        return new Coordinate(numbers[0], numbers[1]);
    }

    private double[] numbers(JsonNode array) {
        double[] numbers = new double[array.isArray() ? array.size() : 0];
        for (int i = 0; i < numbers.length; i++) {
            if (!array.get(i).isNumber()) {
                throw literals.refused("'" + shortened(array.get(i)) + "' is not a number", "write a number");
            }
            numbers[i] = array.get(i).doubleValue();
        }
        return numbers;
    }

    private static String shortened(JsonNode json) {
        String text = json.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
