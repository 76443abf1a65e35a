package org.riskmap.evacuation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.Geodesy;
import org.riskmap.network.Closures;
import org.riskmap.network.Mode;
import org.riskmap.network.RoadGraph;
import org.riskmap.network.RoadNetwork;
import org.riskmap.network.TravelCosts;
import org.riskmap.network.TravelRule;
import org.riskmap.network.TravelRule.Least;

/**
 * Where on the roads somebody at each point of a grid gets to them, and how long his walk is, while nothing is closed:
 * along the nearest straight piece of road that he can walk to without crossing a river. It depends on nothing that a
 * question asks, so that it is found once for all of them. Safe for many threads: what is added later is the same whoever
 * adds it.
 */
final class WalkMap {

    /** In place of a segment where no road is near enough. */
    static final int NONE = -1;

    /** At so many kilometres per hour a millimetre takes a millisecond. */
    private static final double MM_PER_MS_KMH = 3.6;

    /** So often is the way between two points halved to find a border; then its middle is taken: a 64th of the step. */
    static final int HALVINGS = 5;

    /** So many steps round a road are looked at first. */
    private static final double NEAR_STEPS = 1.5;

    private static final double STEPS_PER_SNAP = 8;
    private static final double LEAST_STEP_M = 2;
    private static final double MOST_POINTS = 6_000_000;

    final RoadGraph graph;
    final LandGrid grid;
    final RiverCells rivers;
    final double maxSnapM;
    final double stepM;

    /** By coordinate of the graph: the edge whose segment begins there. */
    final int[] edgeOf;

    /** By point: the first coordinate of the segment people walk to, or {@link #NONE}. */
    final int[] segment;

    /** By point: the place on that edge. */
    final int[] placeMm;

    /** By point: length of the walk. */
    final int[] plainMm;

    /** By point: length on the flat that takes as long. */
    final int[] feltMm;

    private final boolean outward;

    /** By point, eastward and northward: where the segment changes on the way to the neighbour; 0 where not yet known. */
    private final float[] change;

    /**
     * @param network with at least one road
     * @param mode of travel on the roads; where nobody may go so, nobody walks to
     * @param maxSnapM the longest walk, metres, greater than 0
     * @param outward whether people come from the road instead of going to it
     */
    WalkMap(RoadNetwork network, Mode mode, double maxSnapM, boolean outward) {
        this.graph = network.graph();
        this.maxSnapM = maxSnapM;
        this.outward = outward;
        Envelope box = grown(graph, maxSnapM);
        this.stepM = Math.max(Math.max(LEAST_STEP_M, maxSnapM / STEPS_PER_SNAP), Math.sqrt(areaM2(box) / MOST_POINTS));
        this.grid = new LandGrid(box, stepM);
        this.rivers = new RiverCells(grid, network.rivers());
        this.edgeOf = edges(graph);
        this.placeMm = new int[grid.points()];
        this.plainMm = new int[grid.points()];
        this.feltMm = new int[grid.points()];
        this.change = new float[2 * grid.points()];
        TravelCosts costs = TravelCosts.of(
                network,
                new TravelRule(mode, MM_PER_MS_KMH, network.heights() != null, Least.TIME),
                Closures.none(graph));
        this.segment = new NearestSegments(graph, grid, maxSnapM).find(costs, NEAR_STEPS * stepM);
        lookAround(blocked());
        measure(costs);
    }

