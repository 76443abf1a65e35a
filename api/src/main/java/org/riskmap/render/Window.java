package org.riskmap.render;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;

/** A rectangle that lines and rings are cut to. */
final class Window {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final double left;
    private final double right;
    private final double top;
    private final double bottom;

    Window(Envelope box) {
        this.left = box.getMinX();
        this.right = box.getMaxX();
        this.top = box.getMinY();
        this.bottom = box.getMaxY();
    }

    /** What of a line lies inside, in its direction. Source: Liang and Barsky, A new concept and method for line clipping, 1984. */
    List<LineString> pieces(LineString line) {
        CoordinateSequence vertices = line.getCoordinateSequence();
        List<LineString> pieces = new ArrayList<>();
        List<Coordinate> open = new ArrayList<>();
        double[] part = new double[2];
        for (int i = 1; i < vertices.size(); i++) {
            double x = vertices.getX(i - 1);
            double y = vertices.getY(i - 1);
            double dx = vertices.getX(i) - x;
            double dy = vertices.getY(i) - y;
            if (!inside(x, y, dx, dy, part)) {
                close(open, pieces);
                continue;
            }
            if (part[0] > 0) {
                close(open, pieces);
            }
            if (open.isEmpty()) {
                open.add(new Coordinate(x + part[0] * dx, y + part[0] * dy));
            }
            open.add(new Coordinate(x + part[1] * dx, y + part[1] * dy));
            if (part[1] < 1) {
                close(open, pieces);
            }
        }
        close(open, pieces);
        return pieces;
    }

    private static void close(List<Coordinate> open, List<LineString> pieces) {
        if (open.size() > 1) {
            pieces.add(FACTORY.createLineString(open.toArray(Coordinate[]::new)));
        }
        open.clear();
    }

    /** Whether any of a stretch lies inside, and which part of it, as parts of its length. */
    private boolean inside(double x, double y, double dx, double dy, double[] part) {
        part[0] = 0;
        part[1] = 1;
        return narrowed(-dx, x - left, part)
                && narrowed(dx, right - x, part)
                && narrowed(-dy, y - top, part)
                && narrowed(dy, bottom - y, part)
                && part[0] < part[1];
    }

    private static boolean narrowed(double towards, double room, double[] part) {
        if (towards == 0) {
            return room >= 0;
        }
        double at = room / towards;
        if (towards < 0) {
            part[0] = Math.max(part[0], at);
        } else {
            part[1] = Math.min(part[1], at);
        }
        return part[0] <= part[1];
    }

    /**
     * A ring cut to the rectangle, closed along its sides; null where nothing is left. It begins with its second vertex, as
     * GeoServer's does; so do its dashes. Source: Liang and Barsky, An analysis and algorithm for polygon clipping, 1983.
     */
    @Nullable
    LinearRing ring(LinearRing ring) {
        CoordinateSequence vertices = ring.getCoordinateSequence();
        List<Coordinate> cut = new ArrayList<>();
        for (int i = 1; i < vertices.size(); i++) {
            edge(vertices.getX(i - 1), vertices.getY(i - 1), vertices.getX(i), vertices.getY(i), cut);
        }
        if (cut.isEmpty()) {
            return null;
        }
        if (!cut.get(0).equals2D(cut.get(cut.size() - 1))) {
            cut.add(new Coordinate(cut.get(0)));
        }
        if (cut.size() < 4 || onOneSide(cut)) {
            return null;
        }
        return FACTORY.createLinearRing(cut.toArray(Coordinate[]::new));
    }

    private boolean onOneSide(List<Coordinate> cut) {
        Coordinate first = cut.get(0);
        boolean upright = first.x == left || first.x == right;
        boolean level = first.y == top || first.y == bottom;
        return upright && cut.stream().allMatch(vertex -> vertex.x == first.x)
                || level && cut.stream().allMatch(vertex -> vertex.y == first.y);
    }

    /** Adds where an edge enters, turns around a corner, leaves or ends. */
    private void edge(double x0, double y0, double x1, double y1, List<Coordinate> cut) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        boolean east = dx > 0 || dx == 0 && x0 > right;
        boolean south = dy > 0 || dy == 0 && y0 > bottom;
        double xIn = east ? left : right;
        double xOut = east ? right : left;
        double yIn = south ? top : bottom;
        double yOut = south ? bottom : top;
        double leavesX = dx == 0 ? inRange(x0, left, right) : (xOut - x0) / dx;
        double leavesY = dy == 0 ? inRange(y0, top, bottom) : (yOut - y0) / dy;
        double firstOut = Math.min(leavesX, leavesY);
        double lastOut = Math.max(leavesX, leavesY);
        if (lastOut <= 0) {
            return;
        }
        double entersX = dx == 0 ? Double.NEGATIVE_INFINITY : (xIn - x0) / dx;
        double entersY = dy == 0 ? Double.NEGATIVE_INFINITY : (yIn - y0) / dy;
        double lastIn = Math.max(entersX, entersY);
        if (firstOut < lastIn) {
            if (firstOut > 0 && firstOut <= 1) {
                cut.add(entersX < entersY ? new Coordinate(xOut, yIn) : new Coordinate(xIn, yOut));
            }
        } else if (firstOut > 0 && lastIn <= 1) {
            if (lastIn > 0) {
                cut.add(
                        entersX > entersY
                                ? new Coordinate(xIn, y0 + entersX * dy)
                                : new Coordinate(x0 + entersY * dx, yIn));
            }
            if (firstOut < 1) {
                cut.add(
                        leavesX < leavesY
                                ? new Coordinate(xOut, y0 + leavesX * dy)
                                : new Coordinate(x0 + leavesY * dx, yOut));
            } else {
                cut.add(new Coordinate(x1, y1));
            }
        }
        if (lastOut > 0 && lastOut <= 1) {
            cut.add(new Coordinate(xOut, yOut));
        }
    }

    /** When an edge that does not move along an axis leaves the rectangle along it: never where it lies inside, else before it began. */
    private static double inRange(double at, double from, double to) {
        return from <= at && at <= to ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
}
