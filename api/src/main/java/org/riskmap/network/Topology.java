package org.riskmap.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.riskmap.kernel.Geodesy;

/**
 * How well the roads hang together for one kind of traveller, one-way signs aside.
 *
 * @param nodes junctions and ends of roads that may be used
 * @param edges roads between them
 * @param components parts that no road joins, by edges, the largest first
 * @param deadEnds nodes with one edge
 * @param nearMisses dead ends within {@value #NEAR_M} m of a road that they do not join
 */
public record Topology(
        int nodes, int edges, List<Component> components, List<DeadEnd> deadEnds, List<NearMiss> nearMisses) {

    /** How far an end may be from a road to be suspected of having missed it, metres. */
    public static final double NEAR_M = 5;

    /** A part of the roads, and one of its nodes in degrees. */
    public record Component(int edges, double lengthM, double lon, double lat) {}

    /** The end of a road, degrees. */
    public record DeadEnd(String roadId, double lon, double lat) {}

    /**
     * An end that may have been meant to join a road.
     *
     * @param roadId of the road that ends
     * @param otherId of the road that is near
     * @param distanceM between them, greater than 0
     */
    public record NearMiss(String roadId, String otherId, double lon, double lat, double distanceM) {}

    /** The topology of a network for a mode; the same network always has the same. */
    public static Topology of(RoadNetwork network, Mode mode) {
        return new Search(network.graph(), mode).topology();
    }

    private static final class Search {

        private final RoadGraph graph;
        private final boolean[] usable;
        private final int[] parent;
        private final int[] degree;

        Search(RoadGraph graph, Mode mode) {
            this.graph = graph;
            int bits = mode == Mode.WALK
                    ? RoadLine.WALK_FORWARD | RoadLine.WALK_BACKWARD
                    : RoadLine.DRIVE_FORWARD | RoadLine.DRIVE_BACKWARD;
            this.usable = new boolean[graph.edgeCount()];
            this.parent = new int[graph.nodeCount()];
            this.degree = new int[graph.nodeCount()];
            Arrays.setAll(parent, node -> node);
            for (int edge = 0; edge < usable.length; edge++) {
                usable[edge] = (graph.edgePermissions[edge] & bits) != 0;
                if (usable[edge]) {
                    degree[graph.tail(2 * edge)]++;
                    degree[graph.head(2 * edge)]++;
                    int a = root(graph.tail(2 * edge));
                    int b = root(graph.head(2 * edge));
                    parent[Math.max(a, b)] = Math.min(a, b);
                }
            }
        }

        private int root(int node) {
            int at = node;
            while (parent[at] != at) {
                parent[at] = parent[parent[at]];
                at = parent[at];
            }
            return at;
        }

        Topology topology() {
            int[] edgesOf = new int[parent.length];
            double[] lengthOf = new double[parent.length];
            List<DeadEnd> ends = new ArrayList<>();
            List<NearMiss> misses = new ArrayList<>();
            int edges = 0;
            for (int edge = 0; edge < usable.length; edge++) {
                if (usable[edge]) {
                    edges++;
                    edgesOf[root(graph.tail(2 * edge))]++;
                    lengthOf[root(graph.tail(2 * edge))] += graph.lengthMm(edge) / 1000.0;
                    end(edge, graph.tail(2 * edge), ends, misses);
                    end(edge, graph.head(2 * edge), ends, misses);
                }
            }
            List<Component> components = new ArrayList<>();
            for (int node = 0; node < parent.length; node++) {
                if (edgesOf[node] > 0) {
                    components.add(
                            new Component(edgesOf[node], lengthOf[node], graph.nodeLon(node), graph.nodeLat(node)));
                }
            }
            components.sort((a, b) -> b.edges() - a.edges());
            int nodes = (int) Arrays.stream(degree).filter(one -> one > 0).count();
            return new Topology(nodes, edges, components, ends, misses);
        }

        private void end(int edge, int node, List<DeadEnd> ends, List<NearMiss> misses) {
            if (degree[node] != 1) {
                return;
            }
            double lon = graph.nodeLon(node);
            double lat = graph.nodeLat(node);
            ends.add(new DeadEnd(graph.roadId(edge), lon, lat));
            double perLon = Geodesy.metresPerDegreeLon(lat);
            double perLat = Geodesy.metresPerDegreeLat(lat);
            double[] best = {NEAR_M, -1};
            graph.segments()
                    .visit(
                            lon - NEAR_M / perLon,
                            lat - NEAR_M / perLat,
                            lon + NEAR_M / perLon,
                            lat + NEAR_M / perLat,
                            (other, from) -> {
                                boolean joins = graph.tail(2 * other) == node || graph.head(2 * other) == node;
                                double far = joins || !usable[other]
                                        ? NEAR_M + 1
                                        : distanceM(from, lon, lat, perLon, perLat);
                                if (far <= best[0]) {
                                    best[0] = far;
                                    best[1] = other;
                                }
                            });
            if (best[1] >= 0) {
                misses.add(new NearMiss(graph.roadId(edge), graph.roadId((int) best[1]), lon, lat, best[0]));
            }
        }

        private double distanceM(int from, double lon, double lat, double perLon, double perLat) {
            double x = (graph.lon[from] - lon) * perLon;
            double y = (graph.lat[from] - lat) * perLat;
            double dx = (graph.lon[from + 1] - graph.lon[from]) * perLon;
            double dy = (graph.lat[from + 1] - graph.lat[from]) * perLat;
            double share = Math.max(0, Math.min(1, -(x * dx + y * dy) / (dx * dx + dy * dy)));
            return Math.sqrt((x + share * dx) * (x + share * dx) + (y + share * dy) * (y + share * dy));
        }
    }
}
