package org.riskmap.evacuation;

import java.util.Arrays;
import org.riskmap.network.RoadGraph;
import org.riskmap.network.TravelCosts;
import org.riskmap.traveltime.NearestTarget;

/**
 * What the way to the nearest target costs from any place on a straight segment of a road. Along one segment a cost grows
 * evenly, so that its value at the two ends is enough; edges that carry a target or are partly closed are asked exactly.
 * For one thread.
 */
final class SegmentCosts {

    private static final byte BEYOND = 1;
    private static final byte EXACT = 2;
    private static final byte EVEN = 3;

    private final WalkMap map;
    private final RoadGraph graph;
    private final TravelCosts costs;
    private final NearestTarget targets;
    private final long limit;

    /** Four numbers for each segment: through the edge's tail from its start and end, through the head the same. */
    private final float[] through;

    /** By edge what is known of it. */
    private final byte[] kind;

    private double cost;

    /** @param limit what costs more need not be found */
    SegmentCosts(WalkMap map, TravelCosts costs, NearestTarget targets, long limit) {
        this.map = map;
        this.graph = costs.graph();
        this.costs = costs;
        this.targets = targets;
        this.limit = limit;
        this.through = new float[4 * map.edgeOf.length];
        this.kind = new byte[graph.edgeCount()];
    }

    NearestTarget targets() {
        return targets;
    }

    /** Whether a target may be reached from a segment within the limit. */
    boolean reaching(int i) {
        return kind(map.edgeOf[i]) != BEYOND;
    }

    /** Whether an edge must be asked place by place. */
    boolean exact(int edge) {
        return kind(edge) == EXACT;
    }

    private byte kind(int edge) {
        if (kind[edge] == 0) {
            if (!targets.mayReach(edge, limit)) {
                kind[edge] = BEYOND;
            } else if (targets.hasTargetOn(edge) || costs.closures().insideMm(edge).length > 0) {
                kind[edge] = EXACT;
            } else {
                measure(edge);
                kind[edge] = EVEN;
            }
        }
        return kind[edge];
    }

    /**
     * The nearest target from a place on a segment of an edge that is {@link #reaching} and not {@link #exact};
     * {@link LandLabels#NONE} where there is none. Then {@link #cost} tells what it costs.
     */
    int target(int i, int placeMm) {
        int edge = map.edgeOf[i];
        int start = graph.placeOf(edge, i);
        int length = graph.placeOf(edge, i + 1) - start;
        float share = length == 0 ? 0 : (float) (placeMm - start) / length;
        double viaTail = at(4 * i, share) + costFrom(graph.tail(2 * edge));
        double viaHead = at(4 * i + 2, share) + costFrom(graph.head(2 * edge));
        cost = Math.min(viaTail, viaHead);
        if (cost == Double.POSITIVE_INFINITY) {
            return LandLabels.NONE;
        }
        int throughTail = targets.targetFrom(graph.tail(2 * edge));
        int throughHead = targets.targetFrom(graph.head(2 * edge));
        if (viaTail == viaHead) {
            return Math.min(throughTail, throughHead);
        }
        return viaTail < viaHead ? throughTail : throughHead;
    }

    /** Of the way from the place that was asked about last, rounded. */
    long cost() {
        return Math.round(cost);
    }

    private double costFrom(int node) {
        long known = targets.costFrom(node);
        return known == NearestTarget.UNREACHED ? Double.POSITIVE_INFINITY : known;
    }

    private double at(int k, double share) {
        return through[k] == through[k + 1] ? through[k] : through[k] + share * (through[k + 1] - through[k]);
    }

    private void measure(int edge) {
        int length = graph.lengthMm(edge);
        int first = graph.firstCoordinate(edge);
        int last = graph.lastCoordinate(edge);
        if (targets.along(edge, length, 0) == TravelCosts.CLOSED) {
            fill(first, last, 0);
        }
        if (targets.along(edge, 0, length) == TravelCosts.CLOSED) {
            fill(first, last, 2);
        }
        for (int i = first; i < last; i++) {
            measure(edge, i, length);
        }
    }

    private void fill(int first, int last, int side) {
        for (int i = first; i < last; i++) {
            Arrays.fill(through, 4 * i + side, 4 * i + side + 2, Float.POSITIVE_INFINITY);
        }
    }

    private void measure(int edge, int i, int length) {
        int start = graph.placeOf(edge, i);
        int end = graph.placeOf(edge, i + 1);
        if (through[4 * i] != Float.POSITIVE_INFINITY) {
            through[4 * i] = targets.along(edge, start, 0);
            through[4 * i + 1] = targets.along(edge, end, 0);
        }
        if (through[4 * i + 2] != Float.POSITIVE_INFINITY) {
            through[4 * i + 2] = targets.along(edge, start, length);
            through[4 * i + 3] = targets.along(edge, end, length);
        }
    }
}
