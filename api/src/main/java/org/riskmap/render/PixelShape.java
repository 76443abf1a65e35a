package org.riskmap.render;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.Arrays;

/** Lines or areas in pixels as plain numbers; to be used again for the next feature. One thread only. */
final class PixelShape {

    /** A part's kind. */
    enum Part {
        LINE,
        SHELL,
        HOLE
    }

    private static final double FLAT_TO_PIXELS = 0.05;

    private double[] xy = new double[256];
    private int used;
    private int[] ends = new int[8];
    private Part[] kinds = new Part[8];
    private int parts;
    private double minX;
    private double minY;
    private double maxX;
    private double maxY;

    PixelShape() {
        clear();
    }

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

    /** Adds the rings of a shape, its curves as short lines; what is open is closed. */
    void add(Shape shape) {
        PathIterator path = shape.getPathIterator(null, FLAT_TO_PIXELS);
        double[] position = new double[6];
        int count = 0;
        for (; !path.isDone(); path.next()) {
            int kind = path.currentSegment(position);
            if (kind != PathIterator.SEG_LINETO) {
                count = close(count);
            }
            if (kind != PathIterator.SEG_CLOSE) {
                room(count + 2);
                xy[used + 2 * count] = position[0];
                xy[used + 2 * count + 1] = position[1];
                count++;
            }
        }
        close(count);
    }

    private int close(int count) {
        if (count > 1) {
            xy[used + 2 * count] = xy[used];
            xy[used + 2 * count + 1] = xy[used + 1];
            end(Part.SHELL, count + 1);
        }
        return 0;
    }

    /** The same shape elsewhere. */
    PixelShape moved(AffineTransform place) {
        PixelShape moved = new PixelShape();
        moved.room(used / 2);
        place.transform(xy, 0, moved.xy, 0, used / 2);
        for (int part = 0; part < parts; part++) {
            moved.end(kinds[part], (ends[part] - start(part)) / 2);
        }
        return moved;
    }

    /** Takes back all parts from one on; the box stays as it was. */
    void dropFrom(int part) {
        used = start(part);
        parts = part;
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
