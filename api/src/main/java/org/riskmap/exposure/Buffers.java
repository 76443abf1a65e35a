package org.riskmap.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/**
 * What lies within a distance of geometries, drawn: each part is buffered in its own {@link ThreeDegreeZone}, the distance
 * stretched by the zone's scale there, so that the radius on the ground is right within {@value #RADIUS_ERROR}.
 */
final class Buffers {

    /** Largest relative error of a radius: circles have 4 × {@value #QUADRANT_SEGMENTS} corners. */
    static final double RADIUS_ERROR = 9e-4;

    /** A fillet's corners may lie half as far apart again as the quadrant's: 16 would leave 0.0019 in the worst chord. */
    private static final int QUADRANT_SEGMENTS = 24;

    private static final double CORNER_ANGLE = Math.PI / (2 * QUADRANT_SEGMENTS);
    /** Corners a little too far out, chords a little too far in, so that the area is the circle's. */
    private static final double CHORD_SCALE = Math.sqrt(CORNER_ANGLE / Math.sin(CORNER_ANGLE));
    /** How far, relative to the distance, a corner of the input may be passed over. */
    private static final double SIMPLIFY_FACTOR = 1e-4;
    /** Longer parts are drawn piece by piece: the scale changes along them. */
    private static final double LONGEST_PART_DEGREES = 0.3;

    private static final GeometryFactory FACTORY = new GeometryFactory();
    /** Corners lie on a grid of 1e-9°, as they are written. */
    private static final PrecisionModel GRID = new PrecisionModel(1e9);

    private Buffers() {}

    /**
     * The area within a distance of a geometry in degrees ({@linkplain Ellipsoid#followed followed}), polygons themselves
     * included; in degrees.
     */
    static Geometry around(Geometry geometry, double distanceM) {
        List<Geometry> areas = new ArrayList<>();
        for (Geometry part : parts(geometry)) {
            if (tooWide(part)) {
                areas.add(part); // its edge follows in pieces
                continue;
            }
            ThreeDegreeZone zone = ThreeDegreeZone.of(middle(part.getEnvelopeInternal()));
            areas.add(around(zone, zone.project(part), distanceM));
        }
        return areas.size() == 1 ? areas.get(0) : merged(areas);
    }

    /** What of the polygons of a geometry is within a distance of their edge; in degrees. */
    static Geometry inside(Geometry geometry, double distanceM) {
        List<Geometry> areas = new ArrayList<>();
        for (Object polygon : PolygonExtracter.getPolygons(geometry)) {
            Geometry edge = ((Polygon) polygon).getBoundary();
            areas.add(shared((Polygon) polygon, around(edge, distanceM)));
        }
        return areas.size() == 1 ? areas.get(0) : merged(areas);
    }

    /** The union of all polygons among geometries. */
    static MultiPolygon polygons(List<Geometry> geometries) {
        List<Geometry> polygons = new ArrayList<>();
        geometries.forEach(
                geometry -> PolygonExtracter.getPolygons(geometry).forEach(one -> polygons.add((Polygon) one)));
        return polygonal(merged(polygons));
    }

    /** The same around something in metres of a zone that is small enough for one scale; in degrees. */
    static Geometry around(ThreeDegreeZone zone, Geometry metres, double distanceM) {
        BufferParameters parameters = new BufferParameters(QUADRANT_SEGMENTS);
        parameters.setSimplifyFactor(SIMPLIFY_FACTOR);
        double scale = ThreeDegreeZone.scale(middle(metres.getEnvelopeInternal()));
        return zone.unproject(BufferOp.bufferOp(metres, distanceM * scale * CHORD_SCALE, parameters));
    }

    /** Whether a part is a polygon that its edge, piece by piece, must be buffered for. */
    static boolean tooWide(Geometry part) {
        return part instanceof Polygon && part.getEnvelopeInternal().getWidth() > LONGEST_PART_DEGREES;
    }

