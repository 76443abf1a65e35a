package org.riskmap.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.XmlElement;

/**
 * Geometry of GML 2.1, 3.1 and 3.2 (OGC 02-069, ISO 19136) with straight edges, in the plane. Coordinates are kept in the
 * order of the text; the {@link Crs} of {@code srsName}, which knows that order, is the geometry's user data, null where
 * nothing is named.
 */
final class GmlReader {

    private static final Set<String> GEOMETRIES = Set.of(
            "Point",
            "LineString",
            "LinearRing",
            "Curve",
            "Polygon",
            "Surface",
            "Envelope",
            "Box",
            "MultiPoint",
            "MultiLineString",
            "MultiCurve",
            "MultiPolygon",
            "MultiSurface",
            "MultiGeometry");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final GeometryFactory factory = new GeometryFactory();
    private final String input;

    GmlReader(String input) {
        this.input = input;
    }

    static boolean isGeometry(XmlElement element) {
        return GEOMETRIES.contains(element.name());
    }

    Geometry read(XmlElement element) {
        Geometry geometry = shape(element);
        geometry.setUserData(crs(element));
        return geometry;
    }

    private @Nullable Crs crs(XmlElement element) {
        Optional<String> own = element.attribute("srsName").filter(name -> !name.isBlank());
        if (own.isPresent()) {
            return SrsName.parse(input, own.get());
        }
        for (XmlElement child : element.children()) {
            @Nullable Crs inner = crs(child);
            if (inner != null) {
                return inner;
            }
        }
        return null;
    }

    private Geometry shape(XmlElement element) {
        try {
            return switch (element.name()) {
                case "Point" -> point(element);
                case "LineString" -> line(element);
                case "LinearRing" -> ring(element);
                case "Curve" -> curve(element);
                case "Polygon", "PolygonPatch" -> polygon(element);
                case "Surface" -> surface(element);
                case "Envelope", "Box" -> box(element);
                case "MultiPoint" -> factory.createMultiPoint(members(element, Point.class));
                case "MultiLineString", "MultiCurve" ->
                    factory.createMultiLineString(members(element, LineString.class));
                case "MultiPolygon", "MultiSurface" -> factory.createMultiPolygon(members(element, Polygon.class));
                case "MultiGeometry" -> factory.createGeometryCollection(members(element, Geometry.class));
                default -> throw refused(element, "it is not a geometry that can be read");
            };
        } catch (IllegalArgumentException malformed) {
            throw refused(element, String.valueOf(malformed.getMessage()));
        }
    }

    private Point point(XmlElement element) {
        Coordinate[] positions = positions(element);
        if (positions.length != 1) {
            throw refused(element, "it has " + positions.length + " positions");
        }
        return factory.createPoint(positions[0]);
    }

    private LineString line(XmlElement element) {
        return factory.createLineString(positions(element));
    }

    private LinearRing ring(XmlElement element) {
        return factory.createLinearRing(positions(element));
    }

    private LineString curve(XmlElement element) {
        List<Coordinate> all = new ArrayList<>();
        XmlElement segments = element.child("segments").orElseThrow(() -> refused(element, "it has no segments"));
        for (XmlElement segment : segments.children()) {
            if (!segment.name().equals("LineStringSegment")) {
                throw refused(segment, "only straight segments can be read");
            }
            for (Coordinate position : positions(segment)) {
                if (all.isEmpty() || !all.get(all.size() - 1).equals2D(position)) {
                    all.add(position);
                }
            }
        }
        return factory.createLineString(all.toArray(Coordinate[]::new));
    }

    private Polygon polygon(XmlElement element) {
        LinearRing shell = null;
        List<LinearRing> holes = new ArrayList<>();
        for (XmlElement child : element.children()) {
            switch (child.name()) {
                case "exterior", "outerBoundaryIs" -> shell = onlyRing(child);
                case "interior", "innerBoundaryIs" -> holes.add(onlyRing(child));
                default -> {} // names and descriptions
            }
        }
        if (shell == null) {
            throw refused(element, "it has no exterior");
        }
        return factory.createPolygon(shell, holes.toArray(LinearRing[]::new));
    }

    private LinearRing onlyRing(XmlElement boundary) {
        XmlElement ring =
                boundary.child("LinearRing").orElseThrow(() -> refused(boundary, "only linear rings can be read"));
        return ring(ring);
    }

    private Geometry surface(XmlElement element) {
        XmlElement patches = element.child("patches")
                .or(() -> element.child("polygonPatches"))
                .orElseThrow(() -> refused(element, "it has no patches"));
        Polygon[] polygons = patches.children().stream().map(this::polygon).toArray(Polygon[]::new);
        return polygons.length == 1 ? polygons[0] : factory.createMultiPolygon(polygons);
    }

