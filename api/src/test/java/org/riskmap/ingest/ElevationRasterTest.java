package org.riskmap.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskmap.kernel.InvalidInput;

/** Heights from small grids of 40 × 40 cells. */
class ElevationRasterTest {

    private static final int CELLS = 40;

    @TempDir
    private Path folder;

    /** A GeoTIFF whose height at column, row (from the north-west) is given. */
    private Path grid(String name, String crs, double west, double south, double cell, DoubleBinaryOperator height)
            throws IOException {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "ncols %d%nnrows %d%nxllcorner %f%nyllcorner %f%ncellsize %f%nNODATA_value -9999%n",
                CELLS,
                CELLS,
                west,
                south,
                cell));
        for (int row = 0; row < CELLS; row++) {
            for (int col = 0; col < CELLS; col++) {
                text.append(String.format(Locale.ROOT, "%.2f ", height.applyAsDouble(col, row)));
            }
            text.append('\n');
        }
        Path grid = Files.writeString(folder.resolve(name + ".asc"), text);
        Path tiff = folder.resolve(name + ".tif");
        GdalProgram.output(grid, List.of("gdal_translate", "-q", "-a_srs", crs, grid.toString(), tiff.toString()));
        return tiff;
    }

    private double value(String raster, double lon, double lat) throws IOException {
        Path file = folder.resolve("out").resolve(raster);
        return Double.parseDouble(GdalProgram.output(
                        file, List.of("gdallocationinfo", "-valonly", "-wgs84", file.toString(), "" + lon, "" + lat))
                .strip());
    }

    private void make(Path... sources) throws IOException {
        new ElevationRaster(folder.resolve("out")).make(List.of(sources), false);
    }

    @Test
    void heights_in_degrees_stay_as_they_are() throws IOException {
        make(grid("a", "EPSG:4326", 119, 27, 0.001, (col, row) -> 100 + col));
        assertThat(value("dem.tif", 119.0005, 27.02)).isEqualTo(100);
        assertThat(value("dem.tif", 119.0395, 27.02)).isEqualTo(139);
        try (var files = Files.list(folder.resolve("out"))) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("dem.tif", "hillshade.tif");
        }
    }

    @Test
    void tiles_become_one_model() throws IOException {
        make(
                grid("a", "EPSG:4326", 119, 27, 0.001, (col, row) -> 100),
                grid("b", "EPSG:4326", 119.04, 27, 0.001, (col, row) -> 200));
        assertThat(value("dem.tif", 119.02, 27.02)).isEqualTo(100);
        assertThat(value("dem.tif", 119.06, 27.02)).isEqualTo(200);
    }

    @Test
    void a_projected_grid_is_brought_to_degrees() throws IOException {
        // the origin of zone 40 without number: 500 km east of 120° E; 27.5° N is 3 042 800 m north there
        make(grid("a", "EPSG:4549", 499_000, 3_042_000, 50, (col, row) -> 640));
        assertThat(value("dem.tif", 120.0, 27.5)).isEqualTo(640);
    }

    @Test
    void slopes_that_face_the_light_from_the_north_west_are_bright() throws IOException {
        // the ridge runs from the south-west corner to the north-east corner, where column + row is 39
        make(grid("a", "EPSG:4326", 119, 27, 0.001, (col, row) -> 3000 - 40 * Math.abs(col + row - 39)));
        double towards = value("hillshade.tif", 119.0105, 27.0295);
        double away = value("hillshade.tif", 119.0295, 27.0105);
        assertThat(towards).isGreaterThan(away + 50);
    }

    @Test
    void a_picture_is_no_model_of_heights() throws IOException {
        Path one = grid("a", "EPSG:4326", 119, 27, 0.001, (col, row) -> 1);
        Path rgb = folder.resolve("rgb.tif");
        GdalProgram.output(
                one, List.of("gdal_translate", "-q", "-b", "1", "-b", "1", "-b", "1", one.toString(), rgb.toString()));
        assertThatThrownBy(() -> make(rgb))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("rgb.tif: it has 3 bands where heights have one");
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }

    @Test
    void a_program_that_is_not_installed_is_named_with_the_remedy() {
        assertThatThrownBy(() -> GdalProgram.start(List.of("no-such-gdal-program"), Map.of()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no-such-gdal-program: the program cannot be started")
                .hasMessageContaining("apt install gdal-bin");
    }
}
