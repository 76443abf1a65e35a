package org.riskmap.evacuation;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.Geodesy;
import org.riskmap.network.RoadGraph;
import org.riskmap.network.TravelCosts;
import org.riskmap.traveltime.NearestTarget;

/**
 * Land by what is reached from it on the roads: drawn on a grid, a vertex lies on the true border where the border meets a
 * line of the grid, so that the drawing is as exact as its vertices are dense. For one thread.
 */
final class RoadLand {

    private final LandLabels labels;
    private final LandGrid.Window window;
    private final int[] target;
    private final long[] cost;

    /** Which area a place belongs to. */
    interface Areas {
        /**
         * @param target that is nearest
         * @param cost of the way
         * @return number of the area, negative for none
         */
        int of(int target, long cost);
    }

    /** @param limit what costs more is not drawn */
    RoadLand(WalkMap map, LandLabels labels, TravelCosts costs, NearestTarget targets, long limit) {
        this.labels = labels;
        this.window = map.grid.window(reachable(map, costs, targets, limit));
        this.target = new int[window.points()];
        this.cost = new long[window.points()];
        for (int point = 0; point < target.length; point++) {
            target[point] = labels.targetAt(window.ofGrid(point));
            cost[point] = labels.cost();
        }
    }

    /** Areas by number: polygons in degrees that share their borders. */
    Map<Integer, Geometry> areas(Areas areas) {
        int[] label = new int[target.length];
        for (int point = 0; point < label.length; point++) {
            label[point] = target[point] == LandLabels.NONE ? LandLabels.NONE : areas.of(target[point], cost[point]);
        }
        return new Outlines(window, label, (from, to) -> border(areas, label, from, to)).areas();
    }

    /** Halves the way between two points, then takes the middle. */
    private double border(Areas areas, int[] label, int from, int to) {
        int gridFrom = window.ofGrid(from);
        int gridTo = window.ofGrid(to);
        double change = labels.change(gridFrom, gridTo);
        double low = 0;
        double high = 1;
        for (int i = 0; i < WalkMap.HALVINGS; i++) {
            double middle = (low + high) / 2;
            int there = labels.targetBetween(gridFrom, gridTo, middle, change);
            int area = there == LandLabels.NONE ? LandLabels.NONE : areas.of(there, labels.cost());
            if (area == label[from]) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Of the edges from which a target may be within the limit, wider by the longest walk; a corner where there are none. */
    private static Envelope reachable(WalkMap map, TravelCosts costs, NearestTarget targets, long limit) {
        RoadGraph graph = map.graph;
        org.locationtech.jts.geom.Envelope box = new org.locationtech.jts.geom.Envelope();
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            if (targets.mayReach(edge, limit) && costs.usable(edge)) {
                for (int i = graph.firstCoordinate(edge); i <= graph.lastCoordinate(edge); i++) {
                    box.expandToInclude(graph.lonOf(i), graph.latOf(i));
                }
            }
        }
        if (box.isNull()) {
            return new Envelope(map.grid.lon(0), map.grid.lat(0), map.grid.lon(0), map.grid.lat(0));
        }
        double furthest = Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY()));
        return new Envelope(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())
                .grown(
                        map.maxSnapM * 1.01 / Geodesy.metresPerDegreeLon(furthest),
                        map.maxSnapM * 1.01 / Geodesy.metresPerDegreeLat(furthest));
    }
}
