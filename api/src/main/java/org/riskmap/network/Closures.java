package org.riskmap.network;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskmap.kernel.InvalidInput;

/**
 * Where nobody may go on one graph. Land to avoid may be left, never entered: edges are cut at its border, so that nobody
 * is trapped inside it. A closed road carries nobody. For one thread.
 */
public final class Closures {

    private static final int[] NOWHERE = {};

    private final RoadGraph graph;
    private final AvoidedArea area;
    private final boolean[] roadClosed;
    private final boolean anyRoadClosed;
    /** By edge: where it lies inside the area, pairs of places, ascending; of no length where there is no area. */
    private final int[][] insideMm;

    private Closures(RoadGraph graph, Geometry avoid, boolean[] roadClosed, boolean anyRoadClosed) {
        this.graph = graph;
        this.area = new AvoidedArea(avoid);
        this.roadClosed = roadClosed;
        this.anyRoadClosed = anyRoadClosed;
        this.insideMm = new int[avoid.isEmpty() ? 0 : graph.edgeCount()][];
        if (!avoid.isEmpty()) {
            findInside();
        }
    }

    /** Nothing is closed. */
    public static Closures none(RoadGraph graph) {
        return of(graph, new GeometryFactory().createPolygon(), Set.of());
    }

    /**
     * @param avoid polygons that do not overlap (their union), degrees; may be empty
     * @param closedRoads ids of roads
     * @throws InvalidInput ({@code closedRoads}) where the graph has no road of an id
     */
    public static Closures of(RoadGraph graph, Geometry avoid, Set<String> closedRoads) {
        boolean[] closed = new boolean[graph.roadCount()];
        Set<String> missing = new HashSet<>(closedRoads);
        for (int road = 0; road < closed.length && !missing.isEmpty(); road++) {
            closed[road] = missing.remove(graph.roadIdByNumber(road));
        }
        if (!missing.isEmpty()) {
            throw new InvalidInput(
                    "closedRoads",
                    "there is no road " + missing.stream().sorted().limit(5).toList(),
                    "name roads by their id in the layer risk:road");
        }
        return new Closures(graph, avoid, closed, !closedRoads.isEmpty());
    }

    /** Whether anything is closed. */
    public boolean any() {
        return anyRoadClosed || !area.box().isNull();
    }

    /** Whether a road is closed by its id. */
    public boolean anyRoad() {
        return anyRoadClosed;
    }

    /** Whether a place on an edge lies inside the land to avoid. */
    public boolean inside(int edge, int placeMm) {
        int[] inside = insideMm(edge);
        for (int i = 0; i < inside.length; i += 2) {
            if (placeMm > inside[i] && placeMm < inside[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** Whether a position in degrees lies inside the land to avoid; its border is outside. */
    public boolean avoided(double lon, double lat) {
        return area.contains(lon, lat);
    }

    /** Whether there is land to avoid that shares a point with a box, degrees. */
    public boolean avoidsNear(double minLon, double minLat, double maxLon, double maxLat) {
        return area.box().intersects(new org.locationtech.jts.geom.Envelope(minLon, maxLon, minLat, maxLat));
    }

    /** Whether the straight walk comes into the land to avoid from outside; degrees. */
    public boolean walkEnters(double lon1, double lat1, double lon2, double lat2) {
        return area.enters(lon1, lat1, lon2, lat2);
    }

    /** Edges whose costs differ from those without closures: part of them is closed. */
    boolean touches(int edge) {
        return closed(edge) || insideMm(edge).length > 0;
    }

    /** Whether nobody may be on the edge at all. */
    boolean closed(int edge) {
        return anyRoadClosed && roadClosed[graph.edgeRoad[edge]];
    }

    /** Where the edge lies inside the land to avoid: pairs of places, ascending. */
    public int[] insideMm(int edge) {
        return insideMm.length == 0 ? NOWHERE : insideMm[edge];
    }

    /** Whether going along an edge from one place to another is forbidden: the road is closed, or the way comes in. */
    boolean forbids(int edge, int fromMm, int toMm) {
        if (closed(edge)) {
            return true;
        }
        int[] inside = insideMm(edge);
        int low = Math.min(fromMm, toMm);
        int high = Math.max(fromMm, toMm);
        for (int i = 0; i < inside.length; i += 2) {
            boolean passed = inside[i] < high && inside[i + 1] > low;
            boolean left = fromMm >= inside[i] && fromMm <= inside[i + 1] && startsInside(edge, fromMm, inside, i);
            if (passed && !left) {
                return true;
            }
        }
        return false;
    }

    /** Strictly within its part, or at an end of the edge that lies inside. */
    private boolean startsInside(int edge, int placeMm, int[] inside, int i) {
        if (placeMm > inside[i] && placeMm < inside[i + 1]) {
            return true;
        }
        boolean atEnd = placeMm == 0 || placeMm == graph.lengthMm(edge);
        return atEnd && area.contains(graph.lonAt(edge, placeMm), graph.latAt(edge, placeMm));
    }

    private void findInside() {
        Arrays.fill(insideMm, NOWHERE);
        boolean[] known = new boolean[insideMm.length];
        graph.segments()
                .visit(
                        area.box().getMinX(),
                        area.box().getMinY(),
                        area.box().getMaxX(),
                        area.box().getMaxY(),
                        (edge, from) -> {
                            if (!known[edge]) {
                                known[edge] = true;
                                insideMm[edge] = insideOf(edge);
                            }
                        });
    }

    private int[] insideOf(int edge) {
        int[] places = new int[4];
        int count = 0;
        int start = graph.alongMm[graph.edgeStart[edge]];
        for (int i = graph.edgeStart[edge]; i < graph.edgeEnd[edge]; i++) {
            double[] shares = area.insideShares(graph.lon[i], graph.lat[i], graph.lon[i + 1], graph.lat[i + 1]);
            int length = graph.alongMm[i + 1] - graph.alongMm[i];
            for (int pair = 0; pair < shares.length; pair += 2) {
                int low = graph.alongMm[i] - start + (int) Math.round(shares[pair] * length);
                int high = graph.alongMm[i] - start + (int) Math.round(shares[pair + 1] * length);
                boolean goesOn = count > 0
                        && places[count - 1] == low
                        && (shares[pair] > 0 || area.contains(graph.lon[i], graph.lat[i]));
                if (goesOn) {
                    places[count - 1] = high;
                } else if (high > low) {
                    places = count + 2 > places.length ? Arrays.copyOf(places, 2 * count + 4) : places;
                    places[count++] = low;
                    places[count++] = high;
                }
            }
        }
        return Arrays.copyOf(places, count);
    }
}
