package org.riskmap.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;

/**
 * A grid of 4 × 3 cells of 0.1°, written by GDAL. West edge 120°, north edge 30°.
 *
 * <pre>
 *   10 20 30 40
 *   50 60 70 80
 *   90  * 110 120     * no data
 * </pre>
 */
class RasterFileTest {

    private static final String GRID = """
            ncols 4
            nrows 3
            xllcorner 120
            yllcorner 29.7
            cellsize 0.1
            NODATA_value -9999
            10 20 30 40
            50 60 70 80
            90 -9999 110 120
            """;

    @TempDir
    Path folder;

    private Path ascii;

    @BeforeEach
    void write() throws IOException {
        ascii = Files.writeString(folder.resolve("grid.asc"), GRID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-ot Float32",
                "-ot Int16",
                "-ot Float32 -co TILED=YES -co BLOCKXSIZE=16 -co BLOCKYSIZE=16 -co COMPRESS=DEFLATE",
                "-ot Int16 -co COMPRESS=LZW -co PREDICTOR=2",
                "-ot Float32 -co COMPRESS=DEFLATE -co PREDICTOR=3 -co TILED=YES",
                "-ot Int16 -co BIGTIFF=YES"
            })
    void a_cell_gives_its_number_whatever_the_file_is_made_of(String options) {
        try (RasterFile file = RasterFile.open(translate(options))) {
            assertThat(file.crs()).isEqualTo(Crs.eastFirst(4490));
            assertThat(file.width()).isEqualTo(4);
            assertThat(file.envelope().minX()).isCloseTo(120, within(1e-9));
            assertThat(file.envelope().minY()).isCloseTo(29.7, within(1e-9));
            assertThat(nearest(file, 120.05, 29.95)).isEqualTo(10);
            assertThat(nearest(file, 120.35, 29.75)).isEqualTo(120);
            assertThat(nearest(file, 120.15, 29.75)).isNaN();
            assertThat(nearest(file, 119.99, 29.95)).isNaN();
            assertThat(nearest(file, 120.41, 29.95)).isNaN();
        }
    }

    @Test
    void between_centres_the_number_is_weighted_and_cells_without_data_do_not_count() {
        try (RasterFile file = RasterFile.open(translate("-ot Float32"))) {
            assertThat(bilinear(file, 120.10, 29.95)).isCloseTo(15, within(1e-4f));
            assertThat(bilinear(file, 120.10, 29.90)).isCloseTo(35, within(1e-4f)); // (10 + 20 + 50 + 60) / 4
            assertThat(bilinear(file, 120.09, 29.75)).isCloseTo(90, within(1e-4f)); // its neighbour is void
            assertThat(bilinear(file, 120.01, 29.99)).isCloseTo(10, within(1e-4f)); // beyond the outermost centre
        }
    }

    /** Between four points of a plane lies the plane itself, in a tile as across the borders of tiles and strips. */
    @ParameterizedTest
    @ValueSource(
            strings = {"-co TILED=YES -co BLOCKXSIZE=16 -co BLOCKYSIZE=32", "-co BLOCKYSIZE=1", "-co BLOCKYSIZE=3"})
    void on_a_slope_every_position_has_its_height_across_tiles_too(String options) throws IOException {
        int columns = 50;
        int rows = 70;
        StringBuilder grid = new StringBuilder("ncols 50\nnrows 70\nxllcorner 0\nyllcorner 0\ncellsize 1\n");
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                grid.append(3 * (column + 0.5) - 2 * (rows - row - 0.5)).append(column < columns - 1 ? " " : "\n");
            }
        }
        Files.writeString(ascii, grid);
        try (RasterFile file = RasterFile.open(translate("-ot Float32 " + options))) {
            double[] xy = new double[2 * columns * rows];
            for (int i = 0; i < columns * rows; i++) {
                xy[2 * i] = 0.5 + i * 13.37 % (columns - 1);
                xy[2 * i + 1] = 0.5 + i * 0.617 % (rows - 1);
            }
            float[] heights = file.sample(0, xy, columns * rows, 0, Resampling.BILINEAR);
            for (int i = 0; i < heights.length; i++) {
                assertThat(heights[i]).isCloseTo((float) (3 * xy[2 * i] - 2 * xy[2 * i + 1]), within(1e-4f));
            }
        }
    }

    @Test
    void a_coarse_picture_is_read_from_the_overview() {
        Path file = translate("-ot Float32 -outsize 64 48 -r nearest");
        run(List.of("gdaladdo", "-q", "-r", "average", file.toString(), "2", "4"));
        try (RasterFile raster = RasterFile.open(file)) {
            float[] fine = raster.sample(0, new double[] {120.1001, 29.95}, 1, 0, Resampling.NEAREST);
            float[] coarse = raster.sample(0, new double[] {120.1001, 29.95}, 1, 0.1, Resampling.NEAREST);
            assertThat(fine[0]).isEqualTo(20);
            assertThat(coarse[0]).isEqualTo(20);
            assertThat(raster.envelope())
                    .isEqualTo(new Envelope(
                            120, raster.envelope().minY(), raster.envelope().maxX(), 30));
        }
    }

    @Test
    void what_is_not_a_geotiff_is_refused_by_name() throws IOException {
        assertThatThrownBy(() -> RasterFile.open(ascii))
                .isInstanceOf(RasterUnreadable.class)
                .hasMessageContaining("grid.asc");
        assertThatThrownBy(() -> RasterFile.open(folder.resolve("none.tif")))
                .isInstanceOf(RasterUnreadable.class)
                .hasMessageContaining("no such file");
        Path damaged = translate("-ot Float32");
        byte[] bytes = Files.readAllBytes(damaged);
        Files.write(damaged, java.util.Arrays.copyOf(bytes, 40));
        assertThatThrownBy(() -> RasterFile.open(damaged)).isInstanceOf(RasterUnreadable.class);
    }

    private static float nearest(RasterFile file, double x, double y) {
        return file.sample(0, new double[] {x, y}, 1, 0, Resampling.NEAREST)[0];
    }

    private static float bilinear(RasterFile file, double x, double y) {
        return file.sample(0, new double[] {x, y}, 1, 0, Resampling.BILINEAR)[0];
    }

    private Path translate(String options) {
        Path tiff = folder.resolve("grid.tif");
        List<String> command = new ArrayList<>(List.of("gdal_translate", "-q", "-a_srs", "EPSG:4490"));
        command.addAll(List.of(options.split(" ")));
        command.add(ascii.toString());
        command.add(tiff.toString());
        run(command);
        return tiff;
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException("install gdal-bin", failed);
        }
    }
}
