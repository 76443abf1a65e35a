package org.riskmap.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Least costs between labels over a set of joins. Source: Dijkstra 1959. The label with most joins, such as the road network
 * that all villages are joined to, is the hub: costs to it are kept, so that no search goes through it to all others.
 */
final class LabelPaths {

    private final List<List<Joins.Join>> at = new ArrayList<>();
    private final int hub;
    private final float[] costToHub;

    LabelPaths(int labels, List<Joins.Join> joins) {
        for (int i = 0; i < labels; i++) {
            at.add(new ArrayList<>());
        }
        for (Joins.Join join : joins) {
            at.get(join.a()).add(join);
            at.get(join.b()).add(join);
        }
        this.hub = IntStream.range(0, labels)
                .boxed()
                .max(Comparator.comparingInt(label -> at.get(label).size()))
                .orElseThrow();
        this.costToHub = new float[labels];
        Arrays.fill(costToHub, Float.POSITIVE_INFINITY);
        reachesHub(hub, 0);
    }

    void add(Joins.Join join) {
        at.get(join.a()).add(join);
        at.get(join.b()).add(join);
        reachesHub(join.a(), costToHub[join.b()] + join.cost());
        reachesHub(join.b(), costToHub[join.a()] + join.cost());
    }

    /** From a label the hub is reached at this cost: so it may be from others, at less than before. */
    private void reachesHub(int label, float cost) {
        CellQueue queue = new CellQueue();
        lower(label, cost, queue);
        while (!queue.isEmpty()) {
            float reached = queue.leastCost();
            int from = queue.take();
            for (Joins.Join join : reached > costToHub[from] ? List.<Joins.Join>of() : at.get(from)) {
                lower(other(join, from), reached + join.cost(), queue);
            }
        }
    }

    private void lower(int label, float cost, CellQueue queue) {
        if (cost < costToHub[label]) {
            costToHub[label] = cost;
            queue.add(cost, label);
        }
    }

    private static int other(Joins.Join join, int label) {
        return join.a() == label ? join.b() : join.a();
    }

    /** Whether one label is reached from another at no more than a cost. */
    boolean within(int from, int to, double limit) {
        return costToHub[from] + costToHub[to] <= limit || besideHub(from, to, limit);
    }

    /** As above, on ways that avoid the hub. */
    private boolean besideHub(int from, int to, double limit) {
        Map<Integer, Float> cost = new HashMap<>();
        CellQueue queue = new CellQueue();
        cost.put(from, 0f);
        queue.add(0, from);
        while (!queue.isEmpty()) {
            float reached = queue.leastCost();
            int label = queue.take();
            if (label == to) {
                return true;
            }
            if (label == hub || reached > cost.get(label)) {
                continue;
            }
            for (Joins.Join join : at.get(label)) {
                int next = other(join, label);
                float there = reached + join.cost();
                if (there <= limit && there < cost.getOrDefault(next, Float.POSITIVE_INFINITY)) {
                    cost.put(next, there);
                    queue.add(there, next);
                }
            }
        }
        return false;
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
                int next = other(join, label);
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