    private static Envelope grown(RoadGraph graph, double maxSnapM) {
        org.locationtech.jts.geom.Envelope box = new org.locationtech.jts.geom.Envelope();
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            for (int i = graph.firstCoordinate(edge); i <= graph.lastCoordinate(edge); i++) {
                box.expandToInclude(graph.lonOf(i), graph.latOf(i));
            }
        }
        double furthest = Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY()));
        return new Envelope(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())
                .grown(
                        maxSnapM * 1.01 / Geodesy.metresPerDegreeLon(furthest),
                        maxSnapM * 1.01 / Geodesy.metresPerDegreeLat(furthest));
    }

    private static double areaM2(Envelope box) {
        double middle = (box.minY() + box.maxY()) / 2;
        return box.width() * Geodesy.metresPerDegreeLon(middle) * box.height() * Geodesy.metresPerDegreeLat(middle);
    }

    private static int[] edges(RoadGraph graph) {
        int last = -1;
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            last = Math.max(last, graph.lastCoordinate(edge));
        }
        int[] edges = new int[last + 1];
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            Arrays.fill(edges, graph.firstCoordinate(edge), graph.lastCoordinate(edge), edge);
        }
        return edges;
    }

    /** Points that cannot walk to their nearest segment; they lose it. */
    private int[] blocked() {
        int[] blocked = IntStream.range(0, segment.length)
                .parallel()
                .filter(point ->
                        segment[point] != NONE && crossesRiver(grid.lonOf(point), grid.latOf(point), segment[point]))
                .toArray();
        for (int point : blocked) {
            segment[point] = NONE;
        }
        return blocked;
    }

    /** Lets blocked points walk to a neighbour's segment where they can, round by round, from those that found one. */
    private void lookAround(int[] blocked) {
        boolean[] waiting = new boolean[segment.length];
        for (int point : blocked) {
            waiting[point] = true;
        }
        int[] open = blocked;
        while (open.length > 0) {
            int[] found = new int[open.length];
            for (int i = 0; i < open.length; i++) {
                found[i] = bestOfNeighbours(open[i]);
            }
            int[] next = new int[8 * open.length];
            int count = 0;
            for (int i = 0; i < open.length; i++) {
                if (found[i] != NONE) {
                    segment[open[i]] = found[i];
                    waiting[open[i]] = false;
                }
            }
            for (int i = 0; i < open.length; i++) {
                count = found[i] == NONE ? count : addWaiting(open[i], waiting, next, count);
            }
            open = Arrays.stream(next, 0, count).sorted().distinct().toArray();
        }
    }

    private int addWaiting(int point, boolean[] waiting, int[] next, int count) {
        int size = count;
        for (int row = -1; row <= 1; row++) {
            for (int column = -1; column <= 1; column++) {
                int neighbour = point + row * grid.columns + column;
                if (neighbour >= 0 && neighbour < waiting.length && waiting[neighbour]) {
                    next[size++] = neighbour;
                }
            }
        }
        return size;
    }

    private int bestOfNeighbours(int point) {
        int best = NONE;
        double bestM = maxSnapM;
        for (int row = -1; row <= 1; row++) {
            for (int column = -1; column <= 1; column++) {
                int neighbour = point + row * grid.columns + column;
                int i = neighbour >= 0 && neighbour < segment.length ? segment[neighbour] : NONE;
                if (i != NONE && i != best) {
                    double distanceM = distanceM(grid.lonOf(point), grid.latOf(point), i);
                    boolean better = distanceM < bestM || distanceM == bestM && i < best;
                    if (better && !crossesRiver(grid.lonOf(point), grid.latOf(point), i)) {
                        best = i;
                        bestM = distanceM;
                    }
                }
            }
        }
        return best;
    }

    private void measure(TravelCosts costs) {
        IntStream.range(0, grid.rows).parallel().forEach(row -> measure(costs, row));
    }

    private void measure(TravelCosts costs, int row) {
        for (int point = row * grid.columns; point < (row + 1) * grid.columns; point++) {
            int i = segment[point];
            if (i != NONE) {
                double lon = grid.lonOf(point);
                double lat = grid.latOf(point);
                double share = share(lon, lat, i);
                double roadLon = roadLon(i, share);
                double roadLat = roadLat(i, share);
                double walkM = distanceM(lon, lat, roadLon, roadLat);
                placeMm[point] = placeMm(i, share);
                plainMm[point] = (int) Math.round(walkM * 1000);
                feltMm[point] = Math.toIntExact(
                        outward
                                ? costs.walkMs(roadLon, roadLat, lon, lat, walkM)
                                : costs.walkMs(lon, lat, roadLon, roadLat, walkM));
            }
        }
    }

    /**
     * Share of the way from a point to its eastern or northern neighbour where people begin to walk to the other's segment
     * instead of its own, found by halving; between 0 and 1.
     */
    double change(int from, int to) {
        int place = 2 * from + (to == from + 1 ? 0 : 1);
        if (change[place] == 0) {
            change[place] = (float) change(from, to, segment[from], segment[to], this::crossesRiver);
        }
        return change[place];
    }

    /** Says whether the straight walk from a position to a segment is not possible. */
    interface Barrier {
        boolean stops(double lon, double lat, int i);
    }

    /** The same for points that walk to two segments, one of which may be {@link #NONE}. */
    double change(int from, int to, int s1, int s2, Barrier barrier) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            double lon = grid.lonOf(from) + middle * (grid.lonOf(to) - grid.lonOf(from));
            double lat = grid.latOf(from) + middle * (grid.latOf(to) - grid.latOf(from));
            if (walksToFirst(lon, lat, s1, s2, barrier)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private boolean walksToFirst(double lon, double lat, int s1, int s2, Barrier barrier) {
        if (s1 == NONE || s2 == NONE) {
            int i = Math.max(s1, s2);
            boolean walks = distanceM(lon, lat, i) <= maxSnapM && !barrier.stops(lon, lat, i);
            return walks == (i == s1);
        }
        boolean firstIsNear = distanceM(lon, lat, s1) <= distanceM(lon, lat, s2);
        return firstIsNear != barrier.stops(lon, lat, firstIsNear ? s1 : s2);
    }

    private boolean crossesRiver(double lon, double lat, int i) {
        double share = share(lon, lat, i);
        return rivers.crossed(lon, lat, roadLon(i, share), roadLat(i, share));
    }

    /** Where on a segment the nearest place to a position is, 0 to 1. */
    double share(double lon, double lat, int i) {
        double perLon = grid.metresPerLon(lat);
        double perLat = grid.metresPerLat(lat);
        double dx = (graph.lonOf(i + 1) - graph.lonOf(i)) * perLon;
        double dy = (graph.latOf(i + 1) - graph.latOf(i)) * perLat;
        double square = dx * dx + dy * dy;
        double along = (lon - graph.lonOf(i)) * perLon * dx + (lat - graph.latOf(i)) * perLat * dy;
        return square == 0 ? 0 : Math.max(0, Math.min(1, along / square));
    }

    double roadLon(int i, double share) {
        return graph.lonOf(i) + share * (graph.lonOf(i + 1) - graph.lonOf(i));
    }

    double roadLat(int i, double share) {
        return graph.latOf(i) + share * (graph.latOf(i + 1) - graph.latOf(i));
    }

    /** The place on its edge that lies at a share of a segment. */
    int placeMm(int i, double share) {
        int start = graph.placeOf(edgeOf[i], i);
        return start + (int) Math.round(share * (graph.placeOf(edgeOf[i], i + 1) - start));
    }

    double distanceM(double lon, double lat, int i) {
        double share = share(lon, lat, i);
        return distanceM(lon, lat, roadLon(i, share), roadLat(i, share));
    }

    double distanceM(double lon, double lat, double roadLon, double roadLat) {
        double x = (roadLon - lon) * grid.metresPerLon(lat);
        double y = (roadLat - lat) * grid.metresPerLat(lat);
        return Math.sqrt(x * x + y * y);
    }
}
