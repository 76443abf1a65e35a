package org.riskmap.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Geodesy;
import org.riskmap.kernel.Reprojection;

/**
 * The ground as pictures: {@code dem.tif}, heights in metres, and {@code hillshade.tif}, light from several sides on the
 * fine and on the broad forms. Both cover more than the counties, in EPSG:4490, with pixels of one second of arc (two
 * where there are more than four counties).
 */
final class ReliefRasters {

    private static final double SECOND = 1 / 3600.0;
    private static final int BROAD = 8;
    private static final double BROAD_SHARE = 0.4;
    private static final double HEIGHT_STEPS_PER_M = 16;

    private final Landscape land;
    private final GeoTiff.Extent extent;
    private final Grid broadGrid;
    private final float[] broadHeight;
    private final LonLatRows positions;

    ReliefRasters(Landscape land, int scale) {
        this.land = land;
        this.extent = extent(land.grid, scale <= 4 ? SECOND : 2 * SECOND);
        this.broadGrid = land.grid.coarser(BROAD);
        this.broadHeight = broad(land);
        this.positions = new LonLatRows(extent);
    }

    /** The largest rectangle of whole pixels in degrees inside the grid. */
    private static GeoTiff.Extent extent(Grid grid, double step) {
        double pad = 3 * grid.cellM();
        double west = grid.minX() + pad;
        double south = grid.minY() + pad;
        double east = grid.minX() + grid.width() - pad;
        double north = grid.minY() + grid.height() - pad;
        double[] c = {
            west, south, west, north, east, south, east, north, (west + east) / 2, south, (west + east) / 2, north
        };
        Reprojection.between(Landscape.WORKING, Crs.STORAGE).apply(c, 6);
        long left = (long) Math.ceil(Math.max(c[0], c[2]) / step);
        long right = (long) Math.floor(Math.min(c[4], c[6]) / step);
        long bottom = (long) Math.ceil(Math.max(Math.max(c[1], c[5]), c[9]) / step);
        long top = (long) Math.floor(Math.min(Math.min(c[3], c[7]), c[11]) / step);
        return new GeoTiff.Extent((int) (right - left), (int) (top - bottom), left * step, top * step, step);
    }

    private static float[] broad(Landscape land) {
        Grid grid = land.grid;
        Grid coarse = grid.coarser(BROAD);
        float[] mean = new float[coarse.size()];
        for (int cell = 0; cell < grid.size(); cell++) {
            int at = coarse.cell(grid.col(cell) / BROAD, grid.row(cell) / BROAD);
            mean[at] += land.heightM[cell] / (BROAD * BROAD);
        }
        return mean;
    }

    /** Writes both files under names of their own into a folder, which is made where it is missing. */
    Written write(Path folder) throws IOException {
        Files.createDirectories(folder);
        long own = ProcessHandle.current().pid();
        Written written = new Written(
                folder, folder.resolve("dem." + own + ".part"), folder.resolve("hillshade." + own + ".part"));
        try {
            write(written.dem, written.hillshade);
            return written;
        } catch (IOException | RuntimeException failed) {
            written.discard();
            throw failed;
        }
    }

    /** The two files, complete but not yet under their names. */
    record Written(Path folder, Path dem, Path hillshade) {

        /**
         * Each takes its name at once, in place of an older one. The file {@code demo} beside them says that they are
         * fictional: loading other data takes all three away.
         */
        void publish() throws IOException {
            Files.writeString(
                    folder.resolve("demo"), "dem.tif and hillshade.tif are those of the fictional demo county\n");
            Files.move(dem, folder.resolve("dem.tif"), StandardCopyOption.ATOMIC_MOVE);
            Files.move(hillshade, folder.resolve("hillshade.tif"), StandardCopyOption.ATOMIC_MOVE);
        }

        void discard() throws IOException {
            Files.deleteIfExists(dem);
            Files.deleteIfExists(hillshade);
        }
    }

    private void write(Path dem, Path shade) throws IOException {
        try (GeoTiff heights = new GeoTiff(dem, extent, true);
                GeoTiff light = new GeoTiff(shade, extent, false)) {
            float[][] fine = {heightRow(0, false), heightRow(0, false), heightRow(1, false)};
            float[][] broad = {heightRow(0, true), heightRow(0, true), heightRow(1, true)};
            for (int row = 0; row < extent.height(); row++) {
                heights.row(rounded(fine[1]));
                light.row(light(fine, broad, row));
                int after = Math.min(row + 2, extent.height() - 1);
                fine = new float[][] {fine[1], fine[2], heightRow(after, false)};
                broad = new float[][] {broad[1], broad[2], heightRow(after, true)};
            }
        }
    }

    private static float[] rounded(float[] row) {
        float[] result = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            result[i] = (float) (Math.rint(row[i] * HEIGHT_STEPS_PER_M) / HEIGHT_STEPS_PER_M);
        }
        return result;
    }

    private float[] heightRow(int row, boolean broad) {
        double[] xy = positions.row(row);
        float[] heights = new float[extent.width()];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = (float)
                    (broad
                            ? Surface.smooth(broadGrid, broadHeight, xy[2 * i], xy[2 * i + 1])
                            : land.heightM(xy[2 * i], xy[2 * i + 1]));
        }
        return heights;
    }

    private float[] light(float[][] fine, float[][] broad, int row) {
        double lat = extent.north() - (row + 0.5) * extent.step();
        double eastM = Geodesy.metresPerDegreeLon(lat) * extent.step();
        double northM = Geodesy.metresPerDegreeLat(lat) * extent.step();
        float[] light = new float[extent.width()];
        for (int i = 0; i < light.length; i++) {
            int w = Math.max(0, i - 1);
            int e = Math.min(light.length - 1, i + 1);
            double detail = Light.on((fine[1][e] - fine[1][w]) / (2 * eastM), (fine[0][i] - fine[2][i]) / (2 * northM));
            double form = Light.on(
                    2.2 * (broad[1][e] - broad[1][w]) / (2 * eastM), 2.2 * (broad[0][i] - broad[2][i]) / (2 * northM));
            light[i] = (float) (255 * ((1 - BROAD_SHARE) * detail + BROAD_SHARE * form));
        }
        return light;
    }
}
