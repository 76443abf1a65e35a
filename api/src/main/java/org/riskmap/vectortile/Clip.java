package org.riskmap.vectortile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts lines and rings, given as x0, y0, x1, y1, …, to a square from {@code low} to {@code high} on both axes. */
final class Clip {

    private final double low;
    private final double high;

    Clip(double low, double high) {
        this.low = low;
        this.high = high;
    }

    boolean holds(double x, double y) {
        return x >= low && x <= high && y >= low && y <= high;
    }

    /** Where a path lies. */
    enum Place {
        INSIDE,
        OUTSIDE,
        ACROSS
    }

    /** By the path's envelope; {@code ACROSS} may turn out to be outside. */
    Place place(double[] xy, int count) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            minX = Math.min(minX, xy[2 * i]);
            maxX = Math.max(maxX, xy[2 * i]);
            minY = Math.min(minY, xy[2 * i + 1]);
            maxY = Math.max(maxY, xy[2 * i + 1]);
        }
        if (minX >= low && minY >= low && maxX <= high && maxY <= high) {
            return Place.INSIDE;
        }
        return minX > high || minY > high || maxX < low || maxY < low ? Place.OUTSIDE : Place.ACROSS;
    }

    /**
     * The parts of a ring in the square, joined along its border: Sutherland and Hodgman 1974. Of a ring with bays at the
     * border the parts hang together by edges that run to and fro there, which the caller repairs.
     *
     * @param count positions, the last equal to the first
     * @return a ring of the same kind; empty where nothing is left
     */
    double[] ring(double[] xy, int count) {
        double[] kept = Arrays.copyOf(xy, 2 * count);
        for (int axis = 0; axis < 2 && kept.length > 0; axis++) {
            kept = half(kept, axis, low, 1);
            kept = kept.length == 0 ? kept : half(kept, axis, high, -1);
        }
        return kept;
    }

    /** What of a ring lies on the side of a border where {@code sign * (v - border)} is not negative. */
    private static double[] half(double[] ring, int axis, double border, int sign) {
        double[] kept = new double[2 * ring.length + 2];
        int size = 0;
        int count = ring.length / 2;
        for (int i = 0; i + 1 < count; i++) {
            double from = sign * (ring[2 * i + axis] - border);
            double to = sign * (ring[2 * i + 2 + axis] - border);
            if (from >= 0) {
                kept[size++] = ring[2 * i];
                kept[size++] = ring[2 * i + 1];
            }
            if (from > 0 && to < 0 || from < 0 && to > 0) {
                double part = from / (from - to);
                int other = 1 - axis;
                kept[size + axis] = border;
                kept[size + other] = ring[2 * i + other] + part * (ring[2 * i + 2 + other] - ring[2 * i + other]);
                size += 2;
            }
        }
        if (size == 0) {
            return new double[0];
        }
        kept[size] = kept[0];
        kept[size + 1] = kept[1];
        return Arrays.copyOf(kept, size + 2);
    }

    /** The parts of a line in the square, in its direction: Liang and Barsky 1984 for each segment. */
    List<double[]> line(double[] xy, int count) {
        List<double[]> parts = new ArrayList<>();
        double[] part = new double[2 * count + 2];
        int size = 0;
        for (int i = 0; i + 1 < count; i++) {
            double x = xy[2 * i];
            double y = xy[2 * i + 1];
            double dx = xy[2 * i + 2] - x;
            double dy = xy[2 * i + 3] - y;
            double[] span = {0, 1};
            if (!narrow(span, x, dx) || !narrow(span, y, dy)) {
                size = finish(parts, part, size);
                continue;
            }
            if (span[0] > 0) {
                size = finish(parts, part, size);
            }
            if (size == 0) {
                part[size++] = x + span[0] * dx;
                part[size++] = y + span[0] * dy;
            }
            part[size++] = span[1] == 1 ? xy[2 * i + 2] : x + span[1] * dx;
            part[size++] = span[1] == 1 ? xy[2 * i + 3] : y + span[1] * dy;
            if (span[1] < 1) {
                size = finish(parts, part, size);
            }
        }
        finish(parts, part, size);
        return parts;
    }

    /** Keeps of a segment's span what lies between the borders of one axis; false where nothing does. */
    private boolean narrow(double[] span, double start, double run) {
        if (run == 0) {
            return start >= low && start <= high;
        }
        double one = (low - start) / run;
        double other = (high - start) / run;
        span[0] = Math.max(span[0], Math.min(one, other));
        span[1] = Math.min(span[1], Math.max(one, other));
        return span[0] <= span[1];
    }

    private static int finish(List<double[]> parts, double[] part, int size) {
        if (size >= 4) {
            parts.add(Arrays.copyOf(part, size));
        }
        return 0;
    }
}
