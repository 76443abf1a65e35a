package org.riskmap.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Least costs between labels over a set of joins. Source: Dijkstra 1959. */
final class LabelPaths {

    private final List<List<Joins.Join>> at = new ArrayList<>();

    LabelPaths(int labels, List<Joins.Join> joins) {
        for (int i = 0; i < labels; i++) {
            at.add(new ArrayList<>());
        }
        joins.forEach(this::add);
    }

    void add(Joins.Join join) {
        at.get(join.a()).add(join);
        at.get(join.b()).add(join);
    }

    /** Least cost from one label to another, or infinity where it is more than a limit. */
    double least(int from, int to, double limit) {
        Map<Integer, Float> cost = new HashMap<>();
        CellQueue queue = new CellQueue();
        cost.put(from, 0f);
        queue.add(0, from);
        while (!queue.isEmpty()) {
            float reached = queue.leastCost();
            int label = queue.take();
            if (label == to) {
                return reached;
            }
            if (reached > cost.get(label)) {
                continue;
            }
            for (Joins.Join join : at.get(label)) {
                int next = join.a() == label ? join.b() : join.a();
                float there = reached + join.cost();
                if (there <= limit && there < cost.getOrDefault(next, Float.POSITIVE_INFINITY)) {
                    cost.put(next, there);
                    queue.add(there, next);
                }
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** The joins on the cheapest ways from a label to all others: for each label the one by which it is reached, or null. */
    Joins.Join[] tree(int from) {
        Joins.Join[] cameBy = new Joins.Join[at.size()];
        float[] cost = new float[at.size()];
        Arrays.fill(cost, Float.POSITIVE_INFINITY);
        cost[from] = 0;
        CellQueue queue = new CellQueue();
        queue.add(0, from);
        while (!queue.isEmpty()) {
            float reached = queue.leastCost();
            int label = queue.take();
            if (reached > cost[label]) {
                continue;
            }
            for (Joins.Join join : at.get(label)) {
                int next = join.a() == label ? join.b() : join.a();
                if (reached + join.cost() < cost[next]) {
                    cost[next] = reached + join.cost();
                    cameBy[next] = join;
                    queue.add(cost[next], next);
                }
            }
        }
        return cameBy;
    }
}
