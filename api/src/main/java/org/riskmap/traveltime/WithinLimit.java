package org.riskmap.traveltime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.riskmap.network.RoadGraph;
import org.riskmap.network.SlotCosts;
import org.riskmap.network.TravelCosts;

/**
 * Least cost from each origin toward each target, as far as it is within a limit: one sweep per target against the
 * direction of travel, no further than the limit. Between equally costly ways the one with less of the other part counts.
 */
public final class WithinLimit {

    /** Fewer are searched by one thread. */
    private static final int MANY_TARGETS = 64;

    private final TravelCosts costs;
    private final SlotCosts steps;
    private final RoadGraph graph;
    private final List<Access> origins;
    private final long limit;
    private final Pairs pairs = new Pairs();
    private final NodeQueue queue = new NodeQueue();

    private final long[] cost;
    private final long[] other;
    private final int[] seenFor;

    private final OriginsAtNodes atNodes;
    private final Map<Integer, List<Integer>> originsOnEdge;
    private final long[] originCost;
    private final long[] originOther;
    private final int[] originSeenFor;
    private final int[] reached;
    private int reachedCount;

    private WithinLimit(
            TravelCosts costs,
            List<Access> origins,
            OriginsAtNodes atNodes,
            Map<Integer, List<Integer>> originsOnEdge,
            long limit) {
        this.costs = costs;
        this.steps = costs.entering();
        this.graph = costs.graph();
        this.origins = origins;
        this.limit = limit;
        this.cost = new long[graph.nodeCount()];
        this.other = new long[graph.nodeCount()];
        this.seenFor = new int[graph.nodeCount()];
        Arrays.fill(seenFor, -1);
        this.atNodes = atNodes;
        this.originsOnEdge = originsOnEdge;
        this.originCost = new long[origins.size()];
        this.originOther = new long[origins.size()];
        this.originSeenFor = new int[origins.size()];
        Arrays.fill(originSeenFor, -1);
        this.reached = new int[origins.size()];
    }

    /**
     * @param costs of the arcs
     * @param origins where people start
     * @param targets where they want to go
     * @param limit the largest cost, inclusive
     */
    public static Pairs pairs(TravelCosts costs, List<Access> origins, List<Access> targets, long limit) {
        OriginsAtNodes atNodes = new OriginsAtNodes(costs, origins);
        Map<Integer, List<Integer>> onEdge = new HashMap<>();
        for (int i = 0; i < origins.size(); i++) {
            onEdge.computeIfAbsent(origins.get(i).edge(), unused -> new ArrayList<>())
                    .add(i);
        }
        int[] order = alongCurve(costs.graph(), targets);
        int parts = targets.size() < MANY_TARGETS ? 1 : Runtime.getRuntime().availableProcessors();
        int[] place = new int[targets.size()];
        Pairs[] found = new Pairs[targets.size()];
        IntStream.range(0, parts).parallel().forEach(part -> {
            WithinLimit search = new WithinLimit(costs, origins, atNodes, onEdge, limit);
            for (int i = order.length * part / parts; i < order.length * (part + 1) / parts; i++) {
                place[order[i]] = search.pairs.count();
                found[order[i]] = search.pairs;
                search.sweep(order[i], targets.get(order[i]));
            }
        });
        return inOrder(found, place);
    }

    /** Targets near each other one after the other, so that what is known of the graph there is still at hand. */
    private static int[] alongCurve(RoadGraph graph, List<Access> targets) {
        return IntStream.range(0, targets.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                        target -> graph.tail(2 * targets.get(target).edge())))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * @param found by target, in which pairs its own are
     * @param place of the first of them, if there is any
     */
    private static Pairs inOrder(Pairs[] found, int[] place) {
        Pairs pairs = new Pairs();
        for (int target = 0; target < found.length; target++) {
            Pairs of = found[target];
            for (int i = place[target]; i < of.count() && of.target(i) == target; i++) {
                pairs.add(of.origin(i), target, of.cost(i), of.other(i));
            }
        }
        return pairs;
    }

    private void sweep(int target, Access access) {
        queue.clear();
        reachedCount = 0;
        int edge = access.edge();
        enter(target, access, graph.tail(2 * edge), 0);
        enter(target, access, graph.head(2 * edge), graph.lengthMm(edge));
        for (int origin : originsOnEdge.getOrDefault(edge, List.of())) {
            reachAlongEdge(target, access, origin);
        }
        while (!queue.isEmpty()) {
            long entry = queue.remove();
            int node = NodeQueue.node(entry);
            if (NodeQueue.cost(entry) == cost[node]) {
                settle(target, node);
            }
        }
        Arrays.sort(reached, 0, reachedCount);
        for (int i = 0; i < reachedCount; i++) {
            pairs.add(reached[i], target, originCost[reached[i]], originOther[reached[i]]);
        }
    }

    private void enter(int target, Access access, int node, int fromMm) {
        int along = costs.along(access.edge(), fromMm, access.placeMm());
        if (along != TravelCosts.CLOSED) {
            int otherAlong = costs.otherAlong(access.edge(), fromMm, access.placeMm());
            improve(target, node, access.cost() + along, access.other() + otherAlong);
        }
    }

    private void reachAlongEdge(int target, Access access, int origin) {
        Access from = origins.get(origin);
        int along = costs.along(from.edge(), from.placeMm(), access.placeMm());
        if (along != TravelCosts.CLOSED) {
            int otherAlong = costs.otherAlong(from.edge(), from.placeMm(), access.placeMm());
            reach(target, origin, from.cost() + along + access.cost(), from.other() + otherAlong + access.other());
        }
    }

    private void settle(int target, int node) {
        for (int i = atNodes.first(node); i < atNodes.first(node + 1); i++) {
            reach(target, atNodes.origin(i), cost[node] + atNodes.cost(i), other[node] + atNodes.other(i));
        }
        int end = graph.firstSlot(node + 1);
        for (int slot = graph.firstSlot(node); slot < end; slot++) {
            int step = steps.step(slot);
            if (step != TravelCosts.CLOSED) {
                improve(target, graph.neighbourAt(slot), cost[node] + step, other[node] + steps.other(slot));
            }
        }
    }

    private void improve(int target, int node, long newCost, long newOther) {
        if (newCost > limit) {
            return;
        }
        boolean better =
                seenFor[node] != target || newCost < cost[node] || newCost == cost[node] && newOther < other[node];
        if (better) {
            seenFor[node] = target;
            cost[node] = newCost;
            other[node] = newOther;
            queue.add(newCost, node);
        }
    }

    private void reach(int target, int origin, long newCost, long newOther) {
        if (newCost > limit) {
            return;
        }
        if (originSeenFor[origin] != target) {
            originSeenFor[origin] = target;
            reached[reachedCount++] = origin;
        } else if (newCost > originCost[origin] || newCost == originCost[origin] && newOther >= originOther[origin]) {
            return;
        }
        originCost[origin] = newCost;
        originOther[origin] = newOther;
    }
}
