package org.riskmap.demo;

/**
 * Rain and uplift carve mountains with branching valleys: heights where uplift and the rivers' cutting come to a balance.
 * Coarse cells first, then finer ones, so that the result has one drainage at every size.
 *
 * <p>Source: Braun and Willett 2013, "A very efficient O(n), implicit and parallel method to solve the stream power
 * equation" (slope exponent 1, area exponent ½), with a greatest slope for the sides.
 */
final class Erosion {

    private static final int[] COARSENESS = {8, 4, 2, 1};
    private static final int[] ROUNDS = {70, 30, 14, 6};
    private static final double STEP = 1.5;
    private static final double UPLIFT_M = 100;
    private static final double OUTLET_FROM_SOUTH = 0.27;
    private static final double GREATEST_SLOPE = 0.72;

    private final long seed;
    private final Noise upliftNoise;
    private final Noise rockNoise;
    private final Noise edgeNoise;

    Erosion(long seed) {
        this.seed = seed;
        this.upliftNoise = new Noise(seed, "uplift");
        this.rockNoise = new Noise(seed, "rock");
        this.edgeNoise = new Noise(seed, "edge");
    }

    /** Heights above the lowest outlet at the centres of the grid's cells, in arbitrary units of about a metre. */
    float[] carve(Grid finest) {
        float[] height = null;
        Grid before = null;
        for (int level = 0; level < COARSENESS.length; level++) {
            Grid grid = finest.coarser(COARSENESS[level]);
            height = height == null ? gentleSlope(grid) : warped(height, before, grid);
            setEdges(grid, height);
            Drainage.fillHollows(grid, height, 0.01f);
            float[] lift = uplift(grid);
            float[] softness = softness(grid);
            float[] chance = chance(grid);
            for (int round = 0; round < ROUNDS[level]; round++) {
                age(grid, height, lift, softness, chance);
            }
            before = grid;
        }
        return height;
    }

    /** Rough land that leans towards a winding line from the west to the outlet, where the main river will run. */
    private float[] gentleSlope(Grid grid) {
        Noise noise = new Noise(seed, "first land");
        float[] height = new float[grid.size()];
        for (int cell = 0; cell < height.length; cell++) {
            double x = grid.x(cell);
            double y = grid.y(cell);
            double rough = noise.layered(x, y, grid.width() / 6, 6);
            double aside = Math.abs(y - axis(grid, x));
            height[cell] = (float) (60 + 0.012 * fromOutlet(grid, x, y) + 0.018 * aside + 170 * rough);
        }
        return height;
    }

    /** Northing of the main valley at an easting, m. */
    private double axis(Grid grid, double x) {
        double outletY = grid.minY() + OUTLET_FROM_SOUTH * grid.height();
        double inland = (grid.minX() + grid.width() - x) / grid.width();
        double toMiddle = Math.min(1, inland / 0.45);
        double wobble = 0.09 * grid.height() * upliftNoise.at(x, 0, grid.width() / 5);
        return outletY + toMiddle * ((0.5 - OUTLET_FROM_SOUTH) * grid.height() + wobble);
    }

    /** The main river leaves in the south-east, at the edge. */
    private static double fromOutlet(Grid grid, double x, double y) {
        double outletX = grid.minX() + grid.width();
        double outletY = grid.minY() + OUTLET_FROM_SOUTH * grid.height();
        return Segments.length(x - outletX, y - outletY);
    }

    private void setEdges(Grid grid, float[] height) {
        for (int cell = 0; cell < height.length; cell++) {
            if (grid.onEdge(cell)) {
                double x = grid.x(cell);
                double y = grid.y(cell);
                double away = Math.max(0, fromOutlet(grid, x, y) - grid.cellM());
                double rise = Math.min(420, away * 0.035) * (1 + 0.5 * edgeNoise.layered(x, y, 9000, 2));
                height[cell] = (float) rise;
            }
        }
    }

    /** Onto finer cells, a little displaced, so that the eight directions of the coarse ones do not show. */
    private float[] warped(float[] coarse, Grid from, Grid to) {
        Noise warp = new Noise(seed, "warp" + to.cols());
        double reachM = 1.1 * from.cellM();
        double waveM = 7 * from.cellM();
        float[] fine = new float[to.size()];
        for (int cell = 0; cell < fine.length; cell++) {
            double x = to.x(cell);
            double y = to.y(cell);
            double dx = reachM * warp.layered(x, y, waveM, 2);
            double dy = reachM * warp.layered(y + 5e5, x, waveM, 2);
            fine[cell] = (float) Surface.bilinear(from, coarse, x + dx, y + dy);
        }
        return fine;
    }

    private static void age(Grid grid, float[] height, float[] lift, float[] softness, float[] chance) {
        Drainage drainage = Drainage.scattered(grid, height, chance);
        for (int i = drainage.downstreamOrder.length - 1; i >= 0; i--) {
            int cell = drainage.downstreamOrder[i];
            int below = drainage.receiver[cell];
            if (below == cell) {
                continue;
            }
            int apart = Math.abs(cell - below);
            double stepM = grid.cellM() * (apart == 1 || apart == grid.cols() ? 1 : Grid.STEP[1]);
            double cut = STEP * softness[cell] * Math.sqrt(drainage.areaM2[cell]) / stepM;
            double balanced = (height[cell] + STEP * lift[cell] + cut * height[below]) / (1 + cut);
            height[cell] = (float) Math.min(balanced, height[below] + GREATEST_SLOPE * stepM);
        }
    }

    private float[] uplift(Grid grid) {
        float[] lift = new float[grid.size()];
        for (int cell = 0; cell < lift.length; cell++) {
            double broad = upliftNoise.layered(grid.x(cell), grid.y(cell), 21000, 2);
            lift[cell] = (float) (UPLIFT_M * Math.max(0.28, 1 + 1.0 * broad));
        }
        return lift;
    }

    private float[] chance(Grid grid) {
        Dice dice = Dice.of(seed, "diagonals", grid.cols());
        float[] chance = new float[grid.size()];
        for (int cell = 0; cell < chance.length; cell++) {
            chance[cell] = (float) dice.real();
        }
        return chance;
    }

    private float[] softness(Grid grid) {
        float[] softness = new float[grid.size()];
        for (int cell = 0; cell < softness.length; cell++) {
            double patchy = rockNoise.at(grid.x(cell), grid.y(cell), 1300);
            softness[cell] = (float) Math.max(0.45, 1 + 0.7 * patchy);
        }
        return softness;
    }
}
