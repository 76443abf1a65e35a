package org.riskmap.network;

/** Places on a Hilbert curve: near on the curve is near on the ground. */
final class Hilbert {

    private static final int BITS = 16;
    private static final double CELLS = (1 << BITS) - 1;

    private Hilbert() {}

    /**
     * The place of a position in a box on the curve of order {@value #BITS}, 0 to 2³²−1. Source: Hamilton 2006, the
     * usual bitwise transform.
     */
    static long place(double x, double y, double minX, double minY, double width, double height) {
        int cellX = width == 0 ? 0 : (int) ((x - minX) / width * CELLS);
        int cellY = height == 0 ? 0 : (int) ((y - minY) / height * CELLS);
        long place = 0;
        for (int side = 1 << BITS - 1; side > 0; side >>= 1) {
            int right = (cellX & side) > 0 ? 1 : 0;
            int up = (cellY & side) > 0 ? 1 : 0;
            place += (long) side * side * (3 * right ^ up);
            if (up == 0) {
                if (right == 1) {
                    cellX = (1 << BITS) - 1 - cellX;
                    cellY = (1 << BITS) - 1 - cellY;
                }
                int swap = cellX;
                cellX = cellY;
                cellY = swap;
            }
        }
        return place;
    }

    /** Numbers 0 to {@code count}−1 in the order of places; equal places keep their order. */
    static int[] order(long[] places) {
        long[] keys = new long[places.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = places[i] << 31 | i;
        }
        java.util.Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            order[i] = (int) (keys[i] & 0x7FFFFFFF);
        }
        return order;
    }
}
