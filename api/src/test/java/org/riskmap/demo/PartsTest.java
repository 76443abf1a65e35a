package org.riskmap.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.riskmap.kernel.InvalidInput;

class PartsTest {

    @Test
    void people_are_shared_by_weight_and_nobody_is_lost() {
        // 10 of weight 1 : 1 : 1, none below 1: 1 each, then 7 as 2⅓ each; the first gets the one left over
        assertThat(People.shared(10, new double[] {1, 1, 1}, 1)).containsExactly(4, 3, 3);
        assertThat(People.shared(100, new double[] {1, 3}, 0)).containsExactly(25, 75);
    }

    @Test
    void names_of_a_province_are_given_once() {
        Names names = new Names(7);
        Set<String> villages = new HashSet<>();
        Set<String> townships = new HashSet<>();
        Set<String> counties = new HashSet<>();
        for (int i = 0; i < 50 * Places.VILLAGES; i++) {
            villages.add(names.village(i));
        }
        for (int i = 0; i < 30 * Places.TOWNSHIPS; i++) {
            townships.add(names.township(i));
        }
        for (int i = 0; i < 100; i++) {
            counties.add(names.county(i));
        }
        assertThat(villages).hasSize(50 * Places.VILLAGES);
        assertThat(townships).hasSize(30 * Places.TOWNSHIPS);
        assertThat(counties).hasSize(100);
        assertThat(names.county(0)).isEqualTo("云岚县");
    }

    @Test
    void a_queue_gives_the_least_cost_first_and_equal_costs_by_number() {
        CellQueue queue = new CellQueue();
        queue.add(2, 7);
        queue.add(1, 9);
        queue.add(1, 3);
        queue.add(3, 1);
        assertThat(List.of(queue.take(), queue.take(), queue.take(), queue.take()))
                .containsExactly(3, 9, 7, 1);
        assertThat(queue.isEmpty()).isTrue();
    }

    /**
     * <pre>
     * 1 --2-- 0 --3-- 2     0 has most joins: 1 to 2 is 5 through it; 4 --1-- 3 --9-- 0: beside it 3 is 1 from 4;
     * with a join 2 --1-- 4, 4 to 0 falls from 10 to 4 and 3 to 0 from 9 to 5
     * </pre>
     */
    @Test
    void the_least_cost_between_labels_is_known_through_the_hub_and_beside_it() {
        LabelPaths paths = new LabelPaths(5, List.of(join(0, 1, 2), join(0, 2, 3), join(0, 3, 9), join(3, 4, 1)));
        assertThat(paths.within(1, 2, 5)).isTrue();
        assertThat(paths.within(1, 2, 4.9)).isFalse();
        assertThat(paths.within(3, 4, 1)).isTrue();
        assertThat(paths.within(4, 0, 9.9)).isFalse();
        paths.add(join(2, 4, 1));
        assertThat(paths.within(4, 0, 4)).isTrue();
        assertThat(paths.within(3, 1, 7)).isTrue();
        assertThat(paths.within(3, 1, 6.9)).isFalse();
    }

    private static Joins.Join join(int a, int b, float cost) {
        return new Joins.Join(a, b, cost, -1, -1);
    }

    @Test
    void water_fills_a_hollow_until_it_runs_over_its_lowest_rim() {
        // . . . . .      heights; the middle is a hollow, the rim is lowest (5) in the west
        // . 9 9 9 .
        // 0 5 1 9 .
        // . 9 9 9 .
        Grid grid = new Grid(5, 5, 10, 0, 0);
        float[] height = new float[25];
        Arrays.fill(height, 4);
        for (int row = 1; row <= 3; row++) {
            for (int col = 1; col <= 3; col++) {
                height[grid.cell(col, row)] = 9;
            }
        }
        height[grid.cell(1, 2)] = 5;
        height[grid.cell(2, 2)] = 1;
        height[grid.cell(0, 2)] = 0;
        Drainage.fillHollows(grid, height, 0.5f);
        assertThat(height[grid.cell(2, 2)]).isEqualTo(5.5f);
        Drainage drainage = Drainage.of(grid, height);
        assertThat(drainage.receiver[grid.cell(2, 2)]).isEqualTo(grid.cell(1, 2));
        assertThat(drainage.receiver[grid.cell(1, 2)]).isEqualTo(grid.cell(0, 2));
    }

