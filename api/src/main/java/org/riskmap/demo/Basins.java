package org.riskmap.demo;

import java.util.Arrays;

/** The land that drains into each reach of the stream network: small catchments whose borders are ridges. */
final class Basins {

    private static final double STREAM_M2 = 2.5e6;
    private static final double LONGEST_REACH_M = 3000;

    /** Basin of each cell, 0 to {@link #count} - 1. */
    final int[] of;

    final int count;
    final double[] areaM2;
    final double[] x;
    final double[] y;
    /** Neighbours of basin b: {@code neighbours[start[b]]} to before {@code start[b + 1]}. */
    final int[] neighbours;

    final int[] start;
    /** Whether the basin touches the grid's edge. */
    final boolean[] atEdge;

    Basins(Drainage drainage) {
        this.of = new int[drainage.receiver.length];
        this.count = number(drainage);
        this.areaM2 = new double[count];
        this.x = new double[count];
        this.y = new double[count];
        this.atEdge = new boolean[count];
        measure(drainage.grid);
        long[] pairs = pairs(drainage.grid);
        this.start = new int[count + 1];
        this.neighbours = new int[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            start[(int) (pairs[i] >>> 32) + 1]++;
            neighbours[i] = (int) pairs[i];
        }
        for (int b = 0; b < count; b++) {
            start[b + 1] += start[b];
        }
    }

    private int number(Drainage drainage) {
        int[] order = drainage.downstreamOrder;
        byte[] streamsIn = new byte[of.length];
        for (int cell : order) {
            if (drainage.areaM2[cell] >= STREAM_M2 && !drainage.isOutlet(cell)) {
                streamsIn[drainage.receiver[cell]]++;
            }
        }
        float[] reachM = new float[of.length];
        int known = 0;
        for (int i = order.length - 1; i >= 0; i--) {
            int cell = order[i];
            int below = drainage.receiver[cell];
            boolean stream = drainage.areaM2[cell] >= STREAM_M2;
            if (below == cell || stream && (streamsIn[below] > 1 || reachM[below] > LONGEST_REACH_M)) {
                of[cell] = known++;
            } else {
                of[cell] = of[below];
                reachM[cell] = reachM[below] + (stream ? (float) drainage.grid.distanceM(cell, below) : 0);
            }
        }
        return known;
    }

    private void measure(Grid grid) {
        double cellM2 = grid.cellM() * grid.cellM();
        for (int cell = 0; cell < of.length; cell++) {
            areaM2[of[cell]] += cellM2;
            x[of[cell]] += grid.x(cell) * cellM2;
            y[of[cell]] += grid.y(cell) * cellM2;
            atEdge[of[cell]] |= grid.onEdge(cell);
        }
        for (int b = 0; b < count; b++) {
            x[b] /= areaM2[b];
            y[b] /= areaM2[b];
        }
    }

    private long[] pairs(Grid grid) {
        long[] pairs = new long[1024];
        int known = 0;
        for (int cell = 0; cell < of.length; cell++) {
            for (int d = 0; d <= 2; d += 2) {
                int next = grid.neighbour(cell, d);
                if (next >= 0 && of[next] != of[cell]) {
                    if (known + 2 > pairs.length) {
                        pairs = Arrays.copyOf(pairs, known * 2);
                    }
                    pairs[known++] = (long) of[cell] << 32 | of[next];
                    pairs[known++] = (long) of[next] << 32 | of[cell];
                }
            }
        }
        return Arrays.stream(pairs, 0, known).sorted().distinct().toArray();
    }
}
