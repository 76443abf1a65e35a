package org.riskmap.evacuation;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.riskmap.network.RoadGraph;
import org.riskmap.network.TravelCosts;

/** The straight piece of usable road nearest to each point of a grid, within the longest walk. */
final class NearestSegments {

    /** A square of a distance is rounded; one that is less by this is less for sure. */
    private static final double SURELY = 0.999;

    /** More rows than a reach differs by between its own latitude and a row's. */
    private static final double ROUNDED_ROWS = 0.01;

    /** Less than a degree of latitude is anywhere, metres. */
    private static final double LEAST_M_PER_DEGREE = 110_000;

    /** Rows differ in how many roads they have: more bands share them out more evenly, each looks at all segments. */
    private static final int BANDS_PER_PROCESSOR = 2;

    private final RoadGraph graph;
    private final LandGrid grid;
    private final double maxSnapM;
    private final int[] segment;
    private final float[] squareM;

    NearestSegments(RoadGraph graph, LandGrid grid, double maxSnapM) {
        this.graph = graph;
        this.grid = grid;
        this.maxSnapM = maxSnapM;
        this.segment = new int[grid.points()];
        this.squareM = new float[grid.points()];
    }

    /**
     * By point the first coordinate of the segment, whatever lies between; of equally near ones the first, {@link WalkMap#NONE} where
     * all are too far. What lies close to a road is looked at first: a point that has found one within that is done, and most
     * have. Where one has not, it begins anew with what lies twice as far.
     *
     * @param costs say which edges are usable
     * @param firstReachM what is close; decides about speed only
     */
    int[] find(TravelCosts costs, double firstReachM) {
        double reachM = Math.min(maxSnapM, firstReachM);
        offerAll(costs, reachM, null);
        while (reachM < maxSnapM) {
            OpenPoints open = new OpenPoints(grid, squareM, reachM * reachM * SURELY);
            reachM = Math.min(maxSnapM, 2 * reachM);
            offerAll(costs, reachM, open);
        }
        return segment;
    }

    /** Rows do not depend on each other: each processor takes some bands of them, and offers every segment to these. */
    private void offerAll(TravelCosts costs, double reachM, @Nullable OpenPoints open) {
        int bands =
                Math.min(grid.rows, BANDS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
        IntStream.range(0, bands).parallel().forEach(band -> {
            int south = (int) ((long) grid.rows * band / bands);
            int north = (int) ((long) grid.rows * (band + 1) / bands) - 1;
            offerAll(costs, reachM, open, south, north);
        });
    }

    private void offerAll(TravelCosts costs, double reachM, @Nullable OpenPoints open, int south, int north) {
        for (int point = south * grid.columns; point < (north + 1) * grid.columns; point++) {
            if (open == null || open.is(point)) {
                squareM[point] = (float) (maxSnapM * maxSnapM);
                segment[point] = WalkMap.NONE;
            }
        }
        double rows = reachM / (LEAST_M_PER_DEGREE * (grid.lat(1) - grid.lat(0))) + 1;
        double columns = reachM / (grid.leastMetresPerLon() * grid.stepLon()) + 2;
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            if (costs.usable(edge)) {
                double row = grid.row(graph.latOf(graph.firstCoordinate(edge)));
                for (int i = graph.firstCoordinate(edge); i < graph.lastCoordinate(edge); i++) {
                    double before = row;
                    row = grid.row(graph.latOf(i + 1));
                    double low = Math.min(before, row) - rows;
                    double high = Math.max(before, row) + rows;
                    if (high >= south && low <= north && (open == null || anyOpen(i, low, high, columns, open))) {
                        offer(i, reachM, open, south, north);
                    }
                }
            }
        }
    }

    private boolean anyOpen(int i, double low, double high, double columns, OpenPoints open) {
        double column1 = grid.column(graph.lonOf(i));
        double column2 = grid.column(graph.lonOf(i + 1));
        int west = (int) Math.max(0, Math.min(column1, column2) - columns);
        int east = (int) Math.min(grid.columns - 1, Math.max(column1, column2) + columns);
        return open.any(west, (int) Math.max(0, low), east, (int) Math.min(grid.rows - 1, high));
    }

    /** Offers a segment to the points near it in some rows. */
    private void offer(int i, double reachM, @Nullable OpenPoints open, int southmost, int northmost) {
        double perLat = grid.metresPerLat(graph.latOf(i));
        double reachRows = reachM / (perLat * (grid.lat(1) - grid.lat(0))) + ROUNDED_ROWS;
        double row1 = grid.row(graph.latOf(i));
        double row2 = grid.row(graph.latOf(i + 1));
        int south = (int) Math.max(southmost, Math.ceil(Math.min(row1, row2) - reachRows));
        int north = (int) Math.min(northmost, Math.floor(Math.max(row1, row2) + reachRows));
        for (int row = south; row <= north; row++) {
            offerRow(i, row, reachM, open);
        }
    }

    private void offerRow(int i, int row, double reachM, @Nullable OpenPoints open) {
        double lat = grid.lat(row);
        double perLon = grid.metresPerLonInRow(row);
        double perLat = grid.metresPerLatInRow(row);
        double x1 = (graph.lonOf(i) - grid.lon(0)) * perLon;
        double y1 = (graph.latOf(i) - lat) * perLat;
        double dx = (graph.lonOf(i + 1) - graph.lonOf(i)) * perLon;
        double dy = (graph.latOf(i + 1) - graph.latOf(i)) * perLat;
        double square = dx * dx + dy * dy;
        double step = grid.stepLon() * perLon;
        int west = (int) Math.max(0, Math.ceil((Math.min(x1, x1 + dx) - reachM) / step));
        int east = (int) Math.min(grid.columns - 1, Math.floor((Math.max(x1, x1 + dx) + reachM) / step));
        for (int column = west; column <= east; column++) {
            double x = column * step;
            double along = ((x - x1) * dx - y1 * dy) / square;
            double share = along < 0 ? 0 : along > 1 ? 1 : along;
            double offX = x1 + share * dx - x;
            double offY = y1 + share * dy;
            float distance = (float) (offX * offX + offY * offY);
            int point = row * grid.columns + column;
            if (distance < squareM[point] && (open == null || open.is(point))) {
                squareM[point] = distance;
                segment[point] = i;
            }
        }
    }
}
