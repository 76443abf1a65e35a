package org.riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Covers are areas: what they should be is geometry. Black on white, so that a pixel is 255 less its cover. */
class CoverageTest {

    private final BufferedImage image = Renderer.blank(20, 20, java.awt.Color.WHITE);
    private final Pixels pixels = Pixels.of(image);
    private final Coverage coverage = new Coverage(20, 20);

    @Test
    void a_rectangle_covers_parts_of_pixels_at_its_sides() {
        fill(true, new double[] {2.25, 3.5, 5, 3.5, 5, 6, 2.25, 6});

        assertThat(cover(2, 3)).isCloseTo(0.75 * 0.5, within(0.003));
        assertThat(cover(3, 3)).isCloseTo(0.5, within(0.003));
        assertThat(cover(2, 4)).isCloseTo(0.75, within(0.003));
        assertThat(cover(4, 5)).isEqualTo(1);
        assertThat(cover(5, 5)).isZero();
        assertThat(sum()).isCloseTo(2.75 * 2.5, within(0.03));
    }

    @Test
    void a_triangle_covers_its_area_whichever_way_it_turns() {
        fill(true, new double[] {1, 1, 18.3, 4.7, 7.9, 17.2});
        double once = sum();
        assertThat(once).isCloseTo(area(new double[] {1, 1, 18.3, 4.7, 7.9, 17.2}), within(0.2));

        fill(true, new double[] {1, 1, 7.9, 17.2, 18.3, 4.7});
        assertThat(sum()).as("drawn over itself, edges only grow").isGreaterThanOrEqualTo(once);
    }

    @Test
    void a_ring_in_a_ring_is_a_hole_by_even_odd_and_none_by_winding() {
        double[] outer = {2, 2, 12, 2, 12, 12, 2, 12};
        double[] inner = {4, 4, 10, 4, 10, 10, 4, 10};

        fill(true, outer, inner);
        assertThat(sum()).isCloseTo(100 - 36, within(0.01));
        fill(false, outer, inner);
        assertThat(sum()).isCloseTo(100, within(0.01));
    }

    @Test
    void what_lies_outside_the_picture_is_cut() {
        fill(true, new double[] {-100, -50, 5, -50, 5, 4.5, -100, 4.5});
        assertThat(sum()).isCloseTo(5 * 4.5, within(0.01));

        fill(true, new double[] {-1e6, 15, 1e6, 15, 1e6, 1e6, -1e6, 1e6});
        assertThat(sum()).isCloseTo(5 * 4.5 + 5 * 20, within(0.01));
    }

    @Test
    void random_triangles_over_the_sides_cover_what_is_left_of_them() {
        Random chance = new Random(7);
        for (int i = 0; i < 200; i++) {
            double x = chance.nextDouble() * 20;
            double y = chance.nextDouble() * 20;
            // with a corner in the middle of the picture's left half and the others far left of it
            fill(true, new double[] {x, y, -x, y - 5, -x, y + 5});
            double seen = 0;
            for (int step = 0; step < 4000; step++) { // the triangle from its tip to the left side, cut above and below
                double at = x * (step + 0.5) / 4000;
                double half = 5 * (x - at) / (2 * x);
                seen += (Math.min(20, y + half) - Math.max(0, y - half)) * x / 4000;
            }
            assertThat(sum()).isCloseTo(seen, within(0.06 + seen * 0.01));
            clear();
        }
    }

    @Test
    void a_pen_covers_length_times_width_and_round_ends_half_a_disc_each() {
        draw(new Nib(coverage, 3, false, Nib.Cap.BUTT), false, 4, 4, 14, 9);
        assertThat(sum()).isCloseTo(3 * Math.hypot(10, 5), within(0.2));
        clear();

        draw(new Nib(coverage, 3, true, Nib.Cap.ROUND), false, 4, 4, 14, 9);
        assertThat(sum()).isCloseTo(3 * Math.hypot(10, 5) + Math.PI * 1.5 * 1.5, within(0.3));
        clear();

        draw(new Nib(coverage, 4, true, Nib.Cap.SQUARE), false, 5, 10, 15, 10);
        assertThat(sum()).isCloseTo(4 * 14, within(0.1));
    }

