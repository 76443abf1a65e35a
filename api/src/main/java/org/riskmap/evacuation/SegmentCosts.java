package org.riskmap.evacuation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.riskmap.network.RoadGraph;
import org.riskmap.network.TravelCosts;
import org.riskmap.traveltime.NearestTarget;

/**
 * What the way to the nearest target costs from any place on a straight segment of a road. Along one segment a cost grows
 * evenly, so that its value at the two ends is enough; edges that carry a target or are partly closed are asked exactly.
 * Of most segments more is known: one target is nearest to all its places, and the way costs something between two bounds.
 * For one thread; others use their {@link #twin}.
 */
final class SegmentCosts {

    /** In place of the one target of a segment where there may be several. */
    static final int SEVERAL = -2;

    /** By so many milliseconds or millimetres a way must be better at both ends of a segment to be better all along. */
    private static final double CLEARLY = 3;

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

    /** By segment the one target that is nearest to all its places; {@link LandLabels#NONE}, {@link #SEVERAL}. */
    private final int[] only;

    /** Bounds of the cost from any place on a segment that has one target. */
    private final float[] least;

    private final float[] most;

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
        this.only = new int[map.edgeOf.length];
        this.least = new float[map.edgeOf.length];
        this.most = new float[map.edgeOf.length];
        IntStream.range(0, kind.length).parallel().forEach(edge -> kind[edge] = learn(edge)); // each writes its own
    }

    private SegmentCosts(SegmentCosts other) {
        this.map = other.map;
        this.graph = other.graph;
        this.costs = other.costs;
        this.targets = other.targets;
        this.limit = other.limit;
        this.through = other.through;
        this.kind = other.kind;
        this.only = other.only;
        this.least = other.least;
        this.most = other.most;
    }

    /** The same for another thread. */
    SegmentCosts twin() {
        return new SegmentCosts(this);
    }

    NearestTarget targets() {
        return targets;
    }

    /** Whether a target may be reached from a segment within the limit. */
    boolean reaching(int i) {
        return kind[map.edgeOf[i]] != BEYOND;
    }

    /** Whether an edge must be asked place by place. */
    boolean exact(int edge) {
        return kind[edge] == EXACT;
    }

    private byte learn(int edge) {
        if (!targets.mayReach(edge, limit)) {
            return BEYOND;
        }
        boolean partlyClosed = costs.closures().insideMm(edge).length > 0;
        boolean exact = targets.hasTargetOn(edge) || partlyClosed;
        if (!exact) {
            measure(edge);
        }
        int last = graph.lastCoordinate(edge);
        for (int i = graph.firstCoordinate(edge); i < last; i++) {
            if (partlyClosed) {
                only[i] = SEVERAL;
            } else if (exact) {
                findOnlyBesideTargets(edge, i);
            } else {
                findOnlyByEnds(edge, i);
            }
        }
        return exact ? EXACT : EVEN;
    }

    /** The one target nearest to all places of a segment that is {@link #reaching}, or {@link #SEVERAL}. */
    int only(int i) {
        return only[i];
    }

    /** Ways from places of a segment with one target cost no less. */
    double least(int i) {
        return least[i];
    }

    /** Ways from places of a segment with one target cost no more. */
    double most(int i) {
        return most[i];
    }

    private void findOnlyByEnds(int edge, int i) {
        int tail = graph.tail(2 * edge);
        int head = graph.head(2 * edge);
        double tail0 = through[4 * i] + costFrom(tail);
        double tail1 = through[4 * i + 1] + costFrom(tail);
        double head0 = through[4 * i + 2] + costFrom(head);
        double head1 = through[4 * i + 3] + costFrom(head);
        boolean byTail = tail0 + CLEARLY < head0 && tail1 + CLEARLY < head1;
        boolean byHead = head0 + CLEARLY < tail0 && head1 + CLEARLY < tail1;
        double best = Math.min(Math.min(tail0, tail1), Math.min(head0, head1));
        if (best == Double.POSITIVE_INFINITY) {
            only[i] = LandLabels.NONE;
        } else if (byTail || byHead || targets.targetFrom(tail) == targets.targetFrom(head)) {
            double worst = Math.min(Math.max(tail0, tail1), Math.max(head0, head1));
            settle(i, targets.targetFrom(byHead ? head : tail), best, worst);
        } else {
            only[i] = SEVERAL;
        }
    }

    private void settle(int i, int target, double best, double worst) {
        only[i] = target;
        least[i] = (float) Math.max(0, best - CLEARLY);
        most[i] = (float) (worst + CLEARLY);
    }

    /**
     * Where targets lie on the edge. The cost by way of one of them is even on both sides of it and least there: one that is
     * clearly better than all others at both ends of a segment is so all along, unless another lies between.
     */
    private void findOnlyBesideTargets(int edge, int i) {
        int start = graph.placeOf(edge, i);
        int end = graph.placeOf(edge, i + 1);
        List<NearestTarget.Onward> ways = targets.onward(edge);
        only[i] = SEVERAL;
        NearestTarget.Onward best = null;
        double best0 = Double.POSITIVE_INFINITY;
        for (NearestTarget.Onward way : ways) {
            double cost0 = costBy(way, edge, start);
            if (cost0 < best0) {
                best = way;
                best0 = cost0;
            }
        }
        if (best == null) {
            return;
        }
        double best1 = costBy(best, edge, end);
        double lowest = Math.min(best0, best1);
        for (NearestTarget.Onward way : ways) {
            boolean between = way.placeMm() > start && way.placeMm() < end;
            double cost0 = costBy(way, edge, start);
            double cost1 = costBy(way, edge, end);
            if (way.target() != best.target() && (between || cost0 <= best0 + CLEARLY || cost1 <= best1 + CLEARLY)) {
                return;
            }
            if (way.target() == best.target()) {
                lowest = Math.min(lowest, between ? way.cost() : Math.min(cost0, cost1));
            }
        }
        if (best1 < Double.POSITIVE_INFINITY) {
            settle(i, best.target(), lowest, Math.max(best0, best1));
        }
    }

    private double costBy(NearestTarget.Onward way, int edge, int placeMm) {
        int along = targets.along(edge, placeMm, way.placeMm());
        return along == TravelCosts.CLOSED ? Double.POSITIVE_INFINITY : (double) along + way.cost();
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
            measure(first, last, edge, i);
        }
    }

    private void fill(int first, int last, int side) {
        for (int i = first; i < last; i++) {
            Arrays.fill(through, 4 * i + side, 4 * i + side + 2, Float.POSITIVE_INFINITY);
        }
    }

    private void measure(int first, int last, int edge, int i) {
        if (through[4 * i] != Float.POSITIVE_INFINITY) {
            through[4 * i] = i == first ? 0 : through[4 * i - 3];
            through[4 * i + 1] = targets.alongCoordinates(edge, i + 1, first);
        }
        if (through[4 * i + 2] != Float.POSITIVE_INFINITY) {
            through[4 * i + 2] = i == first ? targets.alongCoordinates(edge, first, last) : through[4 * i - 1];
            through[4 * i + 3] = i + 1 == last ? 0 : targets.alongCoordinates(edge, i + 1, last);
        }
    }
}
