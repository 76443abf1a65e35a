package org.riskmap.demo;

/**
 * Where water runs: each cell's steepest way down and the area above it.
 *
 * <p>Sources: O'Callaghan and Mark 1984 (eight directions), Barnes et al. 2014 (priority flood).
 */
final class Drainage {

    final Grid grid;
    /** The cell that water goes to next; the cell itself at an outlet on the edge. */
    final int[] receiver;
    /** Land that drains through a cell, its own included, m². */
    final float[] areaM2;
    /** All cells, each before its receiver. */
    final int[] downstreamOrder;

    private Drainage(Grid grid, int[] receiver) {
        this.grid = grid;
        this.receiver = receiver;
        this.downstreamOrder = order(receiver);
        this.areaM2 = new float[receiver.length];
        float own = (float) (grid.cellM() * grid.cellM());
        for (int cell : downstreamOrder) {
            areaM2[cell] += own;
            if (receiver[cell] != cell) {
                areaM2[receiver[cell]] += areaM2[cell];
            }
        }
    }

    /** Raises every hollow until it runs over, by at least {@code riseM} a cell, so that all water reaches the edge. */
    static void fillHollows(Grid grid, float[] heightM, float riseM) {
        boolean[] closed = new boolean[grid.size()];
        CellQueue queue = new CellQueue();
        for (int cell = 0; cell < grid.size(); cell++) {
            if (grid.onEdge(cell)) {
                closed[cell] = true;
                queue.add(heightM[cell], cell);
            }
        }
        while (!queue.isEmpty()) {
            int cell = queue.take();
            boolean onEdge = grid.onEdge(cell);
            for (int d = 0; d < 8; d++) {
                int next = onEdge ? grid.neighbour(cell, d) : cell + grid.offset(d);
                if (next >= 0 && !closed[next]) {
                    closed[next] = true;
                    heightM[next] = Math.max(heightM[next], heightM[cell] + riseM);
                    queue.add(heightM[next], next);
                }
            }
        }
    }

    /**
     * As {@link #of}, but diagonal steps count as 1 to 2 cells long, each cell by chance: the directions of the grid then
     * do not show in what is carved. Source: Fairfield and Leymarie 1991 (Rho8).
     */
    static Drainage scattered(Grid grid, float[] heightM, float[] chance) {
        int[] receiver = new int[grid.size()];
        for (int cell = 0; cell < receiver.length; cell++) {
            receiver[cell] = grid.onEdge(cell) ? cell : steepest(grid, heightM, cell, 1 / (2 - chance[cell]));
        }
        return new Drainage(grid, receiver);
    }

    /** The drainage of a surface; a hollow keeps its water. */
    static Drainage of(Grid grid, float[] heightM) {
        int[] receiver = new int[grid.size()];
        for (int cell = 0; cell < receiver.length; cell++) {
            receiver[cell] = grid.onEdge(cell) ? cell : steepest(grid, heightM, cell, 1 / Grid.STEP[1]);
        }
        return new Drainage(grid, receiver);
    }

    private static int steepest(Grid grid, float[] heightM, int cell, double diagonal) {
        int best = cell;
        double bestSlope = 0;
        for (int d = 0; d < 8; d++) {
            int next = cell + grid.offset(d);
            double slope = (heightM[cell] - heightM[next]) * ((d & 1) == 0 ? 1 : diagonal);
            if (slope > bestSlope) {
                bestSlope = slope;
                best = next;
            }
        }
        return best;
    }

    private static int[] order(int[] receiver) {
        byte[] givers = new byte[receiver.length];
        for (int cell = 0; cell < receiver.length; cell++) {
            if (receiver[cell] != cell) {
                givers[receiver[cell]]++;
            }
        }
        int[] order = new int[receiver.length];
        int known = 0;
        for (int cell = 0; cell < receiver.length; cell++) {
            if (givers[cell] == 0) {
                order[known++] = cell;
            }
        }
        for (int i = 0; i < known; i++) {
            int next = receiver[order[i]];
            if (next != order[i] && --givers[next] == 0) {
                order[known++] = next;
            }
        }
        return order;
    }

    boolean isOutlet(int cell) {
        return receiver[cell] == cell;
    }
}
