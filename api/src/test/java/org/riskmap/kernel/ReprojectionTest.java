package org.riskmap.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReprojectionTest {

    @Test
    void cgcs2000_to_the_3_degree_zone_of_120_east_agrees_with_proj() {
        // PROJ: echo 31.25 120.5 | cs2cs EPSG:4490 EPSG:4549 -> 3458800.0373 547627.3809
        double[] xy = {120.5, 31.25};
        Reprojection.between(Crs.STORAGE, Crs.byAuthority(4549)).apply(xy, 1);
        assertThat(xy[0]).isCloseTo(547627.3809, within(0.0005));
        assertThat(xy[1]).isCloseTo(3458800.0373, within(0.0005));
    }

    @Test
    void web_mercator_to_degrees_agrees_with_its_definition() {
        // the half circumference is pi * 6378137
        double[] xy = {20037508.342789244, 0};
        Reprojection.between(Crs.byAuthority(3857), Crs.STORAGE).apply(xy, 1);
        assertThat(xy[0]).isCloseTo(180, within(1e-9));
        assertThat(xy[1]).isCloseTo(0, within(1e-9));
    }

    @Test
    void web_mercator_agrees_with_proj_and_has_no_poles() {
        // PROJ: echo 119.7 27.6 | gdaltransform -s_srs EPSG:4326 -t_srs EPSG:3857 -> 13324943.0480 3198635.9028
        double[] xy = {119.7, 27.6, 0, 90, 0, -90};
        Reprojection.between(Crs.STORAGE, Crs.byAuthority(3857)).apply(xy, 3);
        assertThat(xy[0]).isCloseTo(13324943.0480, within(0.0005));
        assertThat(xy[1]).isCloseTo(3198635.9028, within(0.0005));
        assertThat(xy[3]).isNaN();
        assertThat(xy[5]).isNaN();
        Reprojection.between(Crs.byAuthority(3857), Crs.STORAGE).apply(xy, 1);
        assertThat(xy[0]).isCloseTo(119.7, within(1e-10));
        assertThat(xy[1]).isCloseTo(27.6, within(1e-10));
    }

    @Test
    void wgs84_and_cgcs2000_are_one() {
        assertThat(Reprojection.between(Crs.CRS84, Crs.STORAGE).identity()).isTrue();
    }

    @Test
    void an_envelope_keeps_the_bulge_of_its_edges() {
        // on 3° zone 40 a parallel bends north away from its meridian, 120°E
        Envelope zone = Reprojection.between(Crs.STORAGE, Crs.byAuthority(4549)).apply(new Envelope(119, 30, 121, 31));
        double[] middle = {120, 30, 119, 31};
        Reprojection.between(Crs.STORAGE, Crs.byAuthority(4549)).apply(middle, 2);
        assertThat(zone.minY()).isCloseTo(middle[1], within(0.01));
        assertThat(zone.maxY()).isCloseTo(middle[3], within(0.01));
    }

    @Test
    void the_registry_says_which_systems_are_written_north_first() {
        assertThat(Crs.parse("crs", "EPSG:4490").northFirst()).isTrue();
        assertThat(Crs.parse("crs", "urn:ogc:def:crs:EPSG::4549").northFirst()).isTrue();
        assertThat(Crs.parse("crs", "http://www.opengis.net/def/crs/EPSG/0/3857")
                        .northFirst())
                .isFalse();
        assertThat(Crs.parse("crs", "CRS:84")).isEqualTo(Crs.CRS84);
        assertThat(Crs.parse("crs", "EPSG:3826").northFirst()).isFalse();
    }

    @Test
    void an_unknown_system_is_refused_by_name() {
        assertThatThrownBy(() -> Crs.parse("srsName", "EPSG:999999"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("srsName")
                .hasMessageContaining("999999");
        assertThatThrownBy(() -> Crs.parse("srsName", "Beijing")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_degree_is_as_long_as_geographiclib_says() {
        assertThat(Geodesy.metresPerDegreeLat(30))
                .isCloseTo(Geodesy.distanceM(120, 29.9995, 120, 30.0005) * 1000, within(0.01));
        assertThat(Geodesy.metresPerDegreeLon(30))
                .isCloseTo(Geodesy.distanceM(119.9995, 30, 120.0005, 30) * 1000, within(0.01));
        // PostGIS: select st_distance('point(120 30)'::geography, 'point(120.01 30.01)'::geography) -> 1469.1
        assertThat(Geodesy.threeDegreeZone(119.7)).isEqualTo(4549);
        assertThat(Geodesy.threeDegreeZone(108.7)).isEqualTo(4545);
    }
}
