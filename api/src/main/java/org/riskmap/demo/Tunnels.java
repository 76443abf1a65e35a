package org.riskmap.demo;

import java.util.Arrays;

/** Short cuts through ridges: where a main road would wind far over a ridge, a straight tunnel under it. */
final class Tunnels {

    private static final double SHORTEST_M = 400;
    private static final double LEAST_WINDING = 1.5;
    private static final double LEAST_COVER_M = 32;
    private static final double STEEPEST = 0.05;

    private final Landscape land;
    private final Counties counties;

    Tunnels(Landscape land, Counties counties) {
        this.land = land;
        this.counties = counties;
    }

    /**
     * The way with at most {@code most} of its windings cut off; the two ends of a tunnel are then no neighbours.
     *
     * @param longestM of a tunnel
     */
    int[] cut(int[] cells, int most, double longestM) {
        int[] way = cells;
        for (int i = 0; i < most; i++) {
            int[] shorter = cutOnce(way, longestM);
            if (shorter.length == way.length) {
                return way;
            }
            way = shorter;
        }
        return way;
    }

    private int[] cutOnce(int[] way, double longestM) {
        double bestSaved = 0;
        int bestFrom = 0;
        int bestTo = 0;
        for (int from = 2; from < way.length - 2; from++) {
            double length = 0;
            for (int to = from + 1; to < Math.min(way.length - 2, from + 90); to++) {
                double step = land.grid.distanceM(way[to - 1], way[to]);
                if (step > 2 * land.grid.cellM()) {
                    break; // a tunnel already
                }
                length += step;
                double straight = land.grid.distanceM(way[from], way[to]);
                if (length - straight > bestSaved
                        && straight * LEAST_WINDING < length
                        && possible(way[from], way[to], longestM)) {
                    bestSaved = length - straight;
                    bestFrom = from;
                    bestTo = to;
                }
            }
        }
        return bestSaved == 0 ? way : without(way, bestFrom, bestTo);
    }

    private static int[] without(int[] way, int from, int to) {
        int[] shorter = Arrays.copyOf(way, way.length - (to - from - 1));
        System.arraycopy(way, to, shorter, from + 1, way.length - to);
        return shorter;
    }

    private boolean possible(int from, int to, double longestM) {
        Grid grid = land.grid;
        double straight = grid.distanceM(from, to);
        if (straight < SHORTEST_M || straight > longestM) {
            return false;
        }
        double rise = land.heightM[to] - land.heightM[from];
        if (Math.abs(rise) / straight > STEEPEST) {
            return false;
        }
        int covered = 0;
        int steps = (int) (straight / grid.cellM());
        for (int i = 1; i < steps; i++) {
            double part = (double) i / steps;
            double x = grid.x(from) + part * (grid.x(to) - grid.x(from));
            double y = grid.y(from) + part * (grid.y(to) - grid.y(from));
            int cell = grid.at(x, y);
            double cover = land.heightM[cell] - land.heightM[from] - part * rise;
            if (counties.of[cell] == Labels.NONE || cover < -12) {
                return false;
            }
            covered += cover > LEAST_COVER_M ? 1 : 0;
        }
        return covered > steps / 3;
    }
}
