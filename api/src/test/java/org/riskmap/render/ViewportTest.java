package org.riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;

/** Expected values are those of the OGC's well-known scale sets (WMTS 1.0, annex E). */
class ViewportTest {

    private static final double STANDARD = Viewport.STANDARD_DPI;

    @Test
    void level_0_of_google_maps_is_1_to_559_million() {
        Envelope world = new Envelope(-20037508.3427892, -20037508.3427892, 20037508.3427892, 20037508.3427892);

        assertThat(new Viewport(world, Crs.eastFirst(3857), 256, 256, STANDARD).scaleDenominator())
                .isCloseTo(559082264.0287178, within(1.0));
    }

    @Test
    void a_degree_counts_as_on_the_equator() {
        Envelope world = new Envelope(-180, -90, 180, 90);

        assertThat(new Viewport(world, Crs.CRS84, 512, 256, STANDARD).scaleDenominator())
                .isCloseTo(279541132.0143589, within(1.0));
    }

    @Test
    void with_twice_the_dpi_the_scale_is_twice_as_small_and_symbols_twice_as_large() {
        Envelope square = new Envelope(0, 0, 1000, 1000);
        Viewport fine = new Viewport(square, Crs.eastFirst(4549), 100, 100, 2 * STANDARD);

        assertThat(fine.scaleDenominator()).isCloseTo(2 * 10 / 0.00028, within(1e-6));
        assertThat(fine.symbolScale()).isEqualTo(2);
    }
}