    @Test
    void labelled_cells_become_polygons_that_share_their_borders() {
        // 0 0 0 1 1 1
        // 0 0 2 2 1 1     2 lies between, NONE around
        // 0 0 2 2 1 1
        // 0 0 0 1 1 1
        Grid grid = new Grid(20, 20, 100, 0, 0);
        int[] label = new int[grid.size()];
        Arrays.fill(label, Labels.NONE);
        for (int row = 4; row < 16; row++) {
            for (int col = 4; col < 16; col++) {
                boolean inner = row >= 7 && row < 13 && col >= 8 && col < 12;
                label[grid.cell(col, row)] = inner ? 2 : col < 10 ? 0 : 1;
            }
        }
        Partition partition = Partition.of(grid, label, 4, 1);
        List<MultiPolygon> areas = partition.united(3, one -> one, new GeometryFactory());
        assertThat(CoverageValidator.isValid(areas.toArray(Geometry[]::new))).isTrue();
        assertThat(areas).allMatch(Geometry::isValid);
        MultiPolygon all = partition
                .united(1, one -> one == Labels.NONE ? Labels.NONE : 0, new GeometryFactory())
                .get(0);
        assertThat(all.getArea())
                .isCloseTo(areas.stream().mapToDouble(Geometry::getArea).sum(), within(1e-6));
        assertThat(all.getArea()).isCloseTo(1200 * 1200, within(60_000.0));
    }

    @Test
    void a_fragment_of_a_label_joins_the_patch_around_it() {
        Grid grid = new Grid(12, 12, 10, 0, 0);
        int[] label = new int[grid.size()];
        for (int cell = 0; cell < label.length; cell++) {
            label[cell] = grid.col(cell) < 6 ? 0 : 1;
        }
        label[grid.cell(9, 5)] = 0;
        label[grid.cell(9, 6)] = 0;
        Labels.clean(grid, label, 2);
        assertThat(label[grid.cell(9, 5)]).isEqualTo(1);
        assertThat(label[grid.cell(9, 6)]).isEqualTo(1);
        assertThat(label[grid.cell(2, 5)]).isZero();
    }

    @Test
    void ground_that_faces_the_north_west_is_lighter_than_flat_and_that_than_the_south_east() {
        double flat = Light.on(0, 0);
        assertThat(Light.on(0.4, -0.4)).isGreaterThan(flat); // rises to the south-east: faces north-west
        assertThat(Light.on(-0.4, 0.4)).isLessThan(flat);
    }

    @Test
    void a_raster_is_read_back_by_another_program(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("ramp.tif");
        GeoTiff.Extent extent = new GeoTiff.Extent(600, 300, 119, 28, 1 / 3600.0);
        try (GeoTiff tiff = new GeoTiff(file, extent, true)) {
            for (int row = 0; row < 300; row++) {
                float[] values = new float[600];
                for (int col = 0; col < 600; col++) {
                    values[col] = row * 10 + col / 8f;
                }
                tiff.row(values);
            }
        }
        Raster raster = ImageIO.read(file.toFile()).getRaster();
        assertThat(raster.getWidth()).isEqualTo(600);
        assertThat(raster.getHeight()).isEqualTo(300);
        assertThat(raster.getSampleFloat(599, 299, 0)).isEqualTo(2990 + 599 / 8f);
        assertThat(raster.getSampleFloat(3, 257, 0)).isEqualTo(2570 + 3 / 8f);
    }

    @Test
    void the_command_line_names_what_is_wrong() {
        assertThat(DemoCommand.parse(List.of("--scale", "10", "--seed", "3"))).isEqualTo(new DemoSettings(3, 10));
        assertThat(DemoCommand.parse(List.of())).isEqualTo(DemoSettings.STANDARD);
        assertThatThrownBy(() -> DemoCommand.parse(List.of("--scale", "many")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("--scale");
        assertThatThrownBy(() -> DemoCommand.parse(List.of("--size", "1")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("--size");
        assertThatThrownBy(() -> DemoCommand.parse(List.of("--scale", "0"))).isInstanceOf(InvalidInput.class);
    }
}
