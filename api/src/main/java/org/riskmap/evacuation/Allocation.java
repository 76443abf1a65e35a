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
 */
final class Allocation {

    private Allocation() {}

    /**
     * One pair that carries people.
     *
     * @param pair number among the pairs
     * @param persons greater than 0
     */
    record Share(int pair, int persons) {}

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
        Loader.loadNativeLibraries();
        MinCostFlow flow = new MinCostFlow();
        int sink = population.length + capacity.length;
        int[] pairOfArc = new int[pairs.count()];
        int arcs = 0;
        boolean[] used = new boolean[sink];
        for (int pair = 0; pair < pairs.count(); pair++) {
            int settlement = pairs.origin(pair);
            int shelter = population.length + pairs.target(pair);
            int most = Math.min(population[settlement], capacity[pairs.target(pair)]);
            if (most > 0) {
                flow.addArcWithCapacityAndUnitCost(settlement, shelter, most, pairs.cost(pair));
                pairOfArc[arcs++] = pair;
                used[settlement] = true;
                used[shelter] = true;
            }
        }
        if (arcs == 0) {
            return List.of();
        }
        long supply = 0;
        for (int settlement = 0; settlement < population.length; settlement++) {
            if (used[settlement]) {
                flow.setNodeSupply(settlement, population[settlement]);
                supply += population[settlement];
            }
        }
        for (int shelter = 0; shelter < capacity.length; shelter++) {
            if (used[population.length + shelter]) {
                flow.addArcWithCapacityAndUnitCost(population.length + shelter, sink, capacity[shelter], 0);
            }
        }
        flow.setNodeSupply(sink, -supply);
        MinCostFlowBase.Status status = flow.solveMaxFlowWithMinCost();
        if (status != MinCostFlowBase.Status.OPTIMAL) {
            throw new IllegalStateException("the solver found no optimum: " + status);
        }
        return shares(flow, pairs, pairOfArc, arcs);
    }

    private static List<Share> shares(MinCostFlow flow, Pairs pairs, int[] pairOfArc, int arcs) {
        List<Share> shares = new ArrayList<>();
        for (int arc = 0; arc < arcs; arc++) {
            long persons = flow.getFlow(arc);
            if (persons > 0) {
                shares.add(new Share(pairOfArc[arc], Math.toIntExact(persons)));
            }
        }
        shares.sort(Comparator.<Share>comparingInt(share -> pairs.origin(share.pair()))
                .thenComparingInt(share -> pairs.target(share.pair())));
        return shares;
    }
}
