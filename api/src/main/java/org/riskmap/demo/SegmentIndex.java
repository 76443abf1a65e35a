package org.riskmap.demo;

import java.util.Arrays;

/** Straight pieces of lines by the squares they pass, to find which of them meet. */
final class SegmentIndex {

    /** Two pieces that meet elsewhere than in a vertex they share. */
    @FunctionalInterface
    interface Crossing {
        void at(int line, int piece, int otherLine, int otherPiece);
    }

    private static final double SQUARE_M = 150;

    private final double[] x;
    private final double[] y;
    private final int[][] lines;

    SegmentIndex(double[] x, double[] y, int[][] lines) {
        this.x = x;
        this.y = y;
        this.lines = lines;
    }

    /** Tells every pair, perhaps more than once, in an order that depends on the lines only. */
    void forEachCrossing(Crossing told) {
        int[] lineOf = new int[pieces()];
        int[] pieceOf = new int[lineOf.length];
        long[] entries = entries(lineOf, pieceOf);
        Arrays.sort(entries);
        for (int from = 0; from < entries.length; ) {
            int to = from;
            while (to < entries.length && entries[to] >>> 32 == entries[from] >>> 32) {
                to++;
            }
            for (int i = from; i < to; i++) {
                for (int j = i + 1; j < to; j++) {
                    int a = (int) entries[i];
                    int b = (int) entries[j];
                    if (cross(lines[lineOf[a]], pieceOf[a], lines[lineOf[b]], pieceOf[b])) {
                        told.at(lineOf[a], pieceOf[a], lineOf[b], pieceOf[b]);
                    }
                }
            }
            from = to;
        }
    }

    private int pieces() {
        int count = 0;
        for (int[] line : lines) {
            count += line.length - 1;
        }
        return count;
    }

    /** Square (high half) and number of each piece (low half), for every square that the piece's box touches. */
    private long[] entries(int[] lineOf, int[] pieceOf) {
        long[] entries = new long[lineOf.length * 2 + 16];
        int known = 0;
        int piece = 0;
        for (int line = 0; line < lines.length; line++) {
            for (int i = 0; i + 1 < lines[line].length; i++, piece++) {
                lineOf[piece] = line;
                pieceOf[piece] = i;
                int a = lines[line][i];
                int b = lines[line][i + 1];
                for (int row = square(Math.min(y[a], y[b])); row <= square(Math.max(y[a], y[b])); row++) {
                    for (int col = square(Math.min(x[a], x[b])); col <= square(Math.max(x[a], x[b])); col++) {
                        if (known == entries.length) {
                            entries = Arrays.copyOf(entries, known * 2);
                        }
                        entries[known++] = ((long) (row & 0x7fff) << 16 | col & 0xffff) << 32 | piece;
                    }
                }
            }
        }
        return Arrays.copyOf(entries, known);
    }

    private static int square(double metres) {
        return (int) Math.floor(metres / SQUARE_M);
    }

    private boolean cross(int[] one, int i, int[] other, int j) {
        int a = one[i];
        int b = one[i + 1];
        int c = other[j];
        int d = other[j + 1];
        if (a == c || a == d || b == c || b == d) {
            return (a == c && b == d || a == d && b == c) || folded(a, b, c, d);
        }
        return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0 && boxesMeet(a, b, c, d);
    }

    /** Two pieces with one shared vertex that lie on each other. */
    private boolean folded(int a, int b, int c, int d) {
        int shared = a == c || a == d ? a : b;
        int p = shared == a ? b : a;
        int q = shared == c ? d : c;
        double cosine = (x[p] - x[shared]) * (x[q] - x[shared]) + (y[p] - y[shared]) * (y[q] - y[shared]);
        return cosine > 0 && side(shared, p, q) == 0;
    }

    private double side(int a, int b, int c) {
        return Math.signum(Segments.side(x[a], y[a], x[b], y[b], x[c], y[c]));
    }

    private boolean boxesMeet(int a, int b, int c, int d) {
        return Math.min(x[a], x[b]) <= Math.max(x[c], x[d])
                && Math.min(x[c], x[d]) <= Math.max(x[a], x[b])
                && Math.min(y[a], y[b]) <= Math.max(y[c], y[d])
                && Math.min(y[c], y[d]) <= Math.max(y[a], y[b]);
    }
}
