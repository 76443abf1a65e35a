package org.riskmap.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.riskmap.TestDatabase;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.Geodesy;
import org.riskmap.kernel.InvalidInput;

/** Rings on one side of a polygon's edge, and hazards that reach differently far; against theory and PostGIS geography. */
class SidesAndOwnDistancesTest {

    @AutoClose
    private static TestDatabase test;

    @BeforeAll
    static void create() {
        test = TestDatabase.create();
        test.database()
                .client()
                .sql("create table hazard (id text, reach float8, geom geometry)")
                .update();
        test.database()
                .client()
                .sql("create table thing (id text, geom geometry)")
                .update();
    }

    private static Feature feature(String id, String wkt, int population) {
        return new Feature(id, geometry(wkt), Map.of("population", population));
    }

    private static Geometry geometry(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException wrong) {
            throw new IllegalArgumentException(wkt, wrong);
        }
    }

    private static Exposure ask(
            List<Feature> hazards, Distances distances, Side side, boolean dissolve, Feature... things) {
        List<ExposedLayer> layers = List.of(new ExposedLayer("inline", true, List.of(things)));
        return new BufferExposure(new Question(hazards, distances, side, layers, dissolve, true, List.of()))
                .compute(p -> {});
    }

    private static List<String> ids(Exposure exposure) {
        return exposure.exposed().stream().map(one -> one.feature().id()).toList();
    }

    /** A square of about 10 km around 119.05 30.05 with a square hole of 4 km. */
    private static final String ZONE = "POLYGON((119 30, 119.1 30, 119.1 30.1, 119 30.1, 119 30),"
            + "(119.03 30.03, 119.07 30.03, 119.07 30.07, 119.03 30.07, 119.03 30.03))";

    private static final double METRE = 1 / Geodesy.metresPerDegreeLon(30.015);

    private static Feature at(String id, double eastOfWestEdgeM) {
        return feature(id, "POINT(" + (119 + eastOfWestEdgeM * METRE) + " 30.015)", 1);
    }

    @Test
    void the_inner_side_holds_what_is_in_the_zone_and_near_its_edge() {
        // edge at 0:   -100 out    300 in    800 in, ring 2    1400 deep (hole's edge and the southern one farther
        // still)
        Exposure exposure = ask(
                List.of(feature("zone", ZONE, 0)),
                Distances.same(500, 1000),
                Side.INSIDE,
                true,
                at("a-outside", -100),
                at("b-near", 300),
                at("c-deeper", 800),
                at("d-deep", 1400),
                feature("e-rim-of-hole", "POINT(119.0298 30.05)", 1),
                feature("f-in-hole", "POINT(119.0302 30.05)", 1));
        assertThat(ids(exposure)).containsExactly("b-near", "c-deeper", "e-rim-of-hole");
        assertThat(exposure.exposed()).extracting(Exposed::ring).containsExactly(0, 1, 0);
        assertThat(exposure.exposed().get(0).distanceM()).isCloseTo(300, within(0.5));
        Geometry zone = geometry(ZONE);
        for (Ring ring : exposure.rings()) {
            assertThat(ring.geometry().isValid()).isTrue();
            assertThat(ring.geometry().difference(zone).getArea()).isLessThan(1e-6);
            assertThat(ring.radiusError()).isLessThan(1e-3);
        }
        // outer edge 9.64 + 11.09 km twice, inner 3.86 + 4.43 km twice; 500 m wide, less and more at the corners
        double outer = 2 * (9645 + 11085) * 500 - 4 * 500 * 500;
        double inner = 2 * (3858 + 4434) * 500 + Math.PI * 500 * 500;
        assertThat(exposure.rings().get(0).areaM2()).isCloseTo(outer + inner, within(0.005 * (outer + inner)));
    }

    @Test
    void the_outer_side_leaves_out_who_lives_in_the_zone_and_keeps_the_hole() {
        Feature across = new Feature(
                "z-across",
                geometry("LINESTRING(%s 30.015, %s 30.015)".formatted(119 - 1000 * METRE, 119 + 1000 * METRE)),
                Map.of("population", 40));
        Exposure exposure = ask(
                List.of(feature("zone", ZONE, 0)),
                Distances.same(500, 2000),
                Side.OUTSIDE,
                true,
                at("a-outside", -100),
                at("b-inside", 300),
                feature("f-in-hole", "POINT(119.0302 30.05)", 1),
                across);
        assertThat(ids(exposure)).containsExactly("a-outside", "f-in-hole", "z-across");
        // of the road's 2000 m half lie in the zone, 500 m in the first ring, 500 m in the second: 10 and 10 of 40
        // people
        assertThat(exposure.rings()).extracting(Ring::population).containsExactly(12L, 10L);
        assertThat(exposure.rings().get(0).lengthsM().get("inline")).isCloseTo(500, within(2.0));
        Geometry zone = geometry(ZONE);
        assertThat(exposure.rings())
                .allMatch(ring -> ring.geometry().isValid()
                        && ring.geometry().intersection(zone).getArea() < 1e-6);
        assertThat(exposure.rings().get(0).radiusError()).isLessThan(1e-3);
    }

    @Test
    void numbers_without_drawing_are_the_same_numbers() {
        List<Feature> hazards = List.of(feature("zone", ZONE, 0), feature("pit", "POINT(119.2 30.05)", 0));
        List<ExposedLayer> things = List.of(new ExposedLayer(
                "risk:settlement", true, List.of(at("a", -100), at("b", 300), at("c", -700), at("d", -1500))));
        Distances distances = Distances.same(500, 1000);
        Exposure drawn = new BufferExposure(
                        new Question(hazards, distances, Side.OUTSIDE, things, true, true, List.of()))
                .compute(p -> {});
        Exposure counted = new BufferExposure(
                        new Question(hazards, distances, Side.OUTSIDE, things, true, false, List.of()))
                .compute(p -> {});
        assertThat(counted.exposed()).isEqualTo(drawn.exposed());
        assertThat(counted.rings()).extracting(Ring::population).containsExactly(1L, 1L);
        assertThat(counted.rings()).extracting(Ring::areaM2).containsOnly(Double.NaN);
        Feature road = feature("road", "LINESTRING(119 30, 119.1 30)", 0);
        assertThatThrownBy(() -> new BufferExposure(new Question(
                                hazards,
                                distances,
                                Side.BOTH,
                                List.of(new ExposedLayer("risk:road", false, List.of(road))),
                                true,
                                false,
                                List.of()))
                        .compute(p -> {}))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("road");
    }

    @Test
    void a_point_has_no_inside() {
        assertThatThrownBy(() -> ask(
                        List.of(feature("pit", "POINT(119 30)", 0)),
                        Distances.same(500),
                        Side.INSIDE,
                        true,
                        at("a", 0)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("pit");
    }

    @Test
    void each_hazard_reaches_as_far_as_it_says() {
        // small reaches 200 m, big 1000 m; houses 300 m from each
        Feature big = feature("big", "POINT(119.2 30)", 0);
        Feature small = feature("small", "POINT(119 30)", 0);
        double step = 300 / Geodesy.metresPerDegreeLon(30);
        Exposure exposure = ask(
                List.of(big, small),
                Distances.ofEach(List.of(new double[] {500, 1000}, new double[] {100, 200})),
                Side.BOTH,
                false,
                feature("at-big", "POINT(" + (119.2 + step) + " 30)", 5),
                feature("at-small", "POINT(" + (119 + step) + " 30)", 7));
        assertThat(ids(exposure)).containsExactly("at-big");
        assertThat(exposure.rings().get(1).toM()).isEqualTo(1000);
        assertThat(exposure.rings().get(1).toLeastM()).isEqualTo(200);
        assertThat(exposure.areaM2()).isCloseTo(Math.PI * (1000 * 1000 + 200 * 200), within(1000.0));
        assertThat(exposure.rings()).allMatch(ring -> ring.radiusError() < 1e-3);
        assertThat(exposure.byHazard()).extracting(HazardRow::population).containsExactly(5L, 0L);
        assertThat(exposure.byHazard().get(1).rings().get(1).toM()).isEqualTo(200);
    }

    @Test
    void hazard_by_hazard_people_count_wherever_they_are_reached_and_once_in_the_union() {
        double step = 400 / Geodesy.metresPerDegreeLon(30);
        Exposure each = ask(
                List.of(feature("a", "POINT(119 30)", 0), feature("b", "POINT(" + (119 + 2 * step) + " 30)", 0)),
                Distances.same(500),
                Side.BOTH,
                false,
                feature("between", "POINT(" + (119 + step) + " 30)", 7),
                feature("only-b", "POINT(" + (119 + 3 * step) + " 30)", 3));
        assertThat(each.population()).isEqualTo(10);
        assertThat(each.byHazard()).extracting(HazardRow::population).containsExactly(7L, 10L);
        assertThat(each.byHazard())
                .extracting(row -> row.rings().get(0).nearestPopulation())
                .containsExactly(7L, 3L);
    }

    @Test
    void roads_are_measured_by_township_and_add_up_to_the_ring() {
        double kilometre = 1000 / Geodesy.metresPerDegreeLon(30);
        Feature fault = feature("fault", "LINESTRING(119 29.9, 119 30.1)", 0);
        Feature road = feature("road", "LINESTRING(119 30, %s 30)".formatted(119 + 2 * kilometre), 0);
        // two townships meet 700 m east of the fault; what is farther than 1600 m lies in none
        Feature west = new Feature(
                "w",
                geometry("POLYGON((118 29, %1$s 29, %1$s 31, 118 31, 118 29))".formatted(119 + 0.7 * kilometre)),
                Map.of("code", "W"));
        Feature east = new Feature(
                "e",
                geometry("POLYGON((%1$s 29, %2$s 29, %2$s 31, %1$s 31, %1$s 29))"
                        .formatted(119 + 0.7 * kilometre, 119 + 1.6 * kilometre)),
                Map.of("code", "E"));
        Exposure exposure = new BufferExposure(new Question(
                        List.of(fault),
                        Distances.same(500, 2500),
                        Side.BOTH,
                        List.of(new ExposedLayer("risk:road", false, List.of(road))),
                        true,
                        true,
                        List.of(east, west)))
                .compute(p -> {});
        Map<String, List<Double>> metres = new HashMap<>();
        exposure.byArea()
                .forEach(row -> metres.put(
                        String.valueOf(row.code()),
                        row.rings().stream()
                                .map(cell -> cell.lengthsM().getOrDefault("risk:road", 0.0))
                                .toList()));
        assertThat(metres.get("W").get(0)).isCloseTo(500, within(1.0));
        assertThat(metres.get("W").get(1)).isCloseTo(200, within(1.0));
        assertThat(metres.get("E").get(1)).isCloseTo(900, within(1.0));
        assertThat(metres.get("null").get(1)).isCloseTo(400, within(1.0));
        double all = metres.values().stream().mapToDouble(list -> list.get(1)).sum();
        assertThat(all).isCloseTo(exposure.rings().get(1).lengthsM().get("risk:road"), within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"11, 119.7, 27.6", "12, 108.7, 30.9", "13, 118.1, 36.5"})
    void random_hazards_with_reaches_of_their_own_agree_with_postgis_on_each_side(long seed, double lon, double lat) {
        Random random = new Random(seed);
        List<Feature> hazards = new ArrayList<>();
        List<double[]> reaches = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            double x = lon + 0.2 * random.nextDouble();
            double y = lat + 0.2 * random.nextDouble();
            StringBuilder ring = new StringBuilder();
            for (int k = 0; k <= 8; k++) {
                double r = 0.006 + 0.004 * ((k % 8) % 3) / 2.0;
                ring.append(k == 0 ? "" : ", ")
                        .append(x + r * Math.cos(k % 8 * Math.PI / 4))
                        .append(' ')
                        .append(y + r * Math.sin(k % 8 * Math.PI / 4));
            }
            hazards.add(feature("h%02d".formatted(i), "POLYGON((" + ring + "))", 0));
            reaches.add(new double[] {50 + 900 * random.nextDouble()});
        }
        List<Feature> things = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            things.add(feature(
                    "t%04d".formatted(i),
                    "POINT(" + (lon + 0.2 * random.nextDouble()) + " " + (lat + 0.2 * random.nextDouble()) + ")",
                    1));
        }
        fill(hazards, reaches, things);
        Map<Side, String> conditions = Map.of(
                Side.BOTH, "st_dwithin(t.geom::geography, h.geom::geography, h.reach)",
                Side.OUTSIDE,
                        "st_dwithin(t.geom::geography, h.geom::geography, h.reach)"
                                + " and not exists (select from hazard o where st_intersects(o.geom, t.geom))",
                Side.INSIDE,
                        "st_intersects(t.geom, h.geom)"
                                + " and st_dwithin(t.geom::geography, st_boundary(h.geom)::geography, h.reach)");
        conditions.forEach((side, condition) -> {
            List<String> expected = test.database()
                    .client()
                    .sql("select t.id from thing t where exists (select from hazard h where " + condition
                            + ") order by 1")
                    .query(String.class)
                    .list();
            Exposure exposure = ask(hazards, Distances.ofEach(reaches), side, true, things.toArray(Feature[]::new));
            assertThat(expected).as(side.name()).hasSizeGreaterThan(20);
            assertThat(ids(exposure)).as(side.name()).containsExactlyElementsOf(expected);
            assertThat(exposure.rings().get(0).radiusError()).isLessThan(1e-3);
        });
    }

    private static void fill(List<Feature> hazards, List<double[]> reaches, List<Feature> things) {
        test.database().client().sql("truncate hazard, thing").update();
        for (int i = 0; i < hazards.size(); i++) {
            test.database()
                    .client()
                    .sql("insert into hazard values (?, ?, st_geomfromtext(?, 4490))")
                    .params(
                            hazards.get(i).id(),
                            reaches.get(i)[0],
                            hazards.get(i).geometry().toText())
                    .update();
        }
        test.database()
                .client()
                .sql(
                        "insert into thing select id, st_geomfromtext(wkt, 4490) from unnest(?::text[], ?::text[]) t (id, wkt)")
                .param(things.stream().map(Feature::id).toArray(String[]::new))
                .param(things.stream().map(one -> one.geometry().toText()).toArray(String[]::new))
                .update();
    }

    /** Beside the middle of a hole's edge of 8 km on a meridian, and around each of two parts 50 km apart. */
    @ParameterizedTest
    @CsvSource({"24", "30", "36"})
    void ten_centimetres_decide_in_a_hole_and_at_parts_fifty_kilometres_apart(double lat) {
        String hole = "POLYGON((118.9 %1$s, 119.2 %1$s, 119.2 %2$s, 118.9 %2$s, 118.9 %1$s),"
                + "(119 %3$s, 119 %4$s, 119.1 %4$s, 119.1 %3$s, 119 %3$s))";
        Feature zone = feature("zone", hole.formatted(lat - 0.1, lat + 0.1, lat - 0.04, lat + 0.04), 0);
        double apart = 25_000 / Geodesy.metresPerDegreeLon(lat);
        Feature parts = feature(
                "parts", "MULTIPOINT((%s %s), (%s %s))".formatted(119 - apart, lat + 1, 119 + apart, lat + 1), 0);
        for (double limitM : new double[] {300, 1000}) {
            List<Feature> things = new ArrayList<>();
            for (double off : new double[] {-0.1, 0.1}) {
                String name = off < 0 ? "in" : "out";
                things.add(projected(name + "-hole", 119, lat, limitM + off, 90));
                for (int bearing = 0; bearing < 360; bearing += 60) {
                    things.add(projected(name + "-west-" + bearing, 119 - apart, lat + 1, limitM + off, bearing));
                    things.add(projected(name + "-east-" + bearing, 119 + apart, lat + 1, limitM + off, bearing));
                }
            }
            Exposure exposure =
                    ask(List.of(parts, zone), Distances.same(limitM), Side.BOTH, true, things.toArray(Feature[]::new));
            assertThat(ids(exposure)).hasSize(13).allMatch(id -> id.startsWith("in"));
        }
    }

    private static Feature projected(String id, double lon, double lat, double distanceM, int bearing) {
        String wkt = test.database()
                .client()
                .sql("select st_astext(st_project(st_point(?, ?, 4490)::geography, ?, radians(?))::geometry, 15)")
                .params(lon, lat, distanceM, bearing)
                .query(String.class)
                .single();
        return feature(id, wkt, 1);
    }
}
