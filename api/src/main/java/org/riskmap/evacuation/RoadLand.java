package org.riskmap.evacuation;

import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.Geodesy;
import org.riskmap.network.RoadGraph;
import org.riskmap.network.TravelCosts;
import org.riskmap.traveltime.NearestTarget;

/**
 * Land by what is reached from it on the roads: drawn on a grid, a vertex lies on the true border where the border meets a
 * line of the grid, so that the drawing is as exact as its vertices are dense.
 */
final class RoadLand {

    /** Rows that one thread takes at once. */
    private static final int BAND = 32;

    private final LandLabels labels;
    private final LandGrid.Window window;

    /** @param limit what costs more is not drawn */
    RoadLand(WalkMap map, LandLabels labels, TravelCosts costs, NearestTarget targets, long limit) {
        this.labels = labels;
        this.window = map.grid.window(reachable(map, costs, targets, limit));
    }

    /** The land from which each target is the nearest and costs no more than a limit; the polygons share their borders. */
    Map<Integer, Geometry> byTarget(long limit) {
        return areas(limit, target -> target);
    }

    /** The land from which any target costs no more than a limit; empty where there is none. */
    Optional<Geometry> within(long limit) {
        return Optional.ofNullable(areas(limit, target -> Math.min(target, 0)).get(0));
    }

    private Map<Integer, Geometry> areas(long limit, IntUnaryOperator areaOf) {
        int[] label = new int[window.points()];
        inBands((twin, row) -> label(twin, row, limit, areaOf, label));
        float[] border = new float[2 * window.points()];
        inBands((twin, row) -> borders(twin, row, limit, areaOf, label, border));
        return new Outlines(window, label, (from, to) -> border[2 * from + (to == from + 1 ? 0 : 1)]).areas();
    }

    /** Work on one row of the window. */
    private interface RowWork {
        void on(LandLabels ofThread, int row);
    }

    /** Rows do not depend on each other: each processor takes some. */
    private void inBands(RowWork work) {
        int rows = window.rows();
        IntStream.range(0, (rows + BAND - 1) / BAND).parallel().forEach(band -> {
            LandLabels twin = labels.twin();
            for (int row = band * BAND; row < Math.min(rows, (band + 1) * BAND); row++) {
                work.on(twin, row);
            }
        });
    }

    private void label(LandLabels twin, int row, long limit, IntUnaryOperator areaOf, int[] label) {
        int first = row * window.columns();
        int inGrid = window.ofGrid(first);
        for (int column = 0; column < window.columns(); column++) {
            label[first + column] = areaOf.applyAsInt(twin.targetWithin(inGrid + column, limit));
        }
    }

    /** Where a label changes on the way to the eastern and the northern neighbour. */
    private void borders(LandLabels twin, int row, long limit, IntUnaryOperator areaOf, int[] label, float[] border) {
        int columns = window.columns();
        boolean lastRow = row + 1 == window.rows();
        for (int point = row * columns; point < (row + 1) * columns; point++) {
            if (point + 1 < (row + 1) * columns && label[point] != label[point + 1]) {
                border[2 * point] = border(twin, limit, areaOf, label[point], point, point + 1);
            }
            if (!lastRow && label[point] != label[point + columns]) {
                border[2 * point + 1] = border(twin, limit, areaOf, label[point], point, point + columns);
            }
        }
    }

    private float border(LandLabels twin, long limit, IntUnaryOperator areaOf, int first, int from, int to) {
        int gridFrom = window.ofGrid(from);
        int gridTo = window.ofGrid(to);
        double change = twin.change(gridFrom, gridTo);
        return (float)
                (change < 1 && twin.settled(gridFrom, gridTo, limit)
                        ? change
                        : twin.border(gridFrom, gridTo, change, limit, there -> areaOf.applyAsInt(there) == first));
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
