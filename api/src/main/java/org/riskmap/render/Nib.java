package org.riskmap.render;

/**
 * Outlines lines drawn with a pen. Each stretch is a rectangle, each bend the wedge outside of it, all turning the same way
 * round, so that what lies in several of them is covered as what lies in one. Bends so slight that nobody could see it
 * share their corners.
 */
final class Nib {

    private static final double UNSEEN_PIXELS = 0.05;
    private static final double SHORTEST_PIXELS = 1e-6;
    private static final double ROUND_TO_PIXELS = 0.03;

    private final Coverage coverage;
    private final double half;
    private final boolean roundJoins;
    private final Cap cap;
    private final double slightBend;
    private final double arcStep;

    /** How a line ends. */
    enum Cap {
        BUTT,
        ROUND,
        SQUARE
    }

    // the last stretch: where it ends, and the vector from the line to its left edge there
    private double x;
    private double y;
    private double leftX;
    private double leftY;
    private double length;
    // corners from which the edges run on
    private double leftFromX;
    private double leftFromY;
    private double rightFromX;
    private double rightFromY;

    /**
     * @param width pixels
     * @param roundJoins else bends are cut off
     */
    Nib(Coverage coverage, double width, boolean roundJoins, Cap cap) {
        this.coverage = coverage;
        this.half = width / 2;
        this.roundJoins = roundJoins;
        this.cap = cap;
        double least = half / (half + UNSEEN_PIXELS); // cosine of half the bend that sticks out by so much
        this.slightBend = 2 * least * least - 1;
        this.arcStep = 2 * Math.acos(Math.max(0.5, 1 - ROUND_TO_PIXELS / Math.max(half, ROUND_TO_PIXELS)));
    }

    /** How far the outline can lie from the line, pixels. */
    double reach() {
        return half * (cap == Cap.SQUARE ? 1.5 : 1) + 2 * UNSEEN_PIXELS;
    }

    /**
     * Adds a line's outline.
     *
     * @param xy pixels
     * @param from its first position's place in {@code xy}
     * @param to behind its last
     * @param closed whether it is a ring; it then ends where it begins
     */
    void line(double[] xy, int from, int to, boolean closed) {
        int second = next(xy, from, from + 2, to);
        if (second == to) {
            if (!closed && cap == Cap.ROUND) {
                dot(xy[from], xy[from + 1]);
            }
            return;
        }
        aim(xy[from], xy[from + 1], xy[second], xy[second + 1]);
        double firstX = leftX;
        double firstY = leftY;
        double firstLength = length;
        double beginX = xy[from];
        double beginY = xy[from + 1];
        if (closed) {
            runFrom(beginX, beginY, leftX, leftY);
        } else {
            begin(beginX, beginY);
        }
        double startLeftX = leftFromX;
        double startLeftY = leftFromY;
        double startRightX = rightFromX;
        double startRightY = rightFromY;
        x = xy[second];
        y = xy[second + 1];
        for (int i = next(xy, second, second + 2, to); i < to; i = next(xy, i, i + 2, to)) {
            double beforeX = leftX;
            double beforeY = leftY;
            double before = length;
            aim(x, y, xy[i], xy[i + 1]);
            bend(beforeX, beforeY, leftX, leftY, Math.min(before, length));
            x = xy[i];
            y = xy[i + 1];
        }
        if (closed) {
            x = beginX;
            y = beginY;
            bend(leftX, leftY, firstX, firstY, Math.min(length, firstLength));
            // a slight bend ends at its corner, which is not where the first stretch began
            coverage.edge(leftFromX, leftFromY, startLeftX, startLeftY);
            coverage.edge(startRightX, startRightY, rightFromX, rightFromY);
        } else {
            end();
        }
    }

    /** The next position that does not lie on the one before. */
    private static int next(double[] xy, int last, int from, int to) {
        int i = from;
        while (i < to
                && Math.abs(xy[i] - xy[last]) < SHORTEST_PIXELS
                && Math.abs(xy[i + 1] - xy[last + 1]) < SHORTEST_PIXELS) {
            i += 2;
        }
        return Math.min(i, to);
    }

