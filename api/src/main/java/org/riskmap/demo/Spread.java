package org.riskmap.demo;

import java.util.Arrays;

/**
 * Least cost from the nearest of many sources to every cell, and the way back. Source: Dijkstra 1959 on the eight
 * neighbours.
 */
final class Spread {

    /** No source reaches the cell. */
    static final int NOBODY = -1;

    /** What a step between neighbours costs. */
    @FunctionalInterface
    interface StepCost {
        /** At least 0; infinite where the step is not allowed. */
        float of(int from, int to, int direction);
    }

    final float[] cost;
    /** The label of the source that reaches a cell first. */
    final int[] owner;

    private final byte[] cameBy;
    private final Grid grid;
    private final CellQueue queue = new CellQueue();

    Spread(Grid grid) {
        this.grid = grid;
        this.cost = new float[grid.size()];
        this.owner = new int[grid.size()];
        this.cameBy = new byte[grid.size()];
        Arrays.fill(cost, Float.POSITIVE_INFINITY);
        Arrays.fill(owner, NOBODY);
        Arrays.fill(cameBy, (byte) -1);
    }

    /** A cell from which to spread, before {@link #run}. */
    void source(int cell, int label, float startCost) {
        if (startCost < cost[cell]) {
            cost[cell] = startCost;
            owner[cell] = label;
            queue.add(startCost, cell);
        }
    }

    void run(StepCost stepCost, float limit) {
        while (!queue.isEmpty()) {
            float reached = queue.leastCost();
            int cell = queue.take();
            if (reached > cost[cell]) {
                continue;
            }
            if (reached > limit) {
                return;
            }
            boolean onEdge = grid.onEdge(cell);
            for (int d = 0; d < 8; d++) {
                int next = onEdge ? grid.neighbour(cell, d) : cell + grid.offset(d);
                if (next < 0) {
                    continue;
                }
                float there = reached + stepCost.of(cell, next, d);
                if (there < cost[next]) {
                    cost[next] = there;
                    owner[next] = owner[cell];
                    cameBy[next] = (byte) d;
                    queue.add(there, next);
                }
            }
        }
    }

    /** The cell before this one on the way from its source, or -1 at the source. */
    int previous(int cell) {
        int d = cameBy[cell];
        return d < 0 ? -1 : cell - grid.offset(d);
    }
}
