package org.riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColorRampTest {

    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;
    private static final int CLEAR_RED = 0x00FF0000;
    private static final int RED = 0xFFFF0000;

    @Test
    void beyond_the_outermost_quantities_their_colours_go_on() {
        ColorRamp ramp = new ColorRamp(new double[] {10, 20}, new int[] {BLACK, WHITE});
        assertThat(ramp.argb(-1e30f)).isEqualTo(BLACK);
        assertThat(ramp.argb(10)).isEqualTo(BLACK);
        assertThat(ramp.argb(20)).isEqualTo(WHITE);
        assertThat(ramp.argb(1e30f)).isEqualTo(WHITE);
    }

    @Test
    void a_grey_changes_half_way_between_two_levels_wherever_that_is() {
        // level n stands from n - 0.5 on: 255 changes over 0 to 255
        ColorRamp ramp = new ColorRamp(new double[] {0, 255}, new int[] {BLACK, WHITE});
        for (int level = 1; level <= 255; level++) {
            float change = level - 0.5f;
            assertThat(ramp.argb(change) & 255).isEqualTo(level);
            assertThat(ramp.argb(Math.nextDown(change)) & 255).isEqualTo(level - 1);
        }
    }

    @Test
    void every_number_has_the_colour_mixed_of_its_neighbours_by_nearness() {
        double[] quantities = {-3, 0, 0.01, 7, 1000};
        int[] grey = {0, 200, 10, 10, 255};
        int[] colors = new int[grey.length];
        for (int i = 0; i < grey.length; i++) {
            colors[i] = BLACK | grey[i];
        }
        ColorRamp ramp = new ColorRamp(quantities, colors);
        for (int i = 1; i < quantities.length; i++) {
            double width = quantities[i] - quantities[i - 1];
            for (int step = 1; step < 5000; step++) {
                float value = (float) (quantities[i - 1] + width * step / 5000);
                double exact = grey[i - 1] + (grey[i] - grey[i - 1]) * ((value - quantities[i - 1]) / width);
                int blue = ramp.argb(value) & 255;
                assertThat(Math.abs(blue - exact)).as("%s", value).isLessThanOrEqualTo(0.5 + 1e-9);
            }
        }
    }

    @Test
    void colours_fade_in() {
        ColorRamp ramp = new ColorRamp(new double[] {0, 1}, new int[] {CLEAR_RED, RED});
        assertThat(ramp.argb(0.2f)).isEqualTo(0x33FF0000); // a fifth of 255 is 51
    }

    @Test
    void one_quantity_or_twice_the_same_is_a_step() {
        ColorRamp single = new ColorRamp(new double[] {5}, new int[] {RED});
        assertThat(single.argb(4)).isEqualTo(RED);
        assertThat(single.argb(6)).isEqualTo(RED);
        ColorRamp edge = new ColorRamp(new double[] {0, 5, 5, 9}, new int[] {BLACK, BLACK, WHITE, WHITE});
        assertThat(edge.argb(5)).isEqualTo(BLACK);
        assertThat(edge.argb(Math.nextUp(5f))).isEqualTo(WHITE);
    }
}
