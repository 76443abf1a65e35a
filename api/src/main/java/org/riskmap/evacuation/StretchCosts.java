package org.riskmap.evacuation;

import org.riskmap.network.RoadGraph;
import org.riskmap.network.TravelCosts;
import org.riskmap.traveltime.Access;
import org.riskmap.traveltime.Arrival;
import org.riskmap.traveltime.NearestTarget;

/**
 * What the way to the nearest target costs from any place on a stretch. Along one straight stretch a cost grows evenly, so
 * that its value at the two ends is enough.
 */
final class StretchCosts {

    private final Stretches stretches;
    private final TravelCosts costs;
    private final NearestTarget targets;
    private final long limit;

    /** Four numbers for each stretch: through the edge's tail from its start and end, through the head the same. */
    private final double[] through;

    private final boolean[] reaching;

    StretchCosts(Stretches stretches, TravelCosts costs, NearestTarget targets, long limit) {
        this.stretches = stretches;
        this.costs = costs;
        this.targets = targets;
        this.limit = limit;
        this.through = new double[4 * stretches.count];
        this.reaching = new boolean[stretches.count];
        RoadGraph graph = costs.graph();
        for (int s = 0; s < stretches.count; s++) {
            int edge = stretches.edge[s];
            reaching[s] = targets.mayReach(edge, limit);
            if (reaching[s]) {
                int within = stretches.inside[s] && stretches.toMm[s] - stretches.fromMm[s] > 2 ? 1 : 0;
                int start = stretches.fromMm[s] + within;
                int end = stretches.toMm[s] - within;
                through[4 * s] = through(edge, start, 0, graph.tail(2 * edge));
                through[4 * s + 1] = through(edge, end, 0, graph.tail(2 * edge));
                through[4 * s + 2] = through(edge, start, graph.lengthMm(edge), graph.head(2 * edge));
                through[4 * s + 3] = through(edge, end, graph.lengthMm(edge), graph.head(2 * edge));
            }
        }
    }

    private double through(int edge, int placeMm, int atMm, int node) {
        int along = costs.along(edge, placeMm, atMm);
        boolean closed = along == TravelCosts.CLOSED || targets.targetFrom(node) < 0;
        return closed ? Double.POSITIVE_INFINITY : along + targets.costFrom(node);
    }

    /** Whether a target may be within the limit from somewhere on a stretch. */
    boolean reaching(int s) {
        return reaching[s];
    }

    /**
     * The nearest target.
     *
     * @param share of the stretch that lies before the place, 0 to 1
     * @param leg cost of the walk to the road
     * @return {@link LandLabels#NONE} where none is within the limit
     */
    int target(int s, double share, long leg) {
        int edge = stretches.edge[s];
        if (targets.hasTargetOn(edge)) {
            int place = stretches.fromMm[s] + (int) Math.round(share * (stretches.toMm[s] - stretches.fromMm[s]));
            Arrival arrival = targets.from(new Access(edge, place, leg, 0));
            return arrival == null || arrival.cost() > limit ? LandLabels.NONE : arrival.target();
        }
        double tail = at(4 * s, share);
        double head = at(4 * s + 2, share);
        if (leg + Math.min(tail, head) > limit) {
            return LandLabels.NONE;
        }
        int throughTail = targets.targetFrom(costs.graph().tail(2 * edge));
        int throughHead = targets.targetFrom(costs.graph().head(2 * edge));
        if (tail == head) {
            return Math.min(throughTail, throughHead);
        }
        return tail < head ? throughTail : throughHead;
    }

    private double at(int i, double share) {
        return through[i] == through[i + 1] ? through[i] : through[i] + share * (through[i + 1] - through[i]);
    }
}
