package org.riskmap.network;

import org.locationtech.jts.algorithm.CGAlgorithmsDD;

/** Where two straight lines cross in the plane, decided by exact signs. */
final class Crossing {

    private Crossing() {}

    /**
     * Where the line from 1 to 2 meets the segment from a to b, as a share of the way from 1 to 2; NaN where they do not
     * meet or run along each other.
     */
    static double share(double x1, double y1, double x2, double y2, double ax, double ay, double bx, double by) {
        int sideA = CGAlgorithmsDD.orientationIndex(x1, y1, x2, y2, ax, ay);
        int sideB = CGAlgorithmsDD.orientationIndex(x1, y1, x2, y2, bx, by);
        if (sideA * sideB > 0 || sideA == 0 && sideB == 0) {
            return Double.NaN;
        }
        int side1 = CGAlgorithmsDD.orientationIndex(ax, ay, bx, by, x1, y1);
        int side2 = CGAlgorithmsDD.orientationIndex(ax, ay, bx, by, x2, y2);
        if (side1 * side2 > 0) {
            return Double.NaN;
        }
        double dx = bx - ax;
        double dy = by - ay;
        double from = (x1 - ax) * dy - (y1 - ay) * dx;
        double to = (x2 - ax) * dy - (y2 - ay) * dx;
        return Math.max(0, Math.min(1, from / (from - to)));
    }

    /**
     * Whether somebody who goes from 1 to 2 gets to the other side of the segment from a to b. To end on it is not to
     * cross; a line through the point that two segments of a polyline share crosses exactly one of them.
     */
    static boolean crosses(double x1, double y1, double x2, double y2, double ax, double ay, double bx, double by) {
        int side1 = CGAlgorithmsDD.orientationIndex(ax, ay, bx, by, x1, y1);
        int side2 = CGAlgorithmsDD.orientationIndex(ax, ay, bx, by, x2, y2);
        if (side1 * side2 >= 0) {
            return false;
        }
        boolean leftA = CGAlgorithmsDD.orientationIndex(x1, y1, x2, y2, ax, ay) >= 0;
        boolean leftB = CGAlgorithmsDD.orientationIndex(x1, y1, x2, y2, bx, by) >= 0;
        return leftA != leftB;
    }
}
