package org.riskmap.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.sf.geographiclib.PolygonArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.Geodesy;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.Reprojection;

/** Rings and counts whose right values can be drawn or computed by hand. */
class RingsTest {

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException unreadable) {
            throw new IllegalArgumentException(text, unreadable);
        }
    }

    private static Feature feature(String id, String wkt, Map<String, Object> properties) {
        return new Feature(id, wkt(wkt), Collections.unmodifiableMap(new java.util.HashMap<>(properties)));
    }

    private static Exposure exposure(
            List<Feature> hazards, List<Feature> things, boolean dissolve, double... distancesM) {
        List<ExposedLayer> layers = List.of(new ExposedLayer("inline", true, things));
        return new BufferExposure(hazards, distancesM, layers, dissolve).compute(percent -> {});
    }

    /** The four counties' latitudes, in the middle and at the edge of a 3° zone. */
    @ParameterizedTest
    @CsvSource({"119.7,27.6", "118.6,27.6", "120.2,30.25", "108.7,30.95", "107.1,30.95", "118.05,36.8", "119.4,36.8"})
    void a_thousand_metres_are_a_thousand_metres_on_the_ground_in_every_direction(double lon, double lat) {
        Feature hazard = feature("a", "POINT(" + lon + " " + lat + ")", Map.of());
        Ring ring = exposure(List.of(hazard), List.of(), true, 1000).rings().get(0);
        Coordinate[] corners = ring.geometry().getCoordinates();
        for (int i = 1; i < corners.length; i++) {
            double middleLon = (corners[i].x + corners[i - 1].x) / 2;
            double middleLat = (corners[i].y + corners[i - 1].y) / 2;
            assertThat(Geodesy.distanceM(lon, lat, corners[i].x, corners[i].y)).isCloseTo(1000, within(1.0));
            assertThat(Geodesy.distanceM(lon, lat, middleLon, middleLat)).isCloseTo(1000, within(1.0));
        }
        assertThat(ring.areaM2()).isCloseTo(Math.PI * 1e6, within(Math.PI * 1e6 * 1e-4));
    }

    @Test
    void the_zone_agrees_with_proj() {
        // PROJ: echo 31.25 120.5 | cs2cs EPSG:4490 EPSG:4549 -> 3458800.0373 547627.3809
        Geometry metres = ThreeDegreeZone.of(120.5).project(wkt("POINT(120.5 31.25)"));
        assertThat(metres.getCoordinate().x).isCloseTo(47627.3809, within(0.0001));
        assertThat(metres.getCoordinate().y).isCloseTo(3458800.0373, within(0.0001));
        double[] byProj4j = {108.1, 36.2};
        Reprojection.between(Crs.STORAGE, Crs.byAuthority(4545)).apply(byProj4j, 1);
        Coordinate ours =
                ThreeDegreeZone.of(108.1).project(wkt("POINT(108.1 36.2)")).getCoordinate();
        assertThat(ours.x + 500_000).isCloseTo(byProj4j[0], within(0.001));
        assertThat(ours.y).isCloseTo(byProj4j[1], within(0.001));
        Coordinate back = ThreeDegreeZone.of(120.5).unproject(metres).getCoordinate();
        assertThat(back.x).isCloseTo(120.5, within(1e-11));
        assertThat(back.y).isCloseTo(31.25, within(1e-11));
    }

    @Test
    void areas_agree_with_geographiclib() {
        Geometry polygon = wkt("POLYGON((119 27, 119.02 27, 119.03 27.015, 119.01 27.02, 119 27))");
        PolygonArea area = new PolygonArea(Geodesy.ELLIPSOID, false);
        for (Coordinate corner :
                ((org.locationtech.jts.geom.Polygon) polygon).getExteriorRing().getCoordinates()) {
            area.AddPoint(corner.y, corner.x);
        }
        double expected = Math.abs(area.Compute().area);
        // GeographicLib's edges are geodesics, ours straight on the projected plane: the sliver between is 1e-6 of the
        // area
        assertThat(Ellipsoid.areaM2(Ellipsoid.followed(polygon))).isCloseTo(expected, within(7 * 7.5));
    }

    @Test
    void people_near_two_hazards_are_counted_once_where_adding_up_counts_them_twice() {
        //  a ----- 800 m ----- b      500 m around each; the house lies between them
        double step = 400 / Geodesy.metresPerDegreeLon(30);
        Feature a = feature("a", "POINT(119 30)", Map.of());
        Feature b = feature("b", "POINT(" + (119 + 2 * step) + " 30)", Map.of());
        Feature house = feature("house", "POINT(" + (119 + step) + " 30)", Map.of("population", 7, "households", 2));
        long naive = exposure(List.of(a), List.of(house), true, 500).population()
                + exposure(List.of(b), List.of(house), true, 500).population();
        assertThat(naive).isEqualTo(14);
        Exposure both = exposure(List.of(a, b), List.of(house), true, 500);
        assertThat(both.population()).isEqualTo(7);
        assertThat(both.households()).isEqualTo(2);
        assertThat(both.exposed().get(0).nearestHazard()).isEqualTo("a"); // equally near: the first id
        Exposure each = exposure(List.of(a, b), List.of(house), false, 500);
        assertThat(each.hazardRings()).extracting(Ring::population).containsExactly(7L, 0L);
        assertThat(each.areaM2())
                .isLessThan(
                        each.hazardRings().stream().mapToDouble(Ring::areaM2).sum());
    }

    @Test
    void a_hole_in_a_zone_is_not_in_the_zone_but_within_reach_of_it() {
        Feature zone = feature(
                "zone",
                "POLYGON((119 30, 119.1 30, 119.1 30.1, 119 30.1, 119 30),"
                        + "(119.03 30.03, 119.07 30.03, 119.07 30.07, 119.03 30.07, 119.03 30.03))",
                Map.of());
        Feature inZone = feature("in-zone", "POINT(119.01 30.01)", Map.of("population", 1));
        Feature middle = feature("middle-of-hole", "POINT(119.05 30.05)", Map.of("population", 2));
        Feature rim = feature("rim-of-hole", "POINT(119.031 30.05)", Map.of("population", 4));
        Exposure exposure = exposure(List.of(zone), List.of(inZone, middle, rim), true, 500);
        assertThat(exposure.population()).isEqualTo(5);
        assertThat(exposure.exposed()).extracting(Exposed::distanceM).element(0).isEqualTo(0.0);
    }

    @Test
    void the_people_of_a_polygon_are_shared_by_area_and_of_a_line_by_length() {
        // the hazard is a long meridian; the field reaches from it to 1000 m, the ring's edge halves it at 500 m
        double kilometre = 1000 / Geodesy.metresPerDegreeLon(30);
        Feature hazard = feature("fault", "LINESTRING(119 29.9, 119 30.1)", Map.of());
        Feature field = feature(
                "field",
                "POLYGON((119 30, %1$s 30, %1$s 30.001, 119 30.001, 119 30))".formatted(119 + kilometre),
                Map.of("population", 101));
        Feature lane = feature(
                "lane", "LINESTRING(119 30.01, %s 30.01)".formatted(119 + 2 * kilometre), Map.of("population", 40));
        Exposure exposure = exposure(List.of(hazard), List.of(field, lane), true, 500, 1000);
        // field 50.5 + 50.5, lane 10 + 10 (20 of its people are farther): 60.5 + 60.5 -> 61 + 60
        assertThat(exposure.rings()).extracting(Ring::population).containsExactly(61L, 60L);
        assertThat(exposure.population()).isEqualTo(121);
    }

    @Test
    void roads_are_measured_by_length_and_woods_by_area_in_each_ring() {
        // the hazard is a long meridian; a road and a strip of wood run from it to 2000 m
        double kilometre = 1000 / Geodesy.metresPerDegreeLon(30);
        double east = 119 + 2 * kilometre;
        Feature hazard = feature("fault", "LINESTRING(119 29.9, 119 30.1)", Map.of());
        Feature road = feature("road", "LINESTRING(119 30, %s 30)".formatted(east), Map.of());
        Feature wood = feature(
                "wood", "POLYGON((119 30, %1$s 30, %1$s 30.001, 119 30.001, 119 30))".formatted(east), Map.of());
        Exposure exposure = new BufferExposure(
                        List.of(hazard),
                        new double[] {500, 1500},
                        List.of(
                                new ExposedLayer("risk:road", false, List.of(road)),
                                new ExposedLayer("risk:fire_zone", false, List.of(wood))),
                        true)
                .compute(percent -> {});
        assertThat(exposure.rings().get(0).lengthsM().get("risk:road")).isCloseTo(500, within(1.0));
        assertThat(exposure.rings().get(1).lengthsM().get("risk:road")).isCloseTo(1000, within(1.5));
        double stripM = 0.001 * 110_852; // a degree of latitude at 30 degrees
        assertThat(exposure.rings().get(0).areasM2().get("risk:fire_zone")).isCloseTo(500 * stripM, within(150.0));
        assertThat(exposure.rings().get(1).areasM2().get("risk:fire_zone")).isCloseTo(1000 * stripM, within(200.0));
    }

    @ParameterizedTest
    @CsvSource({"119.7,27.6", "120.2,30.25", "108.7,30.95", "118.05,36.8"})
    void the_radius_error_is_measured_and_below_a_thousandth(double lon, double lat) {
        List<Feature> hazards = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            hazards.add(feature(
                    "h%02d".formatted(i),
                    "POINT(%s %s)".formatted(lon + 0.01 * (i % 7), lat + 0.008 * (i / 7)),
                    Map.of()));
        }
        assertThat(exposure(hazards, List.of(), true, 200, 1000).rings())
                .allMatch(ring -> ring.radiusError() > 0 && ring.radiusError() < 1e-3);
    }

    /** Winding lines and ragged zones: fillets of all angles, and slivers that are no holes. */
    @ParameterizedTest
    @CsvSource({"119.7,27.6", "120.2,30.25", "108.7,30.95", "118.05,36.8"})
    void the_radius_around_winding_lines_and_ragged_zones_is_right_within_a_thousandth(double lon, double lat) {
        Random random = new Random(5);
        List<Feature> hazards = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double x = lon + 0.1 * random.nextDouble();
            double y = lat + 0.1 * random.nextDouble();
            StringBuilder line = new StringBuilder();
            StringBuilder ring = new StringBuilder();
            double heading = 6 * random.nextDouble();
            for (int k = 0; k < 60; k++) {
                heading += 0.5 * random.nextGaussian();
                line.append(k == 0 ? "" : ", ").append(x).append(' ').append(y);
                x += 4e-4 * Math.cos(heading);
                y += 4e-4 * Math.sin(heading);
            }
            for (int k = 0; k <= 40; k++) {
                double r = 0.002 + 0.0004 * ((k % 40) * 7 % 5);
                ring.append(k == 0 ? "" : ", ")
                        .append(x + r * Math.cos(k % 40 * Math.PI / 20))
                        .append(' ')
                        .append(y + r * Math.sin(k % 40 * Math.PI / 20));
            }
            hazards.add(feature("l%02d".formatted(i), "LINESTRING(" + line + ")", Map.of()));
            hazards.add(feature("z%02d".formatted(i), "POLYGON((" + ring + "))", Map.of()));
        }
        assertThat(exposure(hazards, List.of(), true, 1000).rings())
                .allSatisfy(ring -> assertThat(ring.radiusError()).isLessThan(1e-3));
    }

    @Test
    void areas_add_up_to_their_rings_also_where_people_are_shared() {
        double kilometre = 1000 / Geodesy.metresPerDegreeLon(30);
        Feature hazard = feature("fault", "LINESTRING(119 29.9, 119 30.1)", Map.of());
        List<Feature> lanes = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            lanes.add(feature(
                    "lane" + i,
                    "LINESTRING(119 %1$s, %2$s %1$s)".formatted(30 + i * 0.001, 119 + (1.1 + 0.1 * i) * kilometre),
                    Map.of("population", 7 + i)));
        }
        List<Feature> areas = List.of(
                feature("s", "POLYGON((118 29, 120 29, 120 30.0035, 118 30.0035, 118 29))", Map.of("code", "S")),
                feature(
                        "n",
                        "POLYGON((118 30.0035, 120 30.0035, 120 30.0065, 118 30.0065, 118 30.0035))",
                        Map.of("code", "N")));
        Exposure exposure = new BufferExposure(
                        List.of(hazard),
                        new double[] {333, 1000},
                        List.of(new ExposedLayer("inline", true, lanes)),
                        true,
                        areas)
                .compute(percent -> {});
        assertThat(exposure.byArea()).extracting(AreaRow::code).containsExactly("N", "S", null);
        for (int ring = 0; ring < 2; ring++) {
            int at = ring;
            assertThat(exposure.byArea().stream()
                            .mapToLong(row -> row.rings().get(at).population())
                            .sum())
                    .isEqualTo(exposure.rings().get(ring).population());
        }
    }

    @Test
    void fractions_become_whole_persons_that_add_up() {
        assertThat(LargestRemainder.round(new double[] {0.4, 0.4, 0.2})).containsExactly(1, 0, 0);
        assertThat(LargestRemainder.round(new double[] {1.5, 2.5, 3.0})).containsExactly(2, 2, 3);
        assertThat(LargestRemainder.round(new double[] {33.3, 33.3, 33.4})).containsExactly(33, 33, 34);
        assertThat(LargestRemainder.round(new double[] {})).isEmpty();
    }

    @Test
    void a_hazard_inside_a_field_and_a_road_across_a_zone_are_at_no_distance() {
        Feature pit = feature("pit", "POINT(119.05 30.05)", Map.of());
        Feature field = feature("field", "POLYGON((119 30, 119.1 30, 119.1 30.1, 119 30.1, 119 30))", Map.of());
        assertThat(exposure(List.of(pit), List.of(field), true, 10).exposed())
                .extracting(Exposed::distanceM)
                .containsExactly(0.0);
        Feature road = feature("road", "LINESTRING(118.9 30.05, 119.2 30.05)", Map.of());
        assertThat(exposure(List.of(field), List.of(road), true, 10).exposed())
                .extracting(Exposed::distanceM)
                .containsExactly(0.0);
    }

    @Test
    void rings_are_valid_disjoint_and_add_up_to_the_union() {
        Random random = new Random(7);
        List<Feature> hazards = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            double lon = 119 + random.nextDouble() * 0.1;
            double lat = 30 + random.nextDouble() * 0.1;
            hazards.add(feature(
                    "h%02d".formatted(i),
                    i % 2 == 0
                            ? "POINT(" + lon + " " + lat + ")"
                            : "LINESTRING(%s %s, %s %s)".formatted(lon, lat, lon + 0.01, lat - 0.01),
                    Map.of()));
        }
        Exposure exposure = exposure(hazards, List.of(), true, 200, 500, 501, 1500);
        Exposure whole = exposure(hazards, List.of(), true, 1500);
        assertThat(exposure.rings()).allMatch(ring -> ring.geometry().isValid());
        assertThat(exposure.areaM2()).isCloseTo(whole.areaM2(), within(whole.areaM2() * 1e-9));
        for (int i = 1; i < 4; i++) {
            Geometry inner = exposure.rings().get(i - 1).geometry();
            assertThat(Ellipsoid.areaM2(
                            inner.intersection(exposure.rings().get(i).geometry())))
                    .isLessThan(0.01);
        }
    }

    @Test
    void the_order_of_the_parts_of_a_hazard_does_not_matter() {
        String one = "MULTIPOINT((119 30), (119.02 30.01), (119.01 29.99))";
        String other = "MULTIPOINT((119.01 29.99), (119 30), (119.02 30.01))";
        List<Feature> house = List.of(feature("house", "POINT(119.013 30.001)", Map.of("population", 3)));
        Exposed a = exposure(List.of(feature("a", one, Map.of())), house, true, 2000)
                .exposed()
                .get(0);
        Exposed b = exposure(List.of(feature("a", other, Map.of())), house, true, 2000)
                .exposed()
                .get(0);
        assertThat(a).isEqualTo(b);
    }

    @Test
    void no_hazard_reaches_nobody() {
        Exposure exposure = exposure(
                List.of(), List.of(feature("house", "POINT(119 30)", Map.of("population", 3))), true, 500, 1000);
        assertThat(exposure.population()).isZero();
        assertThat(exposure.rings()).hasSize(2).allMatch(ring -> ring.areaM2() == 0);
    }

    @Test
    void a_population_that_is_no_number_of_persons_is_refused_by_name() {
        List<Feature> hazard = List.of(feature("a", "POINT(119 30)", Map.of()));
        for (Object wrong : new Object[] {-1, 2.5, "12", true}) {
            List<Feature> house = List.of(feature("house", "POINT(119 30)", Map.of("population", wrong)));
            assertThatThrownBy(() -> exposure(hazard, house, true, 500))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("inline.house.population");
        }
    }
}
