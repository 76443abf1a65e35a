package org.riskmap.traveltime;

import java.util.Arrays;

/**
 * Which targets each origin reaches within the limit, with what it costs; by target, then by origin, in the order given.
 * The arrays belong together; only the first {@link #count} entries count.
 */
public final class Pairs {

    private int[] origin = new int[1024];
    private int[] target = new int[1024];
    private long[] cost = new long[1024];
    private long[] other = new long[1024];
    private int count;

    /** Adds a pair; pairs must come by target, then by origin. */
    public void add(int ofOrigin, int ofTarget, long itsCost, long itsOther) {
        if (count == origin.length) {
            origin = Arrays.copyOf(origin, 2 * count);
            target = Arrays.copyOf(target, 2 * count);
            cost = Arrays.copyOf(cost, 2 * count);
            other = Arrays.copyOf(other, 2 * count);
        }
        origin[count] = ofOrigin;
        target[count] = ofTarget;
        cost[count] = itsCost;
        other[count++] = itsOther;
    }

    public int count() {
        return count;
    }

    public int origin(int pair) {
        return origin[pair];
    }

    public int target(int pair) {
        return target[pair];
    }

    public long cost(int pair) {
        return cost[pair];
    }

    public long other(int pair) {
        return other[pair];
    }
}
