package org.riskmap.network;

/** Places on a Hilbert curve: near on the curve is near on the ground. */
final class Hilbert {

    private static final int BITS = 16;
    private static final double CELLS = (1 << BITS) - 1;

    /** Numbers are sorted by so many bits at a time. */
    private static final int DIGIT = 11;

    private Hilbert() {}

    /**
     * The place of a position in a box on the curve of order {@value #BITS}, 0 to 2³²−1 without sign. Source: Hamilton
     * 2006, the usual bitwise transform; that the quarters are turned is carried along in two bits.
     */
    static int place(double x, double y, Extent box) {
        int cellX = box.width() == 0 ? 0 : (int) ((x - box.minX()) / box.width() * CELLS);
        int cellY = box.height() == 0 ? 0 : (int) ((y - box.minY()) / box.height() * CELLS);
        int place = 0;
        int swapped = 0;
        int turned = 0;
        for (int bit = BITS - 1; bit >= 0; bit--) {
            int differ = (cellX ^ cellY) & -swapped;
            int right = (cellX ^ differ) >> bit & 1 ^ turned;
            int up = (cellY ^ differ) >> bit & 1 ^ turned;
            place = place << 2 | 3 * right ^ up;
            turned ^= right & ~up;
            swapped ^= 1 ^ up;
        }
        return place;
    }

    /** Numbers 0 to {@code count}−1 in the order of places; equal places keep their order. */
    static int[] order(int[] places) {
        int[] keys = places.clone();
        int[] order = new int[places.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        int[] nextKeys = new int[places.length];
        int[] nextOrder = new int[places.length];
        for (int shift = 0; shift < 2 * BITS; shift += DIGIT) {
            int[] next = starts(keys, shift);
            for (int i = 0; i < order.length; i++) {
                int at = next[keys[i] >>> shift & (1 << DIGIT) - 1]++;
                nextKeys[at] = keys[i];
                nextOrder[at] = order[i];
            }
            int[] lastKeys = keys;
            int[] lastOrder = order;
            keys = nextKeys;
            order = nextOrder;
            nextKeys = lastKeys;
            nextOrder = lastOrder;
        }
        return order;
    }

    /** Where the keys of each digit begin when they are sorted by it. */
    private static int[] starts(int[] keys, int shift) {
        int[] starts = new int[1 << DIGIT];
        for (int key : keys) {
            starts[key >>> shift & (1 << DIGIT) - 1]++;
        }
        int sum = 0;
        for (int digit = 0; digit < starts.length; digit++) {
            int count = starts[digit];
            starts[digit] = sum;
            sum += count;
        }
        return starts;
    }
}