    private Geometry box(XmlElement element) {
        List<Coordinate> corners = new ArrayList<>();
        for (String name : List.of("lowerCorner", "upperCorner")) {
            element.child(name).ifPresent(corner -> corners.addAll(numbers(corner, 2)));
        }
        if (corners.isEmpty()) {
            corners.addAll(List.of(positions(element)));
        }
        if (corners.size() != 2) {
            throw refused(element, "it needs a lower and an upper corner");
        }
        Coordinate lower = corners.get(0);
        Coordinate upper = corners.get(1);
        return new Envelope(lower.x, lower.y, upper.x, upper.y).toGeometry(factory);
    }

    @SuppressWarnings("unchecked")
    private <T extends Geometry> T[] members(XmlElement element, Class<T> type) {
        List<T> members = new ArrayList<>();
        for (XmlElement property : element.children()) {
            if (!property.name().endsWith("Member") && !property.name().endsWith("Members")) {
                continue;
            }
            for (XmlElement member : property.children()) {
                Geometry geometry = shape(member);
                if (!type.isInstance(geometry)) {
                    throw refused(member, "it cannot be part of a " + element.name());
                }
                members.add(type.cast(geometry));
            }
        }
        return members.toArray((T[]) java.lang.reflect.Array.newInstance(type, 0));
    }

    private Coordinate[] positions(XmlElement element) {
        List<Coordinate> positions = new ArrayList<>();
        int dimension = dimension(element, 2);
        for (XmlElement child : element.children()) {
            switch (child.name()) {
                case "pos" -> positions.addAll(onePosition(child));
                case "posList" -> positions.addAll(numbers(child, dimension(child, dimension)));
                case "coordinates" -> positions.addAll(coordinates(child));
                case "coord" -> positions.add(coord(child));
                case "pointProperty", "pointRep" ->
                    child.children().forEach(point -> positions.addAll(List.of(positions(point))));
                default -> {} // names and descriptions
            }
        }
        return positions.toArray(Coordinate[]::new);
    }

    private int dimension(XmlElement element, int inherited) {
        String text = element.attribute("srsDimension")
                .or(() -> element.attribute("dimension"))
                .orElse("" + inherited);
        return switch (text.strip()) {
            case "2" -> 2;
            case "3" -> 3;
            default -> throw refused(element, "srsDimension " + text + " is neither 2 nor 3");
        };
    }

    private List<Coordinate> onePosition(XmlElement pos) {
        int count = pos.text().isEmpty() ? 0 : SPACE.split(pos.text()).length;
        return numbers(pos, count == 3 ? 3 : 2);
    }

    private List<Coordinate> numbers(XmlElement element, int dimension) {
        String[] words = element.text().isEmpty() ? new String[0] : SPACE.split(element.text());
        if (words.length == 0 || words.length % dimension != 0) {
            throw refused(element, words.length + " numbers do not make positions of " + dimension);
        }
        List<Coordinate> positions = new ArrayList<>(words.length / dimension);
        for (int i = 0; i < words.length; i += dimension) {
            positions.add(new Coordinate(number(element, words[i]), number(element, words[i + 1])));
        }
        return positions;
    }

    /** GML 2: tuples parted by {@code ts}, numbers by {@code cs}, with {@code decimal} as the point. */
    private List<Coordinate> coordinates(XmlElement element) {
        String cs = element.attribute("cs").orElse(",");
        String ts = element.attribute("ts").orElse(" ");
        String point = element.attribute("decimal").orElse(".");
        Pattern tuples = ts.isBlank() ? SPACE : Pattern.compile("\\s*" + Pattern.quote(ts) + "\\s*");
        List<Coordinate> positions = new ArrayList<>();
        for (String tuple : tuples.split(element.text())) {
            String[] numbers =
                    cs.isBlank() ? SPACE.split(tuple.strip()) : tuple.strip().split(Pattern.quote(cs));
            if (numbers.length < 2 || numbers.length > 3) {
                throw refused(element, "'" + tuple + "' is not a position");
            }
            positions.add(new Coordinate(
                    number(element, numbers[0].replace(point, ".")), number(element, numbers[1].replace(point, "."))));
        }
        return positions;
    }

    private Coordinate coord(XmlElement element) {
        String x = element.textAt("X").orElseThrow(() -> refused(element, "it has no X"));
        String y = element.textAt("Y").orElseThrow(() -> refused(element, "it has no Y"));
        return new Coordinate(number(element, x), number(element, y));
    }

    private double number(XmlElement element, String text) {
        try {
            double value = Double.parseDouble(text.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException word) {
            throw refused(element, "'" + text + "' is not a number");
        }
        throw refused(element, "'" + text + "' is not a finite number");
    }

    private InvalidInput refused(XmlElement element, String why) {
        String place = element.line() > 0 ? " in line " + element.line() : "";
        return new InvalidInput(input, "<" + element.name() + ">" + place + ": " + why, "correct the geometry");
    }
}
