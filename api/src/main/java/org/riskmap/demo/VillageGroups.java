package org.riskmap.demo;

import java.util.Arrays;

/** Which villages form a township: those nearest to its centre over villages that are neighbours. */
final class VillageGroups {

    private final Grid grid;
    private final int[][] centres;
    private final long[] pairs;

    /**
     * @param villageOf village of each cell or {@link Labels#NONE}
     * @param centres cells of each county's villages, townships' centres first
     */
    VillageGroups(Grid grid, int[] villageOf, int[][] centres) {
        this.grid = grid;
        this.centres = centres;
        this.pairs = pairs(villageOf);
    }

    private long[] pairs(int[] villageOf) {
        long[] found = new long[1024];
        int known = 0;
        for (int cell = 0; cell < villageOf.length; cell++) {
            for (int d = 0; d <= 2; d += 2) {
                int next = grid.neighbour(cell, d);
                if (next < 0 || villageOf[next] == villageOf[cell]) {
                    continue;
                }
                int a = villageOf[cell];
                int b = villageOf[next];
                if (a != Labels.NONE && b != Labels.NONE && a / Places.VILLAGES == b / Places.VILLAGES) {
                    if (known + 2 > found.length) {
                        found = Arrays.copyOf(found, known * 2);
                    }
                    found[known++] = (long) a << 32 | b;
                    found[known++] = (long) b << 32 | a;
                }
            }
        }
        return Arrays.stream(found, 0, known).sorted().distinct().toArray();
    }

    /** For each village the number of its township's central village. */
    int[] townships(int perCounty) {
        int villages = centres.length * Places.VILLAGES;
        int[] group = new int[villages];
        float[] cost = new float[villages];
        Arrays.fill(group, Labels.NONE);
        Arrays.fill(cost, Float.POSITIVE_INFINITY);
        CellQueue queue = new CellQueue();
        for (int county = 0; county < centres.length; county++) {
            for (int t = 0; t < perCounty; t++) {
                int village = county * Places.VILLAGES + t;
                group[village] = village;
                cost[village] = t < 2 ? 2000 : 0;
                queue.add(cost[village], village);
            }
        }
        while (!queue.isEmpty()) {
            float reached = queue.leastCost();
            int village = queue.take();
            if (reached > cost[village]) {
                continue;
            }
            for (int i = first(village); i < pairs.length && (int) (pairs[i] >>> 32) == village; i++) {
                int next = (int) pairs[i];
                float there = reached + (float) grid.distanceM(centre(village), centre(next));
                if (there < cost[next]) {
                    cost[next] = there;
                    group[next] = group[village];
                    queue.add(there, next);
                }
            }
        }
        return group;
    }

    private int first(int village) {
        int at = Arrays.binarySearch(pairs, (long) village << 32);
        return at < 0 ? -at - 1 : at;
    }

    private int centre(int village) {
        return centres[village / Places.VILLAGES][village % Places.VILLAGES];
    }
}
