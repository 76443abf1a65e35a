package org.riskmap.traveltime;

import java.util.Arrays;
import java.util.List;
import org.riskmap.network.RoadGraph;
import org.riskmap.network.TravelCosts;

/** Which origins come to the network at a node, and at what cost; in flat arrays by node. */
final class OriginsAtNodes {

    private final int[] first;
    private final int[] origin;
    private final long[] cost;
    private final long[] other;

    OriginsAtNodes(TravelCosts costs, List<Access> origins) {
        RoadGraph graph = costs.graph();
        this.first = new int[graph.nodeCount() + 1];
        for (Access access : origins) {
            first[graph.tail(2 * access.edge()) + 1]++;
            first[graph.head(2 * access.edge()) + 1]++;
        }
        for (int node = 0; node < graph.nodeCount(); node++) {
            first[node + 1] += first[node];
        }
        this.origin = new int[2 * origins.size()];
        this.cost = new long[2 * origins.size()];
        this.other = new long[2 * origins.size()];
        int[] next = Arrays.copyOf(first, graph.nodeCount());
        for (int i = 0; i < origins.size(); i++) {
            Access access = origins.get(i);
            int length = graph.lengthMm(access.edge());
            put(costs, i, access, 0, next[graph.tail(2 * access.edge())]++);
            put(costs, i, access, length, next[graph.head(2 * access.edge())]++);
        }
    }

    private void put(TravelCosts costs, int number, Access access, int atMm, int place) {
        int along = costs.along(access.edge(), access.placeMm(), atMm);
        origin[place] = number;
        cost[place] = along == TravelCosts.CLOSED ? NodeQueue.MOST_COST : access.cost() + along;
        other[place] = access.other() + costs.otherAlong(access.edge(), access.placeMm(), atMm);
    }

    /** The entries of node {@code n} are {@code first(n)} to {@code first(n + 1) − 1}. */
    int first(int node) {
        return first[node];
    }

    int origin(int entry) {
        return origin[entry];
    }

    /** Of the way to the node; more than any limit where it is closed. */
    long cost(int entry) {
        return cost[entry];
    }

    long other(int entry) {
        return other[entry];
    }
}
