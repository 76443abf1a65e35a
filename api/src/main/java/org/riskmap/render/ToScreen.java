package org.riskmap.render;

import java.awt.geom.Path2D;
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
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Reprojection;

/**
 * From a source's coordinates to pixels, x to the right, y down, from the picture's upper left corner. Vertices of lines and
 * areas are rounded to the power of ten below the size of what can be told apart, as GeoServer reads them from PostGIS, so that
 * dashes and symbols along lines stand where they stand there; what then lies on the vertex before is left out.
 */
final class ToScreen {

    static final double TOLD_APART_PIXELS = 0.8;
    private static final int MOST_DIGITS = 7;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Reprojection reprojection;
    private final double left;
    private final double top;
    private final double perX;
    private final double perY;
    private final double perUnit;

    /** @param resolution size of a pixel in the source's unit; 0 where it is not known: nothing is rounded */
    ToScreen(Crs source, Viewport viewport, double resolution) {
        this.reprojection = Reprojection.between(source, viewport.crs());
        this.left = viewport.envelope().minX();
        this.top = viewport.envelope().maxY();
        this.perX = viewport.width() / viewport.envelope().width();
        this.perY = viewport.height() / viewport.envelope().height();
        this.perUnit = perUnit(resolution * TOLD_APART_PIXELS);
    }

    private static double perUnit(double toldApart) {
        if (toldApart <= 0) {
            return 0;
        }
        double digits = -Math.floor(Math.log10(toldApart));
        return Math.pow(10, Math.max(-MOST_DIGITS, Math.min(MOST_DIGITS, digits)));
    }

    /** Puts a position of the source into pixels; false where it cannot be shown. */
    boolean pixel(double x, double y, double[] pixel) {
        pixel[0] = x;
        pixel[1] = y;
        reprojection.apply(pixel, 1);
        pixel[0] = (pixel[0] - left) * perX;
        pixel[1] = (top - pixel[1]) * perY;
        return Math.abs(pixel[0]) < 1e9 && Math.abs(pixel[1]) < 1e9;
    }

