package org.riskmap.traveltime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskmap.network.RoadGraph;
import org.riskmap.network.TravelCosts;

/**
 * Least cost from every node of a graph <em>toward</em> the nearest of some targets, in one sweep against the direction of
 * travel. Equally near targets: the one that was given first. Source: Dijkstra 1959.
 */
public final class NearestTarget {

    /** In place of a cost where no target can be reached. */
    public static final long UNREACHED = Long.MAX_VALUE;

    /** Bits of the other part of a cost behind a target's number. */
    private static final int OTHER_BITS = 40;

    private static final long MOST_OTHER = (1L << OTHER_BITS) - 1;

    private static final int AT_START = -1;
    private static final int AT_END = -2;

    private final TravelCosts costs;
    private final RoadGraph graph;
    private final List<Access> targets;
    private final Map<Integer, List<Integer>> targetsOnEdge = new HashMap<>();

    /**
     * Two numbers for each node, side by side because they are read together: the cost, and behind it the target and the other
     * part of the cost, so that of two ways that cost the same the better one has the lesser number.
     */
    private final long[] label;

    /** By node: the arc by which the best way goes on; {@link #AT_START} or {@link #AT_END} where the target's edge is next. */
    private final int[] onward;

    private final boolean outward;

    private NearestTarget(TravelCosts costs, List<Access> targets, boolean outward) {
        this.costs = costs;
        this.outward = outward;
        this.graph = costs.graph();
        this.targets = targets;
        this.label = new long[2 * graph.nodeCount()];
        this.onward = new int[graph.nodeCount()];
        Arrays.fill(label, UNREACHED);
        BlockSweep sweep =
                new BlockSweep(graph, outward ? costs.leaving() : costs.entering(), label, onward, MOST_OTHER);
        for (int i = 0; i < targets.size(); i++) {
            start(i, targets.get(i), sweep);
        }
        sweep.run();
    }

    /**
     * @param costs of the arcs
     * @param targets in the order that decides between equally near ones
     */
    public static NearestTarget of(TravelCosts costs, List<Access> targets) {
        return new NearestTarget(costs, targets, false);
    }

    /**
     * The other way round: least cost from the nearest of some places <em>to</em> every node; whatever is said here of ways
     * toward a target then holds of ways from it.
     *
     * @param costs of the arcs
     * @param sources in the order that decides between equally near ones
     */
    public static NearestTarget outward(TravelCosts costs, List<Access> sources) {
        return new NearestTarget(costs, sources, true);
    }

    /** Whether ways lead away from the targets. */
    public boolean outward() {
        return outward;
    }

    /** The cost from a place on an edge to one nearer to a target, as {@link TravelCosts#along}. */
    public int along(int edge, int fromMm, int towardMm) {
        return outward ? costs.along(edge, towardMm, fromMm) : costs.along(edge, fromMm, towardMm);
    }

    /** The same between two of an edge's coordinates. */
    public int alongCoordinates(int edge, int from, int toward) {
        return outward ? costs.alongCoordinates(edge, toward, from) : costs.alongCoordinates(edge, from, toward);
    }

    private int otherAlong(int edge, int fromMm, int towardMm) {
        return outward ? costs.otherAlong(edge, towardMm, fromMm) : costs.otherAlong(edge, fromMm, towardMm);
    }

    private void start(int number, Access access, BlockSweep sweep) {
        int edge = access.edge();
        targetsOnEdge.computeIfAbsent(edge, unused -> new ArrayList<>()).add(number);
        enter(number, access, graph.tail(2 * edge), 0, sweep);
        enter(number, access, graph.head(2 * edge), graph.lengthMm(edge), sweep);
    }

    private void enter(int number, Access access, int node, int fromMm, BlockSweep sweep) {
        int along = along(access.edge(), fromMm, access.placeMm());
        if (along != TravelCosts.CLOSED) {
            long other = access.other() + otherAlong(access.edge(), fromMm, access.placeMm());
            sweep.improve(
                    node,
                    access.cost() + along,
                    (long) number << OTHER_BITS | Math.min(other, MOST_OTHER),
                    fromMm == 0 ? AT_START : AT_END);
        }
    }

    /** Least cost from a node, or {@link #UNREACHED}. */
    public long costFrom(int node) {
        return label[2 * node];
    }

    /** The target that is nearest to a node, −1 where none can be reached. */
    public int targetFrom(int node) {
        return label[2 * node] == UNREACHED ? -1 : (int) (label[2 * node + 1] >>> OTHER_BITS);
    }

