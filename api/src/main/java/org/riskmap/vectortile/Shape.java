package org.riskmap.vectortile;

import java.util.List;

/** A feature's geometry in whole units of the tile, y downward, ready to be written. */
sealed interface Shape {

    /** Points as x0, y0, x1, y1, … */
    record Points(int[] xy) implements Shape {}

    /** Lines of at least two different points each. */
    record Lines(List<int[]> lines) implements Shape {}

    /**
     * Rings without their closing point; each exterior (positive area, MVT 2.1, 4.3.4.4) followed by its holes (negative
     * area). Together they are valid.
     */
    record Areas(List<int[]> rings) implements Shape {}

    /** The number of MVT's geometry type (4.3.4). */
    default int type() {
        return this instanceof Points ? 1 : this instanceof Lines ? 2 : 3;
    }

    /** Commands and parameters (MVT 2.1, 4.3.1 to 4.3.3). */
    default void write(Pbf out) {
        Pen pen = new Pen(out);
        if (this instanceof Points points) {
            pen.move(points.xy.length / 2);
            pen.through(points.xy, 0);
        } else if (this instanceof Lines lines) {
            lines.lines.forEach(line -> pen.path(line, false));
        } else {
            ((Areas) this).rings.forEach(ring -> pen.path(ring, true));
        }
    }

    /** Twice the signed area by the surveyor's formula; positive for an exterior ring. */
    static long area(int[] ring) {
        long area = 0;
        int last = ring.length - 2;
        for (int i = 0, before = last; i <= last; before = i, i += 2) {
            area += (long) ring[before] * ring[i + 1] - (long) ring[i] * ring[before + 1];
        }
        return area;
    }

    /** The ring with an area of the sign that is wanted. */
    static int[] wound(int[] ring, boolean exterior) {
        if (area(ring) > 0 == exterior) {
            return ring;
        }
        int[] turned = new int[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            turned[i] = ring[ring.length - 2 - i];
            turned[i + 1] = ring[ring.length - 1 - i];
        }
        return turned;
    }

    /** Writes positions as differences from the one before. */
    final class Pen {
        private static final int MOVE_TO = 1;
        private static final int LINE_TO = 2;
        private static final int CLOSE_PATH = 7;

        private final Pbf out;
        private int x;
        private int y;

        Pen(Pbf out) {
            this.out = out;
        }

        private void command(int id, int count) {
            out.varint(id | (long) count << 3);
        }

        void move(int count) {
            command(MOVE_TO, count);
        }

        void through(int[] xy, int from) {
            for (int i = from; i < xy.length; i += 2) {
                out.varint(Integer.toUnsignedLong(Pbf.zigzag(xy[i] - x)));
                out.varint(Integer.toUnsignedLong(Pbf.zigzag(xy[i + 1] - y)));
                x = xy[i];
                y = xy[i + 1];
            }
        }

        void path(int[] xy, boolean closed) {
            move(1);
            through(new int[] {xy[0], xy[1]}, 0);
            command(LINE_TO, xy.length / 2 - 1);
            through(xy, 2);
            if (closed) {
                command(CLOSE_PATH, 1);
            }
        }
    }
}
