package org.riskmap.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.riskmap.kernel.Envelope;

class TileMatrixSetsTest {

    private static TileMatrix matrix(String set, String level) {
        return TileMatrixSets.named(set).orElseThrow().matrix(level).orElseThrow();
    }

    private static double scale(String set, String level) {
        return TileMatrixSets.named(set).orElseThrow().scaleDenominator(matrix(set, level));
    }

    /** The numbers in a GeoServer's own capabilities. */
    @Test
    void scale_denominators_are_those_of_geoserver() {
        assertThat(scale("EPSG:900913", "EPSG:900913:0")).isCloseTo(5.590822639508929E8, within(1e-6));
        assertThat(scale("EPSG:900913", "EPSG:900913:30")).isCloseTo(0.5206859334845961, within(1e-12));
        assertThat(scale("EPSG:4326", "EPSG:4326:0")).isCloseTo(2.795411320143589E8, within(1e-6));
        assertThat(scale("EPSG:4326", "EPSG:4326:21")).isCloseTo(133.2955989906115, within(1e-9));
    }

    /** OGC 17-083r4, tables D.1 and D.2. */
    @Test
    void the_registered_sets_have_the_registered_scales() {
        assertThat(scale("WebMercatorQuad", "0")).isCloseTo(559082264.028717, within(1e-3));
        assertThat(scale("WebMercatorQuad", "24")).isCloseTo(33.3238997477002, within(1e-9));
        assertThat(scale("WorldCRS84Quad", "0")).isCloseTo(279541132.014358, within(1e-3));
    }

    /** Level 1 of Tianditu's _c sets is 0.703125° a pixel, two tiles wide, from 90° N 180° W. */
    @Test
    void the_cgcs2000_set_has_tianditus_levels() {
        TileMatrix first = matrix("EPSG:4490", "1");
        assertThat(first.pixelSize()).isEqualTo(0.703125);
        assertThat(first.columns()).isEqualTo(2);
        assertThat(first.rows()).isEqualTo(1);
        assertThat(matrix("EPSG:4490", "18").pixelSize()).isCloseTo(5.36441802978515625E-6, within(1e-18));
        assertThat(TileMatrixSets.named("EPSG:4490").orElseThrow().matrix("0")).isEmpty();
        assertThat(matrix("EPSG:4490", "EPSG:4490:7")).isEqualTo(matrix("EPSG:4490", "7"));
    }

    /** What a GeoServer limits the layer of these extents to. */
    @Test
    void limits_are_those_of_geoserver_for_the_same_extent() {
        Envelope townships =
                new Envelope(1.3468161472793406E7, 2643851.395950443, 1.3555824681237182E7, 2798624.488881132);
        assertThat(matrix("EPSG:900913", "EPSG:900913:10").tiles(townships))
                .contains(new TileRange(856, 440, 858, 444));
        assertThat(matrix("EPSG:900913", "EPSG:900913:12").tiles(townships))
                .contains(new TileRange(3424, 1761, 3433, 1777));
        Envelope degrees = new Envelope(120.986553, 23.09781, 121.774045, 24.370532);
        assertThat(matrix("EPSG:4326", "EPSG:4326:9").tiles(degrees)).contains(new TileRange(856, 186, 858, 190));
    }

    @Test
    void a_tile_lies_where_the_standard_puts_it() {
        // the eastern one of the two tiles of the smallest scale
        assertThat(matrix("EPSG:4326", "EPSG:4326:0").envelope(new TileRange(1, 0, 1, 0)))
                .isEqualTo(new Envelope(0, -90, 180, 90));
        assertThat(matrix("WebMercatorQuad", "1").tiles(new Envelope(-1e9, -1e9, -9e8, 0)))
                .isEmpty();
    }
}