    private long otherFrom(int node) {
        return label[2 * node + 1] & MOST_OTHER;
    }

    /** The best way from a position beside the road; null where no target can be reached. */
    public @Nullable Arrival from(Access origin) {
        int edge = origin.edge();
        Arrival best = through(origin, graph.tail(2 * edge), 0, null);
        best = through(origin, graph.head(2 * edge), graph.lengthMm(edge), best);
        for (int number : targetsOnEdge.getOrDefault(edge, List.of())) {
            Access access = targets.get(number);
            int along = along(edge, origin.placeMm(), access.placeMm());
            if (along != TravelCosts.CLOSED) {
                int otherAlong = otherAlong(edge, origin.placeMm(), access.placeMm());
                best = better(
                        new Arrival(
                                number,
                                origin.cost() + along + access.cost(),
                                origin.other() + otherAlong + access.other()),
                        best);
            }
        }
        return best;
    }

    /**
     * The best way from a position beside the road, in the order it is travelled; empty where no target can be reached.
     *
     * @throws IllegalStateException where ways lead away from the targets
     */
    public List<Stage> path(Access origin) {
        if (outward) {
            throw new IllegalStateException("ways lead away from the targets");
        }
        Arrival best = from(origin);
        List<Stage> stages = new ArrayList<>();
        if (best == null) {
            return stages;
        }
        int edge = origin.edge();
        for (int atMm : new int[] {0, graph.lengthMm(edge)}) {
            int node = atMm == 0 ? graph.tail(2 * edge) : graph.head(2 * edge);
            if (best.equals(through(origin, node, atMm, null))) {
                stages.add(new Stage(edge, origin.placeMm(), atMm));
                follow(node, stages);
                return stages;
            }
        }
        stages.add(new Stage(edge, origin.placeMm(), targets.get(best.target()).placeMm()));
        return stages;
    }

    private void follow(int start, List<Stage> stages) {
        int node = start;
        while (onward[node] >= 0) {
            int arc = onward[node];
            int length = graph.lengthMm(arc >> 1);
            stages.add(new Stage(arc >> 1, (arc & 1) == 0 ? 0 : length, (arc & 1) == 0 ? length : 0));
            node = graph.head(arc);
        }
        Access last = targets.get(targetFrom(node));
        stages.add(new Stage(last.edge(), onward[node] == AT_START ? 0 : graph.lengthMm(last.edge()), last.placeMm()));
    }

    /** Whether any target can be reached from some place on an edge at no more than a cost; a quick look, may say yes. */
    public boolean mayReach(int edge, long limit) {
        return costFrom(graph.tail(2 * edge)) <= limit
                || costFrom(graph.head(2 * edge)) <= limit
                || targetsOnEdge.containsKey(edge);
    }

    /** Whether a target lies on the edge itself: then the way need not go through one of its ends. */
    public boolean hasTargetOn(int edge) {
        return targetsOnEdge.containsKey(edge);
    }

    /**
     * A place on an edge by which ways lead on: one of its ends, or a target.
     *
     * @param placeMm on the edge
     * @param cost from there
     * @param target where they lead
     */
    public record Onward(int placeMm, long cost, int target) {}

    /** Every place by which the best way from somewhere on an edge may lead on. */
    public List<Onward> onward(int edge) {
        List<Onward> ways = new ArrayList<>();
        for (int atMm : new int[] {0, graph.lengthMm(edge)}) {
            int node = atMm == 0 ? graph.tail(2 * edge) : graph.head(2 * edge);
            if (targetFrom(node) >= 0) {
                ways.add(new Onward(atMm, costFrom(node), targetFrom(node)));
            }
        }
        for (int number : targetsOnEdge.getOrDefault(edge, List.of())) {
            ways.add(new Onward(
                    targets.get(number).placeMm(), targets.get(number).cost(), number));
        }
        return ways;
    }

    private @Nullable Arrival through(Access origin, int node, int atMm, @Nullable Arrival best) {
        int along = along(origin.edge(), origin.placeMm(), atMm);
        if (along == TravelCosts.CLOSED || targetFrom(node) < 0) {
            return best;
        }
        return better(
                new Arrival(
                        targetFrom(node),
                        origin.cost() + along + costFrom(node),
                        origin.other() + otherAlong(origin.edge(), origin.placeMm(), atMm) + otherFrom(node)),
                best);
    }

    private static Arrival better(Arrival candidate, @Nullable Arrival best) {
        return best == null || candidate.isBetterThan(best) ? candidate : best;
    }
}
