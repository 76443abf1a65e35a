package org.riskmap.evacuation;

import java.util.Arrays;
import org.riskmap.kernel.Envelope;
import org.riskmap.network.RoadGraph;
import org.riskmap.network.TravelCosts;

/** Straight stretches of usable edges, cut where land to avoid begins, in flat arrays. */
final class Stretches {

    private final RoadGraph graph;
    private final TravelCosts costs;

    int count;
    double[] lon1 = new double[1024];
    double[] lat1 = new double[1024];
    double[] lon2 = new double[1024];
    double[] lat2 = new double[1024];
    int[] edge = new int[1024];
    int[] fromMm = new int[1024];
    int[] toMm = new int[1024];
    /** Whether it lies inside land to avoid. */
    boolean[] inside = new boolean[1024];

    /** @param box stretches that do not meet it are left out, degrees */
    Stretches(TravelCosts costs, Envelope box) {
        this.graph = costs.graph();
        this.costs = costs;
        for (int e = 0; e < graph.edgeCount(); e++) {
            if (costs.usable(e)) {
                addEdge(e, box);
            }
        }
    }

    private void addEdge(int e, Envelope box) {
        int[] closed = costs.closures().insideMm(e);
        for (int i = graph.firstCoordinate(e); i < graph.lastCoordinate(e); i++) {
            boolean near = Math.max(graph.lonOf(i), graph.lonOf(i + 1)) >= box.minX()
                    && Math.min(graph.lonOf(i), graph.lonOf(i + 1)) <= box.maxX()
                    && Math.max(graph.latOf(i), graph.latOf(i + 1)) >= box.minY()
                    && Math.min(graph.latOf(i), graph.latOf(i + 1)) <= box.maxY();
            if (near) {
                addSegment(e, graph.placeOf(e, i), graph.placeOf(e, i + 1), closed);
            }
        }
    }

    private void addSegment(int e, int start, int end, int[] closed) {
        int from = start;
        for (int i = 0; i < closed.length && from < end; i += 2) {
            int low = Math.max(from, closed[i]);
            int high = Math.min(end, closed[i + 1]);
            if (low < high) {
                add(e, from, low, false);
                add(e, low, high, true);
                from = high;
            }
        }
        add(e, from, end, false);
    }

    private void add(int e, int from, int to, boolean isInside) {
        if (from >= to) {
            return;
        }
        if (count == edge.length) {
            grow();
        }
        edge[count] = e;
        fromMm[count] = from;
        toMm[count] = to;
        lon1[count] = graph.lonAt(e, from);
        lat1[count] = graph.latAt(e, from);
        lon2[count] = graph.lonAt(e, to);
        lat2[count] = graph.latAt(e, to);
        inside[count++] = isInside;
    }

    private void grow() {
        int size = 2 * count;
        lon1 = Arrays.copyOf(lon1, size);
        lat1 = Arrays.copyOf(lat1, size);
        lon2 = Arrays.copyOf(lon2, size);
        lat2 = Arrays.copyOf(lat2, size);
        edge = Arrays.copyOf(edge, size);
        fromMm = Arrays.copyOf(fromMm, size);
        toMm = Arrays.copyOf(toMm, size);
        inside = Arrays.copyOf(inside, size);
    }
}
