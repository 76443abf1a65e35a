package org.riskmap.traveltime;

import java.util.Arrays;

/**
 * Nodes by cost, least first; equal costs by node. A node may be in it several times. One number holds an entry: 39 bits
 * of cost (milliseconds of 17 years, millimetres of half a million kilometres) and 24 of node. A heap of four children.
 */
final class NodeQueue {

    private static final int NODE_BITS = 24;
    static final long MOST_COST = (1L << 63 - NODE_BITS) - 1;

    private long[] heap = new long[1024];
    private int size;

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** @param cost 0 to {@link #MOST_COST}; costlier entries are as if nobody could go there */
    void add(long cost, int node) {
        if (cost > MOST_COST) {
            return;
        }
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        long entry = entry(cost, node);
        int at = size++;
        while (at > 0) {
            int parent = at - 1 >> 2;
            if (heap[parent] <= entry) {
                break;
            }
            heap[at] = heap[parent];
            at = parent;
        }
        heap[at] = entry;
    }

    /** Removes the least entry; read it with {@link #cost} and {@link #node}. */
    long remove() {
        long least = heap[0];
        long last = heap[--size];
        int at = 0;
        while (true) {
            int child = 4 * at + 1;
            if (child >= size) {
                break;
            }
            int end = Math.min(child + 4, size);
            for (int other = child + 1; other < end; other++) {
                child = heap[other] < heap[child] ? other : child;
            }
            if (heap[child] >= last) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = last;
        return least;
    }

    static long entry(long cost, int node) {
        return cost << NODE_BITS | node;
    }

    static long cost(long entry) {
        return entry >>> NODE_BITS;
    }

    static int node(long entry) {
        return (int) (entry & (1 << NODE_BITS) - 1);
    }
}
