package org.riskmap.render;

import java.util.Arrays;

/** Lines or areas in pixels as plain numbers; to be used again for the next feature. One thread only. */
final class PixelShape {

    /** A part's kind. */
    enum Part {
        LINE,
        SHELL,
        HOLE
    }

    private double[] xy = new double[256];
    private int used;
    private int[] ends = new int[8];
    private Part[] kinds = new Part[8];
    private int parts;
    private double minX;
    private double minY;
    private double maxX;
    private double maxY;

    void clear() {
        used = 0;
        parts = 0;
        minX = Double.POSITIVE_INFINITY;
        minY = Double.POSITIVE_INFINITY;
        maxX = Double.NEGATIVE_INFINITY;
        maxY = Double.NEGATIVE_INFINITY;
    }

    /** Makes room for so many positions and gives the array, into which they are to be written from {@link #used} on. */
    double[] room(int positions) {
        if (used + 2 * positions > xy.length) {
            xy = Arrays.copyOf(xy, Math.max(used + 2 * positions, 2 * xy.length));
        }
        return xy;
    }

    /** Ends a part of which so many positions were written. */
    void end(Part kind, int positions) {
        if (parts == ends.length) {
            ends = Arrays.copyOf(ends, 2 * parts);
            kinds = Arrays.copyOf(kinds, 2 * parts);
        }
        int end = used + 2 * positions;
        for (int i = used; i < end; i += 2) {
            double x = xy[i];
            double y = xy[i + 1];
            minX = x < minX ? x : minX;
            maxX = x > maxX ? x : maxX;
            minY = y < minY ? y : minY;
            maxY = y > maxY ? y : maxY;
        }
        used = end;
        ends[parts] = end;
        kinds[parts++] = kind;
    }

    /** Positions one after another: x, y, x, y, … */
    double[] xy() {
        return xy;
    }

    /** How many numbers of {@link #xy} count. */
    int used() {
        return used;
    }

    int parts() {
        return parts;
    }

    Part kind(int part) {
        return kinds[part];
    }

    /** Place in {@link #xy} of a part's first position. */
    int start(int part) {
        return part == 0 ? 0 : ends[part - 1];
    }

    /** Place in {@link #xy} behind a part's last position. */
    int end(int part) {
        return ends[part];
    }

    double minX() {
        return minX;
    }

    double minY() {
        return minY;
    }

    double maxX() {
        return maxX;
    }

    double maxY() {
        return maxY;
    }
}
