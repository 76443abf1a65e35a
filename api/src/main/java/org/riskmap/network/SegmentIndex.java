package org.riskmap.network;

import java.util.Arrays;

/**
 * Finds the segments of many lines near a box: a packed tree over pieces of up to {@value #PIECE} segments in Hilbert
 * order, in flat arrays. Safe for many threads; visits in the same order every time.
 */
final class SegmentIndex {

    private static final int PIECE = 8;
    private static final int FAN = 16;

    private final double[] x;
    private final double[] y;
    private final int[] pieceLine;
    private final int[] pieceFirst;
    private final int[] pieceLast;
    private final Level[] levels;

    /** Boxes of one level of the tree, four numbers each; the children of box i are boxes i·FAN… of the level below. */
    private record Level(double[] boxes, int count) {}

    /** Told of one segment: from coordinate {@code from} to {@code from + 1} of a line. */
    interface Visitor {
        void segment(int line, int from);
    }

    /**
     * @param x of the coordinates
     * @param y of the coordinates
     * @param lineStart first coordinate of each line
     * @param lineEnd last coordinate of each line, greater than the first
     */
    SegmentIndex(double[] x, double[] y, int[] lineStart, int[] lineEnd) {
        this.x = x;
        this.y = y;
        int pieces = 0;
        for (int line = 0; line < lineStart.length; line++) {
            pieces += (lineEnd[line] - lineStart[line] + PIECE - 1) / PIECE;
        }
        int[] line = new int[pieces];
        int[] first = new int[pieces];
        int[] last = new int[pieces];
        int piece = 0;
        for (int i = 0; i < lineStart.length; i++) {
            for (int from = lineStart[i]; from < lineEnd[i]; from += PIECE) {
                line[piece] = i;
                first[piece] = from;
                last[piece++] = Math.min(from + PIECE, lineEnd[i]);
            }
        }
        int[] order = hilbertOrder(first, last);
        this.pieceLine = pick(line, order);
        this.pieceFirst = pick(first, order);
        this.pieceLast = pick(last, order);
        this.levels = levels();
    }

    /** Visits every segment whose own box shares a point with the given one. */
    void visit(double minX, double minY, double maxX, double maxY, Visitor visitor) {
        if (pieceLine.length > 0) {
            visit(levels.length - 1, 0, minX, minY, maxX, maxY, visitor);
        }
    }

    private void visit(int level, int from, double minX, double minY, double maxX, double maxY, Visitor visitor) {
        int to = Math.min(from + FAN, levels[level].count());
        double[] boxes = levels[level].boxes();
        for (int i = from; i < to; i++) {
            int at = 4 * i;
            if (boxes[at] <= maxX && boxes[at + 1] <= maxY && boxes[at + 2] >= minX && boxes[at + 3] >= minY) {
                if (level == 0) {
                    visitPiece(i, minX, minY, maxX, maxY, visitor);
                } else {
                    visit(level - 1, i * FAN, minX, minY, maxX, maxY, visitor);
                }
            }
        }
    }

    private void visitPiece(int piece, double minX, double minY, double maxX, double maxY, Visitor visitor) {
        for (int i = pieceFirst[piece]; i < pieceLast[piece]; i++) {
            if (Math.min(x[i], x[i + 1]) <= maxX
                    && Math.max(x[i], x[i + 1]) >= minX
                    && Math.min(y[i], y[i + 1]) <= maxY
                    && Math.max(y[i], y[i + 1]) >= minY) {
                visitor.segment(pieceLine[piece], i);
            }
        }
    }

    private int[] hilbertOrder(int[] first, int[] last) {
        Extent all = Extent.of(x, y);
        int[] places = new int[first.length];
        Ranges.forEach(places.length, (from, to) -> {
            for (int piece = from; piece < to; piece++) {
                Extent box = Extent.of(x, y, first[piece], last[piece] + 1);
                places[piece] = Hilbert.place((box.minX() + box.maxX()) / 2, (box.minY() + box.maxY()) / 2, all);
            }
        });
        return Hilbert.order(places);
    }

    private Level[] levels() {
        int depth = 1;
        for (int count = pieceLine.length; count > FAN; count = (count + FAN - 1) / FAN) {
            depth++;
        }
        Level[] result = new Level[depth];
        double[] boxes = new double[4 * pieceLine.length];
        Ranges.forEach(pieceLine.length, (from, to) -> {
            for (int piece = from; piece < to; piece++) {
                Extent box = Extent.of(x, y, pieceFirst[piece], pieceLast[piece] + 1);
                boxes[4 * piece] = box.minX();
                boxes[4 * piece + 1] = box.minY();
                boxes[4 * piece + 2] = box.maxX();
                boxes[4 * piece + 3] = box.maxY();
            }
        });
        result[0] = new Level(boxes, pieceLine.length);
        for (int level = 1; level < depth; level++) {
            result[level] = parents(result[level - 1]);
        }
        return result;
    }

    private static Level parents(Level children) {
        int count = (children.count() + FAN - 1) / FAN;
        double[] boxes = new double[4 * count];
        for (int i = 0; i < count; i++) {
            Arrays.fill(boxes, 4 * i, 4 * i + 2, Double.POSITIVE_INFINITY);
            Arrays.fill(boxes, 4 * i + 2, 4 * i + 4, Double.NEGATIVE_INFINITY);
            for (int child = i * FAN; child < Math.min((i + 1) * FAN, children.count()); child++) {
                double[] of = children.boxes();
                boxes[4 * i] = Math.min(boxes[4 * i], of[4 * child]);
                boxes[4 * i + 1] = Math.min(boxes[4 * i + 1], of[4 * child + 1]);
                boxes[4 * i + 2] = Math.max(boxes[4 * i + 2], of[4 * child + 2]);
                boxes[4 * i + 3] = Math.max(boxes[4 * i + 3], of[4 * child + 3]);
            }
        }
        return new Level(boxes, count);
    }

    private static int[] pick(int[] values, int[] order) {
        int[] result = new int[order.length];
        Ranges.forEach(order.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                result[i] = values[order[i]];
            }
        });
        return result;
    }
}
