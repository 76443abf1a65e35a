package org.riskmap.demo;

/** Plane geometry of straight pieces, metres. */
final class Segments {

    private Segments() {}

    /** Length of a step, m. */
    static double length(double dx, double dy) {
        return Math.sqrt(dx * dx + dy * dy);
    }

    /** Least distance from a point to the piece a–b. */
    static double distance(double px, double py, double ax, double ay, double bx, double by) {
        double dx = bx - ax;
        double dy = by - ay;
        double length2 = dx * dx + dy * dy;
        double t = length2 == 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / length2;
        double u = Math.max(0, Math.min(1, t));
        return length(px - ax - u * dx, py - ay - u * dy);
    }

    /** Twice the area of the triangle a–b–c, positive where c lies left of a–b. */
    static double side(double ax, double ay, double bx, double by, double cx, double cy) {
        return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    }

    /** Where along a–b (0 to 1) the piece c–d meets it; NaN where they are apart or parallel. */
    static double meeting(double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy) {
        double turn = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
        if (turn == 0) {
            return Double.NaN;
        }
        double along = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / turn;
        double other = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / turn;
        return along >= 0 && along <= 1 && other >= 0 && other <= 1 ? along : Double.NaN;
    }
}