    /** One area of many, on the grid of coordinates as they are written. */
    static MultiPolygon union(List<Geometry> areas) {
        return onGrid(areas.size() == 1 ? areas.get(0) : merged(areas));
    }

    private static Geometry merged(List<Geometry> areas) {
        return areas.isEmpty() ? FACTORY.createMultiPolygon() : OverlayNGRobust.union(areas, FACTORY);
    }

    /** What of one area is not in another whose edge may run along its own. */
    static MultiPolygon without(MultiPolygon area, MultiPolygon other) {
        return other.isEmpty() ? area : onGrid(OverlayNGRobust.overlay(area, other, OverlayNG.DIFFERENCE));
    }

    /** What of one area is not in a smaller one inside it. */
    static MultiPolygon difference(MultiPolygon area, MultiPolygon inside) {
        return inside.isEmpty()
                ? area
                : NestedRings.difference(area, inside)
                        .orElseGet(() -> onGrid(OverlayNGRobust.overlay(area, inside, OverlayNG.DIFFERENCE)));
    }

    /** What two geometries share. */
    static Geometry shared(Geometry one, Geometry other) {
        return OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION);
    }

    private static MultiPolygon onGrid(Geometry area) {
        Geometry rounded = area.copy();
        rounded.apply((CoordinateFilter) GRID::makePrecise);
        rounded.geometryChanged();
        return polygonal(rounded.isValid() ? rounded : GeometryPrecisionReducer.reduce(area, GRID));
    }

    private static MultiPolygon polygonal(@Nullable Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; geometry != null && i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                polygons.add(polygon);
            }
        }
        return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    /** The area without holes of which a corner shows that they are none: buffers of winding lines leave such slivers. */
    static MultiPolygon withoutFalseHoles(MultiPolygon area, Predicate<Coordinate> outside) {
        List<Polygon> polygons = new ArrayList<>();
        boolean same = true;
        for (int i = 0; i < area.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) area.getGeometryN(i);
            List<LinearRing> holes = new ArrayList<>();
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                if (outside.test(polygon.getInteriorRingN(hole).getCoordinate())) {
                    holes.add(polygon.getInteriorRingN(hole));
                }
            }
            same &= holes.size() == polygon.getNumInteriorRing();
            polygons.add(FACTORY.createPolygon(polygon.getExteriorRing(), holes.toArray(LinearRing[]::new)));
        }
        return same ? area : FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static double middle(Envelope envelope) {
        return (envelope.getMinX() + envelope.getMaxX()) / 2;
    }

    /** Points, lines and polygons, each small enough for one scale; a large polygon as itself and pieces of its edge. */
    static List<Geometry> parts(Geometry geometry) {
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry one = geometry.getGeometryN(i);
            if (one.getNumGeometries() > 1 || one.getClass() == GeometryCollection.class) {
                parts.addAll(parts(one));
            } else if (one instanceof LineString line) {
                addPieces(line, parts);
            } else if (one instanceof Polygon polygon
                    && one.getEnvelopeInternal().getWidth() > LONGEST_PART_DEGREES) {
                parts.add(one);
                addPieces(polygon.getExteriorRing(), parts);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    addPieces(polygon.getInteriorRingN(hole), parts);
                }
            } else if (!one.isEmpty()) {
                parts.add(one);
            }
        }
        return parts;
    }

    private static void addPieces(LineString line, List<Geometry> parts) {
        Coordinate[] positions = line.getCoordinates();
        int from = 0;
        double west = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < positions.length; i++) {
            west = Math.min(west, positions[i].x);
            east = Math.max(east, positions[i].x);
            boolean last = i == positions.length - 1;
            if (i > from && (last || east - west > LONGEST_PART_DEGREES)) {
                parts.add(FACTORY.createLineString(Arrays.copyOfRange(positions, from, i + 1)));
                from = i;
                west = positions[i].x;
                east = positions[i].x;
            }
        }
    }
}
