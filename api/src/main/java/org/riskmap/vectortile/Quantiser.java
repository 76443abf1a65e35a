package org.riskmap.vectortile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Reprojection;

/**
 * Brings geometry into a tile: transformed, cut to the tile and its buffer, rounded to whole units, without points that
 * rounding made equal; polygons that rounding or cutting made invalid are repaired. One thread only.
 */
final class Quantiser {

    private static final GeometryFactory UNITS = new GeometryFactory(new PrecisionModel(1));

    private final TileFrame frame;
    private final Crs source;
    private final double perX;
    private final double perY;
    private final Reprojection toTile;
    private final Clip clip;
    private double[] scratch = new double[512];

    Quantiser(TileFrame frame, Crs source) {
        this.frame = frame;
        this.source = source;
        this.perX = frame.extent() / frame.envelope().width();
        this.perY = frame.extent() / frame.envelope().height();
        this.toTile = Reprojection.between(source, frame.crs());
        this.clip = new Clip(-frame.buffer(), frame.extent() + frame.buffer());
    }

    Crs source() {
        return source;
    }

    /** One shape per dimension that the geometry has; none where nothing of it is seen or can be shown. */
    List<Shape> shapes(Geometry geometry) {
        Parts parts = new Parts();
        collect(geometry, parts);
        List<Shape> shapes = new ArrayList<>();
        if (parts.pointCount > 0) {
            shapes.add(new Shape.Points(Arrays.copyOf(parts.points, 2 * parts.pointCount)));
        }
        if (!parts.lines.isEmpty()) {
            shapes.add(new Shape.Lines(parts.lines));
        }
        if (!parts.areas.isEmpty()) {
            List<int[]> rings = valid(parts.areas);
            if (!rings.isEmpty()) {
                shapes.add(new Shape.Areas(rings));
            }
        }
        return shapes;
    }

    private static final class Parts {
        private int[] points = new int[2];
        private int pointCount;
        private final List<int[]> lines = new ArrayList<>();
        /** Polygons: exterior first, then holes. */
        private final List<List<int[]>> areas = new ArrayList<>();

        void point(int x, int y) {
            if (2 * pointCount == points.length) {
                points = Arrays.copyOf(points, 4 * points.length);
            }
            points[2 * pointCount] = x;
            points[2 * pointCount + 1] = y;
            pointCount++;
        }
    }

    private void collect(Geometry geometry, Parts parts) {
        if (geometry.isEmpty()) {
            return;
        }
        if (geometry instanceof Point point) {
            if (load(point.getCoordinateSequence()) && clip.holds(scratch[0], scratch[1])) {
                parts.point((int) Math.round(scratch[0]), (int) Math.round(scratch[1]));
            }
        } else if (geometry instanceof LineString line) {
            collectLine(line, parts);
        } else if (geometry instanceof Polygon polygon) {
            List<int[]> area = area(polygon);
            if (!area.isEmpty()) {
                parts.areas.add(area);
            }
        } else if (geometry instanceof GeometryCollection collection) {
            for (int i = 0; i < collection.getNumGeometries(); i++) {
                collect(collection.getGeometryN(i), parts);
            }
        }
    }

    private void collectLine(LineString line, Parts parts) {
        int count = line.getNumPoints();
        if (!load(line.getCoordinateSequence())) {
            return;
        }
        Clip.Place place = clip.place(scratch, count);
        if (place == Clip.Place.INSIDE) {
            addLine(rounded(scratch, count), parts);
        } else if (place == Clip.Place.ACROSS) {
            clip.line(scratch, count).forEach(part -> addLine(rounded(part, part.length / 2), parts));
        }
    }

    private static void addLine(int[] line, Parts parts) {
        if (line.length >= 4) {
            parts.lines.add(line);
        }
    }

