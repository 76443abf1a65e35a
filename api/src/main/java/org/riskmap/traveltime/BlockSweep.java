package org.riskmap.traveltime;

import java.util.Arrays;
import org.riskmap.network.RoadGraph;
import org.riskmap.network.SlotCosts;
import org.riskmap.network.TravelCosts;

/**
 * Labels of some nodes go in; the least label of every node comes out, arc by arc. Which label is least does not depend on
 * the order of the steps, so that the order can be one that suits a processor: nodes that lie near each other are numbered
 * near each other, a block of them fits its own cache, and is worked on by itself for a while before the next. What goes over
 * a block's border waits for that block's turn. Source: label correcting after Dial 1969, in windows of cost, which bound how
 * often a node is looked at again.
 */
final class BlockSweep {

    /** Nodes of one block, as a power of two. */
    private static final int BLOCK_BITS = 12;

    /** In one turn a block goes on for so many usual steps: a quarter of the way across it. */
    private static final int STEPS_PER_TURN = 16;

    /** A turn is divided into so many shelves or half as many, as a power of two. */
    private static final int SHELF_BITS = 7;

    private static final int SAMPLE = 1000;
    private static final long NOTHING = Long.MAX_VALUE;

    private final RoadGraph graph;
    private final SlotCosts steps;

    /** Two numbers for each node, the cost and what decides between equal costs; its lowest bits grow by the other part. */
    private final long[] label;

    private final int[] onward;
    private final long mostOther;

    /** Entries as those of {@link NodeQueue}, by block, in no order. */
    private final long[][] waiting;

    private final int[] waitingCount;
    private final long[] leastWaiting;

    /** Entries of the block at work, by cost: a shelf is taken before the next. */
    private final long[][] shelf = new long[1 << SHELF_BITS][64];

    private final int[] shelfCount = new int[shelf.length];
    private final long turn;
    private final int shelfWidthBits;
    private int block;
    private long from;
    private long until;

    /**
     * @param steps by slot of a node, from its neighbour's label to its own reversed
     * @param label two numbers for each node
     * @param onward by node, the arc by which its label came
     * @param mostOther the bits of the second number that grow by the other part of a step
     */
    BlockSweep(RoadGraph graph, SlotCosts steps, long[] label, int[] onward, long mostOther) {
        this.graph = graph;
        this.steps = steps;
        this.label = label;
        this.onward = onward;
        this.mostOther = mostOther;
        int blocks = (graph.nodeCount() >> BLOCK_BITS) + 1;
        this.waiting = new long[blocks][];
        this.waitingCount = new int[blocks];
        this.leastWaiting = new long[blocks];
        Arrays.fill(leastWaiting, NOTHING);
        this.turn = STEPS_PER_TURN * usualStep();
        this.shelfWidthBits = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(turn) - SHELF_BITS);
    }

    /** The median of some steps, at least 1: it decides about speed only. */
    private long usualStep() {
        int slots = 2 * graph.edgeCount();
        int[] some = new int[Math.min(slots, SAMPLE)];
        int count = 0;
        for (int i = 0; i < some.length; i++) {
            int step = steps.step((int) ((long) i * slots / some.length));
            if (step != TravelCosts.CLOSED) {
                some[count++] = step;
            }
        }
        Arrays.sort(some, 0, count);
        return count == 0 ? 1 : Math.max(1, some[count / 2]);
    }

    /** Gives a node a label, where that is less than its own. */
    void improve(int node, long cost, long behind, int arc) {
        long known = label[2 * node];
        if (cost < known || cost == known && behind < label[2 * node + 1]) {
            label[2 * node] = cost;
            label[2 * node + 1] = behind;
            onward[node] = arc;
            if (cost <= NodeQueue.MOST_COST) {
                put(cost, node);
            }
        }
    }

    private void put(long cost, int node) {
        if (node >> BLOCK_BITS == block && cost < until) {
            int at = (int) (cost - from >> shelfWidthBits);
            if (shelfCount[at] == shelf[at].length) {
                shelf[at] = Arrays.copyOf(shelf[at], 2 * shelfCount[at]);
            }
            shelf[at][shelfCount[at]++] = NodeQueue.entry(cost, node);
        } else {
            await(cost, node);
        }
    }

    private void await(long cost, int node) {
        int its = node >> BLOCK_BITS;
        long[] entries = waiting[its];
        if (entries == null) {
            entries = waiting[its] = new long[64];
        } else if (waitingCount[its] == entries.length) {
            entries = waiting[its] = Arrays.copyOf(entries, 2 * entries.length);
        }
        entries[waitingCount[its]++] = NodeQueue.entry(cost, node);
        leastWaiting[its] = Math.min(leastWaiting[its], cost);
    }

    /** Until no label can become less. */
    void run() {
        for (long least = least(); least != NOTHING; least = least()) {
            long end = least + turn;
            while (turns(end)) {}
        }
    }

    private long least() {
        long least = NOTHING;
        for (long one : leastWaiting) {
            least = Math.min(least, one);
        }
        return least;
    }

    /** One turn for each block where somebody waits for it; false where nobody does. */
    private boolean turns(long end) {
        boolean any = false;
        for (int i = 0; i < leastWaiting.length; i++) {
            if (leastWaiting[i] < end) {
                any = true;
                begin(i, end);
                for (int at = 0; at < shelf.length; at++) {
                    take(at);
                }
                until = 0;
            }
        }
        return any;
    }

    /** Puts what costs less than the end on the shelves. */
    private void begin(int its, long end) {
        block = its;
        from = leastWaiting[its];
        until = end;
        leastWaiting[its] = NOTHING;
        long[] entries = waiting[its];
        int count = waitingCount[its];
        waitingCount[its] = 0;
        for (int i = 0; i < count; i++) {
            long cost = NodeQueue.cost(entries[i]);
            int node = NodeQueue.node(entries[i]);
            if (cost == label[2 * node]) {
                put(cost, node);
            }
        }
    }

    /** A shelf may be added to while it is taken. */
    private void take(int at) {
        for (int i = 0; i < shelfCount[at]; i++) {
            long entry = shelf[at][i];
            int node = NodeQueue.node(entry);
            long here = label[2 * node];
            if (NodeQueue.cost(entry) == here) {
                spread(node, here, label[2 * node + 1]);
            }
        }
        shelfCount[at] = 0;
    }

    private void spread(int node, long here, long behind) {
        int end = graph.firstSlot(node + 1);
        for (int slot = graph.firstSlot(node); slot < end; slot++) {
            int step = steps.step(slot);
            int neighbour = graph.neighbourAt(slot);
            if (step != TravelCosts.CLOSED && here + step <= label[2 * neighbour]) {
                long other = Math.min((behind & mostOther) + steps.other(slot), mostOther);
                improve(neighbour, here + step, behind & ~mostOther | other, graph.arcAt(slot) ^ 1);
            }
        }
    }
}
