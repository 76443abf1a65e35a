package org.riskmap.vectortile;

import java.util.Arrays;

/**
 * Whether a ring in whole units crosses or touches itself, exactly. The ring is cut into chains that only go on along both
 * axes: none of them meets itself, and where a part of one and a part of another can meet is seen from their ends.
 */
final class SimpleRing {

    /** Every chain is held against every other: beyond this many a sweep is faster. */
    private static final int MOST_CHAINS = 256;

    private final int[] ring;
    private final int points;
    private int[] starts = new int[16];
    private int chains;

    private SimpleRing(int[] ring) {
        this.ring = ring;
        this.points = ring.length / 2;
    }

    /**
     * @param ring x0, y0, x1, y1, …, at least three points, no two that follow each other equal, without the closing point;
     *     every number below 2^30
     * @return false also where it winds too much to tell
     */
    static boolean is(int[] ring) {
        SimpleRing asked = new SimpleRing(ring);
        return asked.cut() && asked.apart();
    }

    /** Finds where the chains begin; false where there are too many. */
    private boolean cut() {
        int alongX = 0;
        int alongY = 0;
        for (int side = 0; side < points; side++) {
            int x = Integer.signum(x(side + 1) - x(side));
            int y = Integer.signum(y(side + 1) - y(side));
            if (side == 0 || alongX * x < 0 || alongY * y < 0) {
                if (chains == MOST_CHAINS) {
                    return false;
                }
                if (chains + 1 == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * starts.length);
                }
                starts[chains++] = side;
                alongX = x;
                alongY = y;
            } else {
                alongX = alongX == 0 ? x : alongX;
                alongY = alongY == 0 ? y : alongY;
            }
        }
        starts[chains] = points;
        return true;
    }

    private boolean apart() {
        for (int one = 0; one < chains; one++) {
            for (int other = one + 1; other < chains; other++) {
                if (meet(starts[one], starts[one + 1], starts[other], starts[other + 1])) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether sides of one chain meet sides of another elsewhere than at a corner that they share; ends not included. */
    private boolean meet(int from, int to, int otherFrom, int otherTo) {
        if (beside(x(from), x(to), x(otherFrom), x(otherTo)) || beside(y(from), y(to), y(otherFrom), y(otherTo))) {
            return false;
        }
        int length = to - from;
        int otherLength = otherTo - otherFrom;
        if (length == 1 && otherLength == 1) {
            return sidesMeet(from, otherFrom);
        }
        if (length >= otherLength) {
            int middle = from + length / 2;
            return meet(from, middle, otherFrom, otherTo) || meet(middle, to, otherFrom, otherTo);
        }
        int middle = otherFrom + otherLength / 2;
        return meet(from, to, otherFrom, middle) || meet(from, to, middle, otherTo);
    }

    private static boolean beside(int one, int two, int three, int four) {
        return Math.max(one, two) < Math.min(three, four) || Math.max(three, four) < Math.min(one, two);
    }

    /** @param other a later side */
    private boolean sidesMeet(int side, int other) {
        if (other == side + 1) {
            return turnsBack(side);
        }
        if (side == 0 && other == points - 1) {
            return turnsBack(other);
        }
        return turn(side, other) * turn(side, other + 1) <= 0 && turn(other, side) * turn(other, side + 1) <= 0;
    }

    /** Whether the side after this one lies on it. */
    private boolean turnsBack(int side) {
        long forward = (long) (x(side + 1) - x(side)) * (x(side + 2) - x(side + 1))
                + (long) (y(side + 1) - y(side)) * (y(side + 2) - y(side + 1));
        return forward < 0 && turn(side, side + 2) == 0;
    }

    /** 1 where a point lies left of a side, -1 right of it, 0 in line with it. */
    private int turn(int side, int point) {
        return Long.signum((long) (x(side + 1) - x(side)) * (y(point) - y(side))
                - (long) (y(side + 1) - y(side)) * (x(point) - x(side)));
    }

    private int x(int point) {
        return ring[2 * (point < points ? point : point - points)];
    }

    private int y(int point) {
        return ring[2 * (point < points ? point : point - points) + 1];
    }
}
