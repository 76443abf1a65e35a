package org.riskmap.demo;

/** Where a county's seat lies: in the widest basin near its middle. */
final class SeatChoice {

    private static final int REACH_CELLS = 14;

    private final Landscape land;
    private final Sites sites;
    private final Counties counties;

    SeatChoice(Landscape land, Sites sites, Counties counties) {
        this.land = land;
        this.sites = sites;
        this.counties = counties;
    }

    int of(int county) {
        double[] centre = counties.centre[county];
        int[] candidates = sites.ranked(county);
        int best = candidates[0];
        double bestWorth = -1;
        for (int i = 0; i < candidates.length; i += 3) {
            int cell = candidates[i];
            double away = Segments.length(land.grid.x(cell) - centre[0], land.grid.y(cell) - centre[1]);
            if (away > 16_000) {
                continue;
            }
            double worth = flatCells(cell, county) * (1 - away / 24_000);
            if (worth > bestWorth) {
                bestWorth = worth;
                best = cell;
            }
        }
        return best;
    }

    private int flatCells(int cell, int county) {
        Grid grid = land.grid;
        int flat = 0;
        for (int dy = -REACH_CELLS; dy <= REACH_CELLS; dy += 2) {
            for (int dx = -REACH_CELLS; dx <= REACH_CELLS; dx += 2) {
                int there = grid.at(grid.x(cell) + dx * grid.cellM(), grid.y(cell) + dy * grid.cellM());
                boolean level = Math.abs(land.heightM[there] - land.heightM[cell]) < 30;
                if (counties.of[there] == county && level && land.slope(there) < 0.12) {
                    flat++;
                }
            }
        }
        return flat;
    }
}