    /**
     * Adds the lines and areas of a geometry to a shape, rounded as everywhere here, what repeats a position left out. A line or
     * an area of which a vertex cannot be shown is left out as a whole.
     */
    void shape(Geometry geometry, PixelShape shape) {
        if (geometry instanceof Polygon polygon) {
            int before = shape.parts();
            boolean shown = add(polygon.getExteriorRing(), PixelShape.Part.SHELL, shape);
            for (int i = 0; shown && i < polygon.getNumInteriorRing(); i++) {
                shown = add(polygon.getInteriorRingN(i), PixelShape.Part.HOLE, shape);
            }
            if (!shown) {
                shape.dropFrom(before);
            }
        } else if (geometry instanceof LineString line) {
            add(line, PixelShape.Part.LINE, shape);
        } else if (geometry instanceof GeometryCollection) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                shape(geometry.getGeometryN(i), shape);
            }
        }
    }

    /** Whether every vertex could be shown. */
    private boolean add(LineString line, PixelShape.Part kind, PixelShape shape) {
        CoordinateSequence sequence = line.getCoordinateSequence();
        int count = sequence.size();
        double[] xy = shape.room(count);
        int from = shape.used();
        if (perUnit == 0 && sequence instanceof PackedCoordinateSequence.Double packed) {
            copy(packed.getRawCoordinates(), packed.getDimension(), count, xy, from);
        } else {
            for (int i = 0; i < count; i++) {
                xy[from + 2 * i] = rounded(sequence.getX(i));
                xy[from + 2 * i + 1] = rounded(sequence.getY(i));
            }
        }
        reprojection.apply(xy, from, count);
        int to = from;
        for (int i = from; i < from + 2 * count; i += 2) {
            double x = (xy[i] - left) * perX;
            double y = (top - xy[i + 1]) * perY;
            if (!(Math.abs(x) < 1e9 && Math.abs(y) < 1e9)) {
                return false;
            }
            if (to == from || x != xy[to - 2] || y != xy[to - 1]) {
                xy[to++] = x;
                xy[to++] = y;
            }
        }
        shape.end(kind, (to - from) / 2);
        return true;
    }

    private static void copy(double[] ordinates, int dimension, int count, double[] xy, int from) {
        if (dimension == 2) {
            System.arraycopy(ordinates, 0, xy, from, 2 * count);
            return;
        }
        for (int i = 0; i < count; i++) {
            xy[from + 2 * i] = ordinates[dimension * i];
            xy[from + 2 * i + 1] = ordinates[dimension * i + 1];
        }
    }

    private double @Nullable [] pixels(CoordinateSequence sequence, boolean exact) {
        int count = sequence.size();
        double[] xy = new double[2 * count];
        for (int i = 0; i < count; i++) {
            xy[2 * i] = exact ? sequence.getX(i) : rounded(sequence.getX(i));
            xy[2 * i + 1] = exact ? sequence.getY(i) : rounded(sequence.getY(i));
        }
        reprojection.apply(xy, count);
        for (int i = 0; i < count; i++) {
            double x = (xy[2 * i] - left) * perX;
            double y = (top - xy[2 * i + 1]) * perY;
            if (!(Math.abs(x) < 1e9 && Math.abs(y) < 1e9)) {
                return null;
            }
            xy[2 * i] = x;
            xy[2 * i + 1] = y;
        }
        return xy;
    }

    private double rounded(double ordinate) {
        return perUnit == 0 ? ordinate : Math.rint(ordinate * perUnit) / perUnit;
    }

    /** How many of the vertices are left when those that lie on the one before are taken out, in place. */
    private static int distinct(double[] xy, int count, int fewest) {
        int kept = 1;
        for (int i = 1; i < count; i++) {
            boolean needed = count - i <= fewest - kept;
            if (needed || xy[2 * i] != xy[2 * kept - 2] || xy[2 * i + 1] != xy[2 * kept - 1]) {
                xy[2 * kept] = xy[2 * i];
                xy[2 * kept + 1] = xy[2 * i + 1];
                kept++;
            }
        }
        return kept;
    }

    /** The geometry in pixels; null where a vertex cannot be shown. Points stay whole. */
    @Nullable
    Geometry geometry(Geometry geometry) {
        if (geometry instanceof Point point) {
            double[] xy = point.isEmpty() ? null : pixels(point.getCoordinateSequence(), true);
            return xy == null ? null : FACTORY.createPoint(new Coordinate(xy[0], xy[1]));
        }
        if (geometry instanceof Polygon polygon) {
            return polygon(polygon);
        }
        if (geometry instanceof LineString line) {
            Coordinate[] vertices = vertices(line.getCoordinateSequence(), 2);
            return vertices == null ? null : FACTORY.createLineString(vertices);
        }
        Geometry[] parts = new Geometry[geometry.getNumGeometries()];
        int usable = 0;
        for (int i = 0; i < parts.length; i++) {
            Geometry part = geometry(geometry.getGeometryN(i));
            if (part != null && !part.isEmpty()) {
                parts[usable++] = part;
            }
        }
        if (usable == 0) {
            return null;
        }
        return FACTORY.buildGeometry(java.util.Arrays.asList(parts).subList(0, usable));
    }

    private @Nullable Polygon polygon(Polygon polygon) {
        Coordinate[] shell = vertices(polygon.getExteriorRing().getCoordinateSequence(), 4);
        if (shell == null) {
            return null;
        }
        LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
        for (int i = 0; i < holes.length; i++) {
            Coordinate[] hole = vertices(polygon.getInteriorRingN(i).getCoordinateSequence(), 4);
            if (hole == null) {
                return null;
            }
            holes[i] = FACTORY.createLinearRing(hole);
        }
        return FACTORY.createPolygon(FACTORY.createLinearRing(shell), holes);
    }

    private Coordinate @Nullable [] vertices(CoordinateSequence sequence, int fewest) {
        double[] xy = pixels(sequence, false);
        if (xy == null) {
            return null;
        }
        int count = distinct(xy, sequence.size(), Math.min(fewest, sequence.size()));
        Coordinate[] vertices = new Coordinate[count];
        for (int i = 0; i < count; i++) {
            vertices[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
        }
        return vertices;
    }

    /** A geometry in pixels as a path; rings are closed, the inside is by even-odd. */
    static Path2D path(Geometry pixels) {
        Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD, pixels.getNumPoints() + 2);
        append(pixels, path);
        return path;
    }

    private static void append(Geometry geometry, Path2D.Double path) {
        if (geometry instanceof Polygon polygon) {
            append(polygon.getExteriorRing(), path);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                append(polygon.getInteriorRingN(i), path);
            }
        } else if (geometry instanceof LineString line) {
            append(line, path);
        } else if (geometry instanceof GeometryCollection) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                append(geometry.getGeometryN(i), path);
            }
        }
    }

    private static void append(LineString line, Path2D.Double path) {
        CoordinateSequence sequence = line.getCoordinateSequence();
        if (sequence.size() == 0) {
            return;
        }
        path.moveTo(sequence.getX(0), sequence.getY(0));
        int last = line instanceof LinearRing ? sequence.size() - 1 : sequence.size();
        for (int i = 1; i < last; i++) {
            path.lineTo(sequence.getX(i), sequence.getY(i));
        }
        if (line instanceof LinearRing) {
            path.closePath();
        }
    }
}