    private void aim(double x0, double y0, double x1, double y1) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        length = Math.sqrt(dx * dx + dy * dy);
        double scale = half / length;
        leftX = dy * scale;
        leftY = -dx * scale;
    }

    /** Lets both edges run on from beside a position. */
    private void runFrom(double atX, double atY, double besideX, double besideY) {
        leftFromX = atX + besideX;
        leftFromY = atY + besideY;
        rightFromX = atX - besideX;
        rightFromY = atY - besideY;
    }

    private void begin(double beginX, double beginY) {
        double backX = cap == Cap.SQUARE ? leftY : 0;
        double backY = cap == Cap.SQUARE ? -leftX : 0;
        runFrom(beginX + backX, beginY + backY, leftX, leftY);
        if (cap == Cap.ROUND) {
            arc(beginX, beginY, -leftX, -leftY, Math.PI);
        } else {
            coverage.edge(rightFromX, rightFromY, leftFromX, leftFromY);
        }
    }

    private void end() {
        double onX = cap == Cap.SQUARE ? -leftY : 0;
        double onY = cap == Cap.SQUARE ? leftX : 0;
        double endX = x + onX;
        double endY = y + onY;
        coverage.edge(leftFromX, leftFromY, endX + leftX, endY + leftY);
        coverage.edge(endX - leftX, endY - leftY, rightFromX, rightFromY);
        if (cap == Cap.ROUND) {
            arc(x, y, leftX, leftY, Math.PI);
        } else {
            coverage.edge(endX + leftX, endY + leftY, endX - leftX, endY - leftY);
        }
    }

    /**
     * Ends one stretch and begins the next, in another direction.
     *
     * @param shorter of the two: if it does not reach beyond the pen's corner inside of the bend, the corner cannot be shared
     */
    private void bend(double fromX, double fromY, double toX, double toY, double shorter) {
        double square = half * half;
        double dot = (fromX * toX + fromY * toY) / square;
        double across = fromX * toY - fromY * toX;
        if (dot >= slightBend && shorter * half * (1 + dot) >= 2 * Math.abs(across)) {
            double midX = (fromX + toX) / (1 + dot);
            double midY = (fromY + toY) / (1 + dot);
            corner(x + midX, y + midY, x - midX, y - midY);
            return;
        }
        corner(x + fromX, y + fromY, x - fromX, y - fromY);
        if (across > 0) {
            wedge(fromX, fromY, toX, toY, Math.acos(Math.max(-1, dot)));
            coverage.edge(x - toX, y - toY, x, y);
            coverage.edge(x, y, x - fromX, y - fromY);
        } else {
            wedge(-toX, -toY, -fromX, -fromY, Math.acos(Math.max(-1, dot)));
            coverage.edge(x + fromX, y + fromY, x, y);
            coverage.edge(x, y, x + toX, y + toY);
        }
        runFrom(x, y, toX, toY);
    }

    /** Runs both edges on to a corner, from where the next ones run. */
    private void corner(double cornerLeftX, double cornerLeftY, double cornerRightX, double cornerRightY) {
        coverage.edge(leftFromX, leftFromY, cornerLeftX, cornerLeftY);
        coverage.edge(cornerRightX, cornerRightY, rightFromX, rightFromY);
        leftFromX = cornerLeftX;
        leftFromY = cornerLeftY;
        rightFromX = cornerRightX;
        rightFromY = cornerRightY;
    }

    /** From one corner of a bend to the other, outside. */
    private void wedge(double fromX, double fromY, double toX, double toY, double angle) {
        if (roundJoins) {
            arc(x, y, fromX, fromY, angle, toX, toY);
        } else {
            coverage.edge(x + fromX, y + fromY, x + toX, y + toY);
        }
    }

    private void arc(double atX, double atY, double fromX, double fromY, double angle) {
        arc(atX, atY, fromX, fromY, angle, -fromX, -fromY);
    }

    private void arc(double atX, double atY, double fromX, double fromY, double angle, double toX, double toY) {
        int steps = (int) Math.ceil(angle / arcStep);
        double cos = Math.cos(angle / steps);
        double sin = Math.sin(angle / steps);
        double lastX = fromX;
        double lastY = fromY;
        for (int i = 1; i < steps; i++) {
            double nextX = lastX * cos - lastY * sin;
            double nextY = lastX * sin + lastY * cos;
            coverage.edge(atX + lastX, atY + lastY, atX + nextX, atY + nextY);
            lastX = nextX;
            lastY = nextY;
        }
        coverage.edge(atX + lastX, atY + lastY, atX + toX, atY + toY);
    }

    private void dot(double atX, double atY) {
        arc(atX, atY, half, 0, Math.PI);
        arc(atX, atY, -half, 0, Math.PI);
    }
}