    /** Rings without their closing point; empty where the exterior has no area left. */
    private List<int[]> area(Polygon polygon) {
        int[] exterior = ring(polygon.getExteriorRing());
        if (exterior == null) {
            return List.of();
        }
        List<int[]> rings = new ArrayList<>();
        rings.add(exterior);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            int[] hole = ring(polygon.getInteriorRingN(i));
            if (hole != null) {
                rings.add(hole);
            }
        }
        return rings;
    }

    private int @Nullable [] ring(LinearRing ring) {
        int count = ring.getNumPoints();
        if (!load(ring.getCoordinateSequence())) {
            return null;
        }
        int[] units =
                switch (clip.place(scratch, count)) {
                    case INSIDE -> rounded(scratch, count);
                    case OUTSIDE -> new int[0];
                    case ACROSS -> {
                        double[] cut = clip.ring(scratch, count);
                        yield rounded(cut, cut.length / 2);
                    }
                };
        if (units.length < 8) {
            return null; // three different points and the closing one at least
        }
        int[] open = Arrays.copyOf(units, units.length - 2);
        return Shape.area(open) == 0 ? null : open;
    }

    /** Fills the scratch with positions in units of the tile, not rounded; false where one cannot be shown. */
    private boolean load(CoordinateSequence positions) {
        int count = positions.size();
        if (scratch.length < 2 * count) {
            scratch = new double[2 * Math.max(count, scratch.length)];
        }
        copy(positions, count);
        toTile.apply(scratch, count);
        double west = frame.envelope().minX();
        double north = frame.envelope().maxY();
        double sum = 0;
        for (int i = 0; i < 2 * count; i += 2) {
            scratch[i] = (scratch[i] - west) * perX;
            scratch[i + 1] = (north - scratch[i + 1]) * perY;
            sum += 0 * scratch[i] + 0 * scratch[i + 1];
        }
        return sum == 0; // zero times what is not finite is no number
    }

    private void copy(CoordinateSequence positions, int count) {
        if (positions instanceof PackedCoordinateSequence.Double packed && packed.getDimension() == 2) {
            System.arraycopy(packed.getRawCoordinates(), 0, scratch, 0, 2 * count);
            return;
        }
        for (int i = 0; i < count; i++) {
            scratch[2 * i] = positions.getX(i);
            scratch[2 * i + 1] = positions.getY(i);
        }
    }

    private static int[] rounded(double[] xy, int count) {
        int[] units = new int[2 * count];
        int size = 0;
        for (int i = 0; i < count; i++) {
            int x = (int) Math.round(xy[2 * i]);
            int y = (int) Math.round(xy[2 * i + 1]);
            if (size == 0 || units[size - 2] != x || units[size - 1] != y) {
                units[size++] = x;
                units[size++] = y;
            }
        }
        return Arrays.copyOf(units, size);
    }

    /** The polygons' rings, wound as the format wants them; repaired where they are not valid together. */
    private static List<int[]> valid(List<List<int[]>> areas) {
        if (areas.size() == 1
                && areas.get(0).size() == 1
                && SimpleRing.is(areas.get(0).get(0))) {
            return List.of(Shape.wound(areas.get(0).get(0), true));
        }
        Geometry whole = UNITS.buildGeometry(
                areas.stream().map(Quantiser::polygon).map(Geometry.class::cast).toList());
        return rings(whole.isValid() ? whole : repaired(whole));
    }

    private static Geometry repaired(Geometry invalid) {
        return GeometryPrecisionReducer.reduce(GeometryFixer.fix(invalid), UNITS.getPrecisionModel());
    }

    private static Polygon polygon(List<int[]> rings) {
        LinearRing exterior = linearRing(rings.get(0));
        LinearRing[] holes = rings.stream().skip(1).map(Quantiser::linearRing).toArray(LinearRing[]::new);
        return UNITS.createPolygon(exterior, holes);
    }

    private static LinearRing linearRing(int[] ring) {
        Coordinate[] closed = new Coordinate[ring.length / 2 + 1];
        for (int i = 0; i < closed.length - 1; i++) {
            closed[i] = new Coordinate(ring[2 * i], ring[2 * i + 1]);
        }
        closed[closed.length - 1] = closed[0];
        return UNITS.createLinearRing(closed);
    }

    private static List<int[]> rings(Geometry areas) {
        List<int[]> rings = new ArrayList<>();
        for (int i = 0; i < areas.getNumGeometries(); i++) {
            if (areas.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                rings.add(Shape.wound(open(polygon.getExteriorRing()), true));
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    rings.add(Shape.wound(open(polygon.getInteriorRingN(hole)), false));
                }
            }
        }
        return rings;
    }

    private static int[] open(LinearRing ring) {
        int[] units = new int[2 * ring.getNumPoints() - 2];
        for (int i = 0; i < units.length / 2; i++) {
            units[2 * i] = (int) Math.round(ring.getCoordinateSequence().getX(i));
            units[2 * i + 1] = (int) Math.round(ring.getCoordinateSequence().getY(i));
        }
        return units;
    }
}
