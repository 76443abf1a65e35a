package org.riskmap.vectortile;

/** Whether a ring of few points in whole units crosses or touches itself, exactly and without building anything. */
final class SimpleRing {

    /** Every side is held against every other: beyond this many points a sweep is faster. */
    private static final int MOST_POINTS = 64;

    private SimpleRing() {}

    /**
     * @param ring x0, y0, x1, y1, …, at least three points, no two that follow each other equal, without the closing point;
     *     every number below 2^30
     * @return false also where there are too many points to tell
     */
    static boolean is(int[] ring) {
        int points = ring.length / 2;
        if (points > MOST_POINTS) {
            return false;
        }
        for (int side = 0; side < points; side++) {
            if (turnsBack(ring, side, (side + 1) % points, (side + 2) % points)) {
                return false;
            }
            int last = side == 0 ? points - 1 : points; // the last side ends where the first begins
            for (int other = side + 2; other < last; other++) {
                if (meet(ring, side, other, (other + 1) % points)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether the side from b to c lies on the side from a to b. */
    private static boolean turnsBack(int[] ring, int a, int b, int c) {
        long forward = (long) (ring[2 * b] - ring[2 * a]) * (ring[2 * c] - ring[2 * b])
                + (long) (ring[2 * b + 1] - ring[2 * a + 1]) * (ring[2 * c + 1] - ring[2 * b + 1]);
        return forward < 0 && turn(ring, a, b, c) == 0;
    }

    private static boolean meet(int[] ring, int a, int c, int d) {
        int b = a + 1;
        if (apart(ring, a, b, c, d, 0) || apart(ring, a, b, c, d, 1)) {
            return false;
        }
        return turn(ring, a, b, c) * turn(ring, a, b, d) <= 0 && turn(ring, c, d, a) * turn(ring, c, d, b) <= 0;
    }

    private static boolean apart(int[] ring, int a, int b, int c, int d, int axis) {
        int one = ring[2 * a + axis];
        int two = ring[2 * b + axis];
        int three = ring[2 * c + axis];
        int four = ring[2 * d + axis];
        return Math.max(one, two) < Math.min(three, four) || Math.max(three, four) < Math.min(one, two);
    }

    /** 1 where c lies left of the line from a to b, -1 right of it, 0 on it. */
    private static int turn(int[] ring, int a, int b, int c) {
        return Long.signum((long) (ring[2 * b] - ring[2 * a]) * (ring[2 * c + 1] - ring[2 * a + 1])
                - (long) (ring[2 * b + 1] - ring[2 * a + 1]) * (ring[2 * c] - ring[2 * a]));
    }
}
