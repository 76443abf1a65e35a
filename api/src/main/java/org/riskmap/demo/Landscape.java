package org.riskmap.demo;

import java.util.Arrays;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Reprojection;

/** The ground: heights from a seed, and where water runs on them. */
final class Landscape {

    /** What the demo is drawn in: metres, CGCS2000 / 3-degree Gauss-Kruger CM 120E. */
    static final Crs WORKING = Crs.eastFirst(4549);

    private static final double CENTRE_LON = 119.7;
    private static final double CENTRE_LAT = 27.6;
    private static final double CELL_M = 60;
    private static final double LOWEST_M = 48;
    private static final double HIGHEST_M = 1605;
    private static final double VALLEY_FROM_M2 = 4e6;

    final Grid grid;
    /** Height of each cell's centre above the sea, m; falls from every cell to its receiver. */
    final float[] heightM;

    final Drainage drainage;

    private Landscape(Grid grid, float[] heightM) {
        this.grid = grid;
        this.heightM = heightM;
        this.drainage = Drainage.of(grid, heightM);
    }

    static Landscape of(DemoSettings settings) {
        Grid grid = gridFor(settings);
        float[] height = new Erosion(settings.seed()).carve(grid);
        scale(height);
        rounded(grid, height, Drainage.of(grid, height));
        Drainage.fillHollows(grid, height, 0.02f);
        widenValleys(settings.seed(), grid, height);
        Drainage.fillHollows(grid, height, 0.05f);
        return new Landscape(grid, height);
    }

    private static Grid gridFor(DemoSettings settings) {
        double[] centre = {CENTRE_LON, CENTRE_LAT};
        Reprojection.between(Crs.STORAGE, WORKING).apply(centre, 1);
        int cells = (int) Math.ceil(2 * (1.2 * settings.radiusM() + 5000) / CELL_M / 8) * 8;
        double half = cells * CELL_M / 2;
        double minX = Math.rint((centre[0] - half) / 10) * 10;
        double minY = Math.rint((centre[1] - half) / 10) * 10;
        return new Grid(cells, cells, CELL_M, minX, minY);
    }

    private static void scale(float[] height) {
        float greatest = 0;
        for (float h : height) {
            greatest = Math.max(greatest, h);
        }
        double factor = (HIGHEST_M - LOWEST_M) / greatest;
        for (int cell = 0; cell < height.length; cell++) {
            height[cell] = (float) (LOWEST_M + height[cell] * factor);
        }
    }

    /** Weathered tops and sides: each cell towards the mean of its neighbours, except where a stream keeps its bed. */
    private static void rounded(Grid grid, float[] height, Drainage drainage) {
        for (int pass = 0; pass < 2; pass++) {
            float[] before = height.clone();
            for (int cell = 0; cell < height.length; cell++) {
                if (grid.onEdge(cell) || drainage.areaM2[cell] > 3e5) {
                    continue;
                }
                height[cell] = 0.5f * before[cell] + 0.5f * meanAround(grid, before, cell);
            }
        }
    }

    /** Flat floors beside the rivers, wide in basins and narrow in gorges, rising in a curve until they meet the old sides. */
    private static void widenValleys(long seed, Grid grid, float[] height) {
        Drainage drainage = Drainage.of(grid, height);
        Noise basins = new Noise(seed, "basins");
        int[] bed = new int[height.length];
        float[] halfWidthM = new float[height.length];
        Arrays.fill(bed, -1);
        CellQueue queue = new CellQueue();
        for (int cell = 0; cell < height.length; cell++) {
            if (drainage.areaM2[cell] > VALLEY_FROM_M2) {
                bed[cell] = cell;
                halfWidthM[cell] =
                        (float) halfWidthM(drainage.areaM2[cell], basins.at(grid.x(cell), grid.y(cell), 6500));
                queue.add(0, cell);
            }
        }
        float[] before = height.clone();
        while (!queue.isEmpty()) {
            int cell = queue.take();
            int river = bed[cell];
            for (int d = 0; d < 8 && !grid.onEdge(cell); d++) {
                int next = cell + grid.offset(d);
                double away = grid.distanceM(next, river);
                float floor = (float) (before[river] + floorRiseM(away, halfWidthM[river]));
                if (bed[next] < 0 && floor < before[next]) {
                    bed[next] = river;
                    height[next] = floor;
                    queue.add((float) away, next);
                }
            }
        }
        soften(grid, height, drainage);
    }

    /** No edge where a floor meets its side. */
    private static void soften(Grid grid, float[] height, Drainage drainage) {
        for (int pass = 0; pass < 2; pass++) {
            float[] before = height.clone();
            for (int cell = 0; cell < height.length; cell++) {
                if (!grid.onEdge(cell) && drainage.areaM2[cell] < VALLEY_FROM_M2) {
                    height[cell] = 0.5f * before[cell] + 0.5f * meanAround(grid, before, cell);
                }
            }
        }
    }

    private static float meanAround(Grid grid, float[] height, int cell) {
        float sum = 0;
        for (int d = 0; d < 8; d++) {
            sum += height[cell + grid.offset(d)];
        }
        return sum / 8;
    }

    private static double halfWidthM(double areaM2, double basin) {
        double usual = 26 * Math.sqrt(Math.sqrt(areaM2 / 1e6)) * 2.2;
        return usual * Math.max(0.35, 1 + 1.5 * basin);
    }

    private static double floorRiseM(double awayM, double halfWidthM) {
        double t = awayM / halfWidthM;
        double side = Math.max(0, t - 0.8);
        return 0.012 * awayM + 0.16 * halfWidthM * side * side;
    }

    /** Height at a position, m. */
    double heightM(double x, double y) {
        return Surface.smooth(grid, heightM, x, y);
    }

    /** Steepness of the ground at a cell: rise over run. */
    double slope(int cell) {
        if (grid.onEdge(cell)) {
            return 0;
        }
        double dx = heightM[cell + 1] - heightM[cell - 1];
        double dy = heightM[cell + grid.cols()] - heightM[cell - grid.cols()];
        return Math.sqrt(dx * dx + dy * dy) / (2 * grid.cellM());
    }
}
