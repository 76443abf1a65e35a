package org.riskmap.evacuation;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.riskmap.traveltime.Pairs;

/**
 * Gives places to people: as many as possible, and among all ways to do so the one with the least sum of costs. People of
 * one settlement may be split. Solved to optimality as a maximum flow of minimum cost from settlements through pairs
 * within the limit to shelters (OR-Tools; cost scaling after Goldberg and Tarjan 1990). The same pairs in the same order
 * give the same allocation.
 *
 * <p>Where vulnerable people come first, they and the others of a settlement are two sources, and placing a vulnerable
 * person earns more than any exchange of places can cost; as many as possible of them are then among the placed, whose
 * number does not become less.
 */
final class Allocation {

    private final int[] population;
    private final int[] first;
    private final int[] capacity;
    private final Pairs pairs;
    private final long bonus;
    private final MinCostFlow flow = new MinCostFlow();
    private final int[] pairOfArc;
    private final boolean[] firstOfArc;
    private int arcs;

    /**
     * One pair that carries people.
     *
     * @param pair number among the pairs
     * @param persons greater than 0
     * @param first how many of them came first
     */
    record Share(int pair, int persons, int first) {}

    private Allocation(int[] population, int[] first, int[] capacity, Pairs pairs) {
        this.population = population;
        this.first = first;
        this.capacity = capacity;
        this.pairs = pairs;
        this.pairOfArc = new int[2 * pairs.count()];
        this.firstOfArc = new boolean[2 * pairs.count()];
        long dearest = 0;
        for (int pair = 0; pair < pairs.count(); pair++) {
            dearest = Math.max(dearest, pairs.cost(pair));
        }
        this.bonus = (dearest + 1) * (capacity.length + 1L);
    }

    /** Loads the solver's native library; the first solution does not have to wait for it then. */
    static void warmUp() {
        Loader.loadNativeLibraries();
    }

    /**
     * @param population persons by settlement
     * @param capacity places by shelter
     * @param pairs which settlement may go to which shelter, with what it costs per person
     * @return shares by settlement, then by shelter
     */
    static List<Share> solve(int[] population, int[] capacity, Pairs pairs) {
        return solve(population, new int[population.length], capacity, pairs);
    }

    /** @param first by settlement, how many persons come before all others; at most the population */
    static List<Share> solve(int[] population, int[] first, int[] capacity, Pairs pairs) {
        Loader.loadNativeLibraries();
        return new Allocation(population, first, capacity, pairs).solve();
    }

    /** Nodes: settlements, those of them who come first, shelters, the sink. */
    private List<Share> solve() {
        int settlements = population.length;
        int sink = 2 * settlements + capacity.length;
        boolean[] used = new boolean[sink];
        for (int pair = 0; pair < pairs.count(); pair++) {
            int from = pairs.origin(pair);
            int to = 2 * settlements + pairs.target(pair);
            add(pair, from, to, population[from] - first[from], pairs.cost(pair), used);
            add(pair, settlements + from, to, first[from], pairs.cost(pair) - bonus, used);
        }
        if (arcs == 0) {
            return List.of();
        }
        long supply = 0;
        for (int i = 0; i < settlements; i++) {
            supply += supply(i, population[i] - first[i], used) + supply(settlements + i, first[i], used);
        }
        for (int shelter = 0; shelter < capacity.length; shelter++) {
            if (used[2 * settlements + shelter]) {
                flow.addArcWithCapacityAndUnitCost(2 * settlements + shelter, sink, capacity[shelter], 0);
            }
        }
        flow.setNodeSupply(sink, -supply);
        MinCostFlowBase.Status status = flow.solveMaxFlowWithMinCost();
        if (status != MinCostFlowBase.Status.OPTIMAL) {
            throw new IllegalStateException("the solver found no optimum: " + status);
        }
        return shares();
    }

    private void add(int pair, int from, int to, int persons, long cost, boolean[] used) {
        int most = Math.min(persons, capacity[pairs.target(pair)]);
        if (most > 0) {
            flow.addArcWithCapacityAndUnitCost(from, to, most, cost);
            firstOfArc[arcs] = from >= population.length;
            pairOfArc[arcs++] = pair;
            used[from] = true;
            used[to] = true;
        }
    }

    private long supply(int node, int persons, boolean[] used) {
        if (!used[node]) {
            return 0;
        }
        flow.setNodeSupply(node, persons);
        return persons;
    }

    private List<Share> shares() {
        int[] persons = new int[pairs.count()];
        int[] came = new int[pairs.count()];
        for (int arc = 0; arc < arcs; arc++) {
            int flowing = Math.toIntExact(flow.getFlow(arc));
            persons[pairOfArc[arc]] += flowing;
            came[pairOfArc[arc]] += firstOfArc[arc] ? flowing : 0;
        }
        List<Share> shares = new ArrayList<>();
        for (int pair = 0; pair < persons.length; pair++) {
            if (persons[pair] > 0) {
                shares.add(new Share(pair, persons[pair], came[pair]));
            }
        }
        shares.sort(Comparator.<Share>comparingInt(share -> pairs.origin(share.pair()))
                .thenComparingInt(share -> pairs.target(share.pair())));
        return shares;
    }
}