    @Test
    void a_ring_drawn_around_has_round_or_cut_corners_and_no_gap_where_it_closes() {
        draw(new Nib(coverage, 2, false, Nib.Cap.BUTT), true, 5, 5, 15, 5, 15, 15, 5, 15, 5, 5);
        // sides of 10 by 2 meet in corners: the outer quarter of each is cut to half
        assertThat(sum()).isCloseTo(4 * 10 * 2 - 4 * 1 + 4 * 0.5, within(0.1));
        clear();

        draw(new Nib(coverage, 2, true, Nib.Cap.BUTT), true, 5, 5, 15, 5, 15, 15, 5, 15, 5, 5);
        assertThat(sum()).isCloseTo(4 * 10 * 2 - 4 * 1 + Math.PI, within(0.1));
    }

    @Test
    void a_wide_pen_on_a_tight_curve_leaves_no_hole() {
        double[] circle = new double[2 * 41];
        for (int i = 0; i <= 40; i++) {
            circle[2 * i] = 10 + Math.cos(i * Math.PI / 20);
            circle[2 * i + 1] = 10 + Math.sin(i * Math.PI / 20);
        }
        draw(new Nib(coverage, 6, true, Nib.Cap.ROUND), true, circle);

        assertThat(sum()).isCloseTo(Math.PI * 16, within(0.6));
        assertThat(cover(10, 10)).isEqualTo(1);
    }

    @Test
    void colours_mix_by_cover_and_opacity_on_every_kind_of_picture() {
        for (int type : new int[] {BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_INT_ARGB_PRE}) {
            BufferedImage clear = new BufferedImage(4, 1, type);
            Pixels on = Pixels.of(clear);
            on.lay(0, 0, 1, 0xFF0000, 255);
            on.lay(1, 0, 1, 0xFF0000, 51);
            on.lay(2, 0, 1, 0xFF0000, 255);
            on.lay(2, 0, 1, 0x0000FF, 51);
            on.lay(3, 0, 1, 0xFF0000, 128);
            on.lay(3, 0, 1, 0x0000FF, 128);

            assertThat(clear.getRGB(0, 0)).isEqualTo(0xFFFF0000);
            assertThat(clear.getRGB(1, 0)).isEqualTo(0x33FF0000);
            assertThat(clear.getRGB(2, 0)).isEqualTo(0xFFCC0033);
            assertThat(clear.getRGB(3, 0) >>> 24).isEqualTo(192); // 128 + 128 * 127 / 255
            assertThat(clear.getRGB(3, 0) & 255).isCloseTo(170, within(1)); // 128 of 192
        }
    }

    private void fill(boolean evenOdd, double[]... rings) {
        coverage.begin(-1e7, -1e7, 1e7, 1e7);
        for (double[] ring : rings) {
            for (int i = 0; i < ring.length; i += 2) {
                int next = (i + 2) % ring.length;
                coverage.edge(ring[i], ring[i + 1], ring[next], ring[next + 1]);
            }
        }
        coverage.paint(pixels, 0, 255, evenOdd);
    }

    private void draw(Nib nib, boolean closed, double... xy) {
        coverage.begin(-1e7, -1e7, 1e7, 1e7);
        nib.line(xy, 0, xy.length, closed);
        coverage.paint(pixels, 0, 255, false);
    }

    private void clear() {
        for (int row = 0; row < 20; row++) {
            pixels.lay(0, row, 20, 0xFFFFFF, 255);
        }
    }

    private double cover(int x, int y) {
        return (255 - (image.getRGB(x, y) & 255)) / 255.0;
    }

    private double sum() {
        double sum = 0;
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 20; x++) {
                sum += cover(x, y);
            }
        }
        return sum;
    }

    private static double area(double[] ring) {
        double twice = 0;
        for (int i = 0; i < ring.length; i += 2) {
            int next = (i + 2) % ring.length;
            twice += ring[i] * ring[next + 1] - ring[next] * ring[i + 1];
        }
        return Math.abs(twice) / 2;
    }
}
