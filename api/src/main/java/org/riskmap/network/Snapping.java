package org.riskmap.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Geodesy;

/**
 * Finds the place on a usable road that is nearest to a position: nearest point of an edge, never only a node; not across
 * a river while a road on this side is near enough; not by coming into land to avoid. For one thread.
 */
public final class Snapping {

    /** Shares of the largest distance that are searched one after the other: most positions lie near a road. */
    private static final double[] REACHES = {0.125, 0.5, 1};

    private final RoadGraph graph;
    private final TravelCosts costs;
    private final Closures closures;
    private final Rivers rivers;
    private final double maxSnapM;

    private double[] distanceM = new double[64];
    private int[] edges = new int[64];
    private int[] placesMm = new int[64];
    private int found;

    /**
     * @param network roads and rivers
     * @param costs say which edges are usable
     * @param maxSnapM the longest walk to the road, metres, inclusive
     */
    public Snapping(RoadNetwork network, TravelCosts costs, double maxSnapM) {
        this.graph = network.graph();
        this.costs = costs;
        this.closures = costs.closures();
        this.rivers = network.rivers();
        this.maxSnapM = maxSnapM;
    }

    /** The place for somebody who goes to the road; null where no usable road is near enough. */
    public @Nullable Snap toRoad(double lon, double lat) {
        return nearest(lon, lat, true);
    }

    /** The place for somebody who comes from the road; null where no usable road is near enough. */
    public @Nullable Snap fromRoad(double lon, double lat) {
        return nearest(lon, lat, false);
    }

    private @Nullable Snap nearest(double lon, double lat, boolean toRoad) {
        boolean inside = closures.avoided(lon, lat);
        for (double share : REACHES) {
            collect(lon, lat, share * maxSnapM, inside);
            int[] order = order();
            for (int candidate : order) {
                if (allowed(candidate, lon, lat, toRoad) && !acrossRiver(candidate, lon, lat)) {
                    return snap(candidate, lon, lat, toRoad, false);
                }
            }
            if (share == 1) {
                for (int candidate : order) {
                    if (allowed(candidate, lon, lat, toRoad)) {
                        return snap(candidate, lon, lat, toRoad, true);
                    }
                }
            }
        }
        return null;
    }

    private boolean allowed(int candidate, double lon, double lat, boolean toRoad) {
        double roadLon = graph.lonAt(edges[candidate], placesMm[candidate]);
        double roadLat = graph.latAt(edges[candidate], placesMm[candidate]);
        return toRoad
                ? !closures.walkEnters(lon, lat, roadLon, roadLat)
                : !closures.walkEnters(roadLon, roadLat, lon, lat);
    }

    private boolean acrossRiver(int candidate, double lon, double lat) {
        return rivers.crossed(
                lon,
                lat,
                graph.lonAt(edges[candidate], placesMm[candidate]),
                graph.latAt(edges[candidate], placesMm[candidate]));
    }

    private Snap snap(int candidate, double lon, double lat, boolean toRoad, boolean acrossRiver) {
        int edge = edges[candidate];
        int place = placesMm[candidate];
        double roadLon = graph.lonAt(edge, place);
        double roadLat = graph.latAt(edge, place);
        double walkM = distanceM[candidate];
        long walkMs = toRoad
                ? costs.walkMs(lon, lat, roadLon, roadLat, walkM)
                : costs.walkMs(roadLon, roadLat, lon, lat, walkM);
        return new Snap(edge, place, Math.round(walkM * 1000), walkMs, acrossRiver);
    }

    /** Nearest place of every open stretch of a segment within reach. */
    private void collect(double lon, double lat, double reachM, boolean inside) {
        found = 0;
        double perLon = Geodesy.metresPerDegreeLon(lat);
        double perLat = Geodesy.metresPerDegreeLat(lat);
        double grownM = reachM * 1.01; // a degree of longitude is shorter a little further north
        graph.segments()
                .visit(
                        lon - grownM / perLon,
                        lat - grownM / perLat,
                        lon + grownM / perLon,
                        lat + grownM / perLat,
                        (edge, from) -> {
                            if (costs.usable(edge)) {
                                collectSegment(edge, from, lon, lat, perLon / perLat, reachM, inside);
                            }
                        });
    }

    private void collectSegment(
            int edge, int from, double lon, double lat, double lonScale, double reachM, boolean inside) {
        int start = graph.alongMm[from] - graph.alongMm[graph.edgeStart[edge]];
        int end = graph.alongMm[from + 1] - graph.alongMm[graph.edgeStart[edge]];
        double dx = (graph.lon[from + 1] - graph.lon[from]) * lonScale;
        double dy = graph.lat[from + 1] - graph.lat[from];
        double share = ((lon - graph.lon[from]) * lonScale * dx + (lat - graph.lat[from]) * dy) / (dx * dx + dy * dy);
        int place = start + (int) Math.round(Math.max(0, Math.min(1, share)) * (end - start));
        if (inside || closures.insideMm(edge).length == 0) {
            offer(edge, place, lon, lat, reachM);
        } else {
            offerOpen(edge, start, end, place, lon, lat, reachM);
        }
    }

    /** Offers the nearest place of each stretch between {@code start} and {@code end} that is not closed. */
    private void offerOpen(int edge, int start, int end, int place, double lon, double lat, double reachM) {
        int[] closed = closures.insideMm(edge);
        int from = start;
        for (int i = 0; i <= closed.length; i += 2) {
            int to = i == closed.length ? end : Math.min(end, closed[i]);
            if (from <= to) {
                offer(edge, Math.max(from, Math.min(to, place)), lon, lat, reachM);
            }
            if (i < closed.length) {
                from = Math.max(from, closed[i + 1]);
            }
        }
    }

    private void offer(int edge, int place, double lon, double lat, double reachM) {
        double walkM = Lengths.metres(lon, lat, graph.lonAt(edge, place), graph.latAt(edge, place));
        if (walkM > reachM) {
            return;
        }
        if (found == edges.length) {
            distanceM = Arrays.copyOf(distanceM, 2 * found);
            edges = Arrays.copyOf(edges, 2 * found);
            placesMm = Arrays.copyOf(placesMm, 2 * found);
        }
        distanceM[found] = walkM;
        edges[found] = edge;
        placesMm[found++] = place;
    }

    /** Candidates by distance, then edge, then place. */
    private int[] order() {
        Integer[] order = new Integer[found];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> {
            int byDistance = Double.compare(distanceM[a], distanceM[b]);
            int byEdge = byDistance != 0 ? byDistance : Integer.compare(edges[a], edges[b]);
            return byEdge != 0 ? byEdge : Integer.compare(placesMm[a], placesMm[b]);
        });
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }
}
