package org.riskmap.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the lands reached from different sources meet, and which of those meetings make one connected network. */
final class Joins {

    /**
     * The cheapest way between two neighbouring sources.
     *
     * @param a label of one source, less than b
     * @param b label of the other
     * @param cost of the whole way
     * @param cellA the last cell on a's side
     * @param cellB the first on b's side
     */
    record Join(int a, int b, float cost, int cellA, int cellB) {}

    private final Spread spread;
    private final List<Join> byCost;

    Joins(Grid grid, Spread spread, Spread.StepCost stepCost) {
        this.spread = spread;
        Map<Long, Join> cheapest = new LinkedHashMap<>();
        for (int cell = 0; cell < grid.size(); cell++) {
            if (spread.owner[cell] == Spread.NOBODY) {
                continue;
            }
            for (int d = 0; d < 4; d++) {
                int next = grid.neighbour(cell, d);
                if (next >= 0 && spread.owner[next] != Spread.NOBODY && spread.owner[next] != spread.owner[cell]) {
                    consider(cell, next, stepCost.of(cell, next, d), cheapest);
                }
            }
        }
        this.byCost = new ArrayList<>(cheapest.values());
        byCost.sort(
                Comparator.comparingDouble(Join::cost).thenComparingInt(Join::a).thenComparingInt(Join::b));
    }

    private void consider(int cell, int next, float step, Map<Long, Join> cheapest) {
        float cost = spread.cost[cell] + step + spread.cost[next];
        if (cost == Float.POSITIVE_INFINITY) {
            return;
        }
        boolean inOrder = spread.owner[cell] < spread.owner[next];
        int a = inOrder ? cell : next;
        int b = inOrder ? next : cell;
        long key = (long) spread.owner[a] << 32 | spread.owner[b];
        Join known = cheapest.get(key);
        if (known == null || cost < known.cost()) {
            cheapest.put(key, new Join(spread.owner[a], spread.owner[b], cost, a, b));
        }
    }

    /**
     * The cheapest joins that connect everything (Kruskal 1956), and further ones where the way round over those taken
     * is {@code detour} times as costly.
     *
     * @param labels number of labels
     * @param further at most this many of the further ones, as a part of the number of labels
     */
    List<Join> connecting(int labels, double detour, double further) {
        int[] group = new int[labels];
        for (int i = 0; i < labels; i++) {
            group[i] = i;
        }
        List<Join> taken = new ArrayList<>();
        List<Join> left = new ArrayList<>();
        for (Join join : byCost) {
            int a = root(group, join.a());
            int b = root(group, join.b());
            if (a != b) {
                group[Math.max(a, b)] = Math.min(a, b);
                taken.add(join);
            } else {
                left.add(join);
            }
        }
        addLoops(labels, taken, left, detour, (int) (further * labels));
        return taken;
    }

    private static void addLoops(int labels, List<Join> taken, List<Join> left, double detour, int most) {
        LabelPaths paths = new LabelPaths(labels, taken);
        int added = 0;
        for (Join join : left) {
            if (added < most && !paths.within(join.a(), join.b(), join.cost() * detour)) {
                taken.add(join);
                paths.add(join);
                added++;
            }
        }
    }

    private static int root(int[] group, int label) {
        int at = label;
        while (group[at] != at) {
            group[at] = group[group[at]];
            at = group[at];
        }
        return at;
    }

    /** The cells of a join's way, from a's source to b's. */
    int[] path(Join join) {
        List<Integer> cells = new ArrayList<>();
        for (int cell = join.cellA(); cell >= 0; cell = spread.previous(cell)) {
            cells.add(cell);
        }
        java.util.Collections.reverse(cells);
        for (int cell = join.cellB(); cell >= 0; cell = spread.previous(cell)) {
            cells.add(cell);
        }
        return cells.stream().mapToInt(Integer::intValue).toArray();
    }
}
