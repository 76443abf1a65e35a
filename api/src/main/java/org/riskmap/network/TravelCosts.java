package org.riskmap.network;

import org.jspecify.annotations.Nullable;
import org.riskmap.elevation.Heights;
import org.riskmap.network.TravelRule.Least;

/**
 * What the arcs of a graph cost one kind of traveller under closures. A cost has two parts: what is to be least
 * (milliseconds or millimetres, see {@link TravelRule.Least}) and the other, which is carried along.
 */
public final class TravelCosts {

    /** In place of a cost where nobody may go. */
    public static final int CLOSED = -1;

    private final RoadGraph graph;
    private final @Nullable Heights heights;
    private final TravelRule rule;
    private final Closures closures;
    private final SlotCosts into;

    private TravelCosts(RoadNetwork network, TravelRule rule, Closures closures) {
        this.graph = network.graph();
        this.heights = rule.slopes() ? network.heights() : null;
        this.rule = rule;
        this.closures = closures;
        this.into = bySlot(1);
    }

    /** @param against 0 for the arcs that leave the slots' nodes, 1 for those that enter them */
    private SlotCosts bySlot(int against) {
        int[] step = new int[2 * graph.edgeCount()];
        int[] other = new int[step.length];
        for (int slot = 0; slot < step.length; slot++) {
            int arc = graph.arcAt(slot) ^ against;
            int edge = arc >> 1;
            int length = graph.lengthMm(edge);
            int from = (arc & 1) == 0 ? 0 : length;
            step[slot] = along(edge, from, length - from);
            other[slot] = otherAlong(edge, from, length - from);
        }
        return new SlotCosts(step, other);
    }

    /**
     * @param network whose roads are travelled
     * @param rule how
     * @param closures on the network's graph
     */
    public static TravelCosts of(RoadNetwork network, TravelRule rule, Closures closures) {
        return new TravelCosts(network, rule, closures);
    }

    public RoadGraph graph() {
        return graph;
    }

    public TravelRule rule() {
        return rule;
    }

    public Closures closures() {
        return closures;
    }

    /** What it costs to come into each slot's node from its neighbour. */
    public SlotCosts entering() {
        return into;
    }

    /** What it costs to go from each slot's node to its neighbour; found anew each time. */
    public SlotCosts leaving() {
        return bySlot(0);
    }

    /** Whether the traveller may be on the edge in at least one direction, closures of areas aside. */
    public boolean usable(int edge) {
        return (graph.edgePermissions[edge] & (bit(true) | bit(false))) != 0 && !closures.closed(edge);
    }

    /** The cost from one place on an edge to another, or {@link #CLOSED}. Nothing where the places are one. */
    public int along(int edge, int fromMm, int toMm) {
        if (fromMm == toMm) {
            return usable(edge) ? 0 : CLOSED;
        }
        if ((graph.edgePermissions[edge] & bit(toMm > fromMm)) == 0) {
            return CLOSED;
        }
        if (closures.touches(edge) && closures.forbids(edge, fromMm, toMm)) {
            return CLOSED;
        }
        return rule.least() == Least.TIME ? timeMs(edge, fromMm, toMm) : Math.abs(toMm - fromMm);
    }

    /** The same as {@link #along} between two of the edge's coordinates. */
    public int alongCoordinates(int edge, int from, int to) {
        int fromMm = graph.placeOf(edge, from);
        int toMm = graph.placeOf(edge, to);
        if (rule.least() == Least.LENGTH
                || rule.mode() == Mode.DRIVE
                || !rule.slopes()
                || fromMm == toMm
                || closures.touches(edge)) {
            return along(edge, fromMm, toMm);
        }
        if ((graph.edgePermissions[edge] & bit(to > from)) == 0) {
            return CLOSED;
        }
        int[] sums = to > from ? graph.walkForwardMm : graph.walkBackwardMm;
        return toInt(Math.abs((double) sums[to] - sums[from]) * 3.6 / rule.walkKmh());
    }

    /** The other part of {@link #along}. */
    public int otherAlong(int edge, int fromMm, int toMm) {
        return rule.least() == Least.TIME ? Math.abs(toMm - fromMm) : timeMs(edge, fromMm, toMm);
    }

    /**
     * The time in milliseconds of a straight walk beside the roads, {@code lengthM} metres long, from one position in
     * degrees to another; where slopes count, by the mean slope.
     */
    public long walkMs(double lon1, double lat1, double lon2, double lat2, double lengthM) {
        if (heights == null || lengthM == 0) {
            return rule.walkMs(lengthM * 1000);
        }
        double riseM = heights.metresAt(lon2, lat2) - heights.metresAt(lon1, lat1);
        return rule.walkMs(lengthM * 1000 * Tobler.slowness(riseM / lengthM));
    }

    private int timeMs(int edge, int fromMm, int toMm) {
        if (rule.mode() == Mode.DRIVE) {
            float kmh = graph.edgeDriveKmh[edge];
            return kmh > 0 ? toInt(Math.abs(toMm - fromMm) * 3.6 / kmh) : Integer.MAX_VALUE;
        }
        double flatMm = rule.slopes() ? equivalentMm(edge, fromMm, toMm) : Math.abs(toMm - fromMm);
        return toInt(flatMm * 3.6 / rule.walkKmh());
    }

    private static int toInt(double ms) {
        return (int) Math.min(Integer.MAX_VALUE, Math.round(ms));
    }

    private double equivalentMm(int edge, int fromMm, int toMm) {
        int[] sums = toMm > fromMm ? graph.walkForwardMm : graph.walkBackwardMm;
        return Math.abs(sumAt(sums, edge, toMm) - sumAt(sums, edge, fromMm));
    }

    private double sumAt(int[] sums, int edge, int placeMm) {
        int first = graph.edgeStart[edge];
        int last = graph.edgeEnd[edge];
        if (placeMm == 0 && graph.alongMm[first + 1] > graph.alongMm[first]) {
            return sums[first];
        }
        int at = graph.alongMm[first] + placeMm;
        if (at == graph.alongMm[last] && graph.alongMm[last - 1] < at) {
            return sums[last];
        }
        int from = graph.segmentAt(edge, placeMm);
        return sums[from] + (sums[from + 1] - sums[from]) * graph.shareOf(from, edge, placeMm);
    }

    private int bit(boolean forward) {
        if (rule.mode() == Mode.WALK) {
            return forward ? RoadLine.WALK_FORWARD : RoadLine.WALK_BACKWARD;
        }
        return forward ? RoadLine.DRIVE_FORWARD : RoadLine.DRIVE_BACKWARD;
    }
}
