package org.riskmap.traveltime;

import java.util.Arrays;

/**
 * Nodes by cost, least first, for searches that never add less than what they removed last; among equal costs in no
 * particular order, but in the same order every time. A node may be in it several times. A radix heap (Ahuja, Mehlhorn,
 * Orlin and Tarjan 1990): an entry lies in the bucket of the highest bit in which its cost differs from the last one's, and
 * moves to lower buckets as that grows. Entries are as those of {@link NodeQueue}.
 */
final class MonotoneQueue {

    private static final int BUCKETS = 64;

    private final long[][] bucket = new long[BUCKETS][];
    private final int[] size = new int[BUCKETS];

    /** Which buckets hold something, bit by bit. */
    private long filled;

    private long last;

    boolean isEmpty() {
        return filled == 0;
    }

    /** @param cost not less than that of the entry removed last; costlier than a queue can hold: as if nobody could go there */
    void add(long cost, int node) {
        if (cost <= NodeQueue.MOST_COST) {
            put(NodeQueue.entry(cost, node), cost);
        }
    }

    private void put(long entry, long cost) {
        int to = BUCKETS - Long.numberOfLeadingZeros(cost ^ last);
        long[] entries = bucket[to];
        if (entries == null) {
            entries = bucket[to] = new long[64];
        } else if (size[to] == entries.length) {
            entries = bucket[to] = Arrays.copyOf(entries, 2 * entries.length);
        }
        entries[size[to]++] = entry;
        filled |= 1L << to;
    }

    /** Removes an entry of least cost. */
    long remove() {
        if (size[0] == 0) {
            spread(Long.numberOfTrailingZeros(filled));
        }
        long entry = bucket[0][--size[0]];
        if (size[0] == 0) {
            filled &= ~1L;
        }
        return entry;
    }

    private void spread(int from) {
        long[] entries = bucket[from];
        int count = size[from];
        long least = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, entries[i]);
        }
        last = NodeQueue.cost(least);
        size[from] = 0;
        filled &= ~(1L << from);
        for (int i = 0; i < count; i++) {
            put(entries[i], NodeQueue.cost(entries[i]));
        }
    }
}
