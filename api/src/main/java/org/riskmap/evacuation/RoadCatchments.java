package org.riskmap.evacuation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.Geodesy;
import org.riskmap.network.RoadGraph;
import org.riskmap.network.RoadNetwork;
import org.riskmap.network.TravelCosts;
import org.riskmap.traveltime.NearestTarget;

/**
 * Road catchments: land whose nearest usable road, within {@code max_snap_m} and not across a river, leads to a shelter
 * within the limit, the walk counted as for settlements. Drawn on a grid; a vertex lies on the true border where the
 * border meets a grid line, so the drawing is as exact as its vertices are dense.
 */
final class RoadCatchments {

    private static final double STEPS_PER_SNAP = 8;
    private static final double LEAST_STEP_M = 2;
    private static final double MOST_POINTS = 4_000_000;
    private static final int HALVINGS = 7;

    private final Question question;
    private final RoadNetwork network;
    private final TravelCosts costs;
    private final RoadReach reach;
    private final double maxSnapM;

    RoadCatchments(Question question, RoadNetwork network, TravelCosts costs, RoadReach reach, double maxSnapM) {
        this.question = question;
        this.network = network;
        this.costs = costs;
        this.reach = reach;
        this.maxSnapM = maxSnapM;
    }

    Land draw(Steps steps) {
        Envelope roads = maxSnapM > 0 ? reachableBox() : null;
        if (roads == null) {
            return new Land(List.of(), List.of());
        }
        Envelope box = grown(roads);
        List<String> warnings = new ArrayList<>();
        double wantedM = Math.max(LEAST_STEP_M, maxSnapM / STEPS_PER_SNAP);
        double stepM = Math.max(wantedM, Math.sqrt(areaM2(box) / MOST_POINTS));
        if (stepM > maxSnapM / 4) {
            warnings.add("Catchments are drawn coarsely, with a vertex every " + Math.round(stepM)
                    + " m: max_snap_m is small for so large an area.");
        }
        LandGrid grid = new LandGrid(box, stepM);
        LandLabels labels = new LandLabels(
                grid,
                new Stretches(costs, grown(box)),
                network,
                costs,
                reach.nearestTarget(),
                maxSnapM,
                question.limit().most());
        int[] label = new int[grid.points()];
        for (int point = 0; point < label.length; point++) {
            label[point] = labels.labelAt(point);
        }
        steps.at(70, "outlines");
        List<Land.Piece> pieces = new ArrayList<>();
        new Outlines(grid, label, (from, to) -> border(grid, labels, label, from, to))
                .areas()
                .forEach((target, land) -> pieces.add(new Land.Piece(reach.shelterOf(target), land)));
        pieces.sort(Comparator.comparingInt(Land.Piece::shelter));
        return new Land(pieces, warnings);
    }

    /** Halves the way between two points until the border is found within a hundredth of a step. */
    private static double border(LandGrid grid, LandLabels labels, int[] label, int from, int to) {
        double low = 0;
        double high = 1;
        double column = from % grid.columns;
        double row = from / grid.columns;
        boolean alongRow = to == from + 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            int there = labels.labelAt(
                    grid.lon(alongRow ? column + middle : column),
                    grid.lat(alongRow ? row : row + middle),
                    labels.stretchAt(from),
                    labels.stretchAt(to));
            if (there == label[from]) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Of the edges from which a shelter may be within the limit; null where there are none. */
    private @Nullable Envelope reachableBox() {
        RoadGraph graph = costs.graph();
        NearestTarget targets = reach.nearestTarget();
        org.locationtech.jts.geom.Envelope box = new org.locationtech.jts.geom.Envelope();
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            if (costs.usable(edge) && targets.mayReach(edge, question.limit().most())) {
                for (int i = graph.firstCoordinate(edge); i <= graph.lastCoordinate(edge); i++) {
                    box.expandToInclude(graph.lonOf(i), graph.latOf(i));
                }
            }
        }
        if (box.isNull()) {
            return null;
        }
        return new Envelope(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    /** Wider by the longest walk on each side. */
    private Envelope grown(Envelope box) {
        double furthest = Math.max(Math.abs(box.minY()), Math.abs(box.maxY()));
        return box.grown(
                maxSnapM * 1.01 / Geodesy.metresPerDegreeLon(furthest),
                maxSnapM * 1.01 / Geodesy.metresPerDegreeLat(furthest));
    }

    private static double areaM2(Envelope box) {
        double middle = (box.minY() + box.maxY()) / 2;
        return box.width() * Geodesy.metresPerDegreeLon(middle) * box.height() * Geodesy.metresPerDegreeLat(middle);
    }
}
