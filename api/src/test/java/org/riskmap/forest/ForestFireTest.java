package org.riskmap.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.riskmap.forest.ForestResult.Border;
import org.riskmap.forest.ForestResult.Resident;
import org.riskmap.forest.ForestResult.Year;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.Geodesy;
import org.riskmap.standard.Threshold;

/**
 * Two townships that meet at 119° E, drawn on a plane of metres around 119° E 30° N:
 * <pre>
 *      W  |  E
 *    [ zone a ]     500 m to each side of the border, 400 m high
 *         |  [ zone b ]   1000 to 2000 m east
 * </pre>
 */
class ForestFireTest {

    private static final double EAST = 1 / Geodesy.metresPerDegreeLon(30);
    private static final double NORTH = 1 / Geodesy.metresPerDegreeLat(30);

    private static Feature feature(String id, String wkt, Object... properties) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < properties.length; i += 2) {
            map.put(properties[i].toString(), properties[i + 1]);
        }
        try {
            return new Feature(id, new WKTReader().read(wkt), map);
        } catch (ParseException wrong) {
            throw new IllegalArgumentException(wkt, wrong);
        }
    }

    private static String box(double w, double s, double e, double n) {
        return "POLYGON((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
                .formatted(119 + w * EAST, 30 + s * NORTH, 119 + e * EAST, 30 + n * NORTH);
    }

    private static String at(double eastM, double northM) {
        return (119 + eastM * EAST) + " " + (30 + northM * NORTH);
    }

    private static final List<Feature> TOWNSHIPS = List.of(
            feature("W", box(-5000, -5000, 0, 5000), "code", "W", "name", "西镇"),
            // drawn anew, a hand's breadth off and with other corners
            feature("E", box(0.1, -5000, 5000, 5000), "code", "E", "name", "东镇"));

    private static final List<Feature> ZONES = List.of(
            feature("a", box(-500, -200, 500, 200), "danger_class", 3),
            feature("b", box(1000, 0, 2000, 400), "danger_class", 5));

    private static DangerOfTheDay danger() {
        LocalDate since = LocalDate.of(2007, 10, 1);
        List<Threshold> indexes = new ArrayList<>();
        Double[] bounds = {null, 26.0, 51.0, 73.0, 91.0, null};
        for (int i = 0; i < 5; i++) {
            indexes.add(new Threshold(
                    "fire_danger",
                    "" + (i + 1),
                    "",
                    "index",
                    bounds[i],
                    bounds[i + 1],
                    null,
                    null,
                    "QX/T 77",
                    "second-hand",
                    since,
                    null));
        }
        List<Threshold> today = new ArrayList<>();
        for (int z = 1; z <= 5; z++) {
            for (int w = 1; w <= 5; w++) {
                today.add(new Threshold(
                        "fire_danger_today",
                        "zone_" + z + "/weather_" + w,
                        "",
                        "class",
                        null,
                        null,
                        10.0 * z + w,
                        null,
                        "",
                        "unverified",
                        since,
                        null));
            }
        }
        return new DangerOfTheDay(indexes, today);
    }

    private static ForestResult find(
            Map<String, Double> weather, List<Feature> belts, List<Feature> people, List<Feature> fires) {
        return new ForestFire(
                        new ForestQuestion(
                                ZONES, belts, people, fires, TOWNSHIPS, weather, Map.of("生物防火林带", 15.0), 100, 0.01),
                        danger())
                .find();
    }

    @Test
    void a_zone_has_the_higher_class_of_the_townships_that_share_it() {
        ForestResult result = find(Map.of("W", 90.0, "E", 26.0), List.of(), List.of(), List.of());
        // zone a: class 3; weather 4 in the west (73–90), 2 in the east (26–50)
        assertThat(result.zones().get(0).parts())
                .extracting(ForestResult.Part::code, ForestResult.Part::weather, ForestResult.Part::today)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("W", 4, 34),
                        org.assertj.core.groups.Tuple.tuple("E", 2, 32));
        assertThat(result.zones().get(0).today()).isEqualTo(34);
        assertThat(result.zones().get(1).today()).isEqualTo(52);
        ForestResult blind = find(Map.of("W", 90.0), List.of(), List.of(), List.of());
        assertThat(blind.zones().get(1).today()).isNull();
    }

    @Test
    void the_border_that_two_townships_share_in_a_zone_is_measured_once() {
        List<Border> borders = find(Map.of(), List.of(), List.of(), List.of()).borders();
        assertThat(borders).hasSize(1);
        assertThat(borders.get(0).zone().id()).isEqualTo("a");
        assertThat(List.of(borders.get(0).codeA(), borders.get(0).codeB())).containsExactly("E", "W");
        assertThat(borders.get(0).lengthM()).isCloseTo(400, within(0.5));
    }

    @Test
    void belts_are_measured_in_metres_and_by_their_width_in_area_by_township() {
        List<Feature> belts = List.of(
                feature("cut", "LINESTRING(" + at(-300, 0) + ", " + at(700, 0) + ")", "kind", "隔离带", "width_m", 10.0),
                feature("green", "LINESTRING(" + at(100, 50) + ", " + at(300, 50) + ")", "kind", "生物防火林带"),
                feature("path", "LINESTRING(" + at(100, 90) + ", " + at(150, 90) + ")", "kind", "防火道路"),
                feature("field", box(100, 300, 200, 400), "kind", "生物防火林带"));
        Map<String, double[]> rows = new LinkedHashMap<>();
        find(Map.of(), belts, List.of(), List.of())
                .belts()
                .forEach(one -> rows.put(
                        one.code() + one.kind(),
                        new double[] {one.lengthM(), one.areaM2(), one.withoutWidthM(), one.assumedWidthM()}));
        assertThat(rows.get("W隔离带")).containsExactly(new double[] {300, 3000, 0, 0}, within(2.0));
        assertThat(rows.get("E隔离带")).containsExactly(new double[] {700, 7000, 0, 0}, within(2.0));
        assertThat(rows.get("E生物防火林带")).containsExactly(new double[] {200, 200 * 15 + 10_000, 0, 200}, within(25.0));
        assertThat(rows.get("E防火道路")).containsExactly(new double[] {50, 0, 50, 0}, within(1.0));
    }

    @Test
    void who_lives_in_the_forest_and_who_at_its_edge() {
        List<Feature> people = List.of(
                feature("in", "POINT(" + at(0, 0) + ")", "population", 5),
                feature("edge", "POINT(" + at(599, 0) + ")", "population", 7),
                feature("far", "POINT(" + at(601, 0) + ")", "population", 9));
        assertThat(find(Map.of(), List.of(), people, List.of()).people())
                .extracting(one -> one.settlement().id(), Resident::inside, Resident::population)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("in", true, 5L),
                        org.assertj.core.groups.Tuple.tuple("edge", false, 7L));
    }

    @Test
    void fires_are_counted_by_the_year_in_china() {
        List<Feature> fires = List.of(
                feature("old", "POINT(" + at(0, 0) + ")", "detected_at", "2022-12-31T15:59:59Z"),
                feature("new", "POINT(" + at(0, 0) + ")", "detected_at", "2022-12-31T16:00:00Z"), // midnight in China
                feature("out", "POINT(" + at(0, 900) + ")", "detected_at", "2023-05-01T00:00:00Z"),
                feature("when", "POINT(" + at(0, 0) + ")"));
        ForestResult result = find(Map.of(), List.of(), List.of(), fires);
        assertThat(result.fires())
                .containsExactly(new Year("2022", 1, 0), new Year("2023", 1, 1), new Year(null, 1, 0));
        assertThat(result.zones().get(0).firesByYear()).isEqualTo(Map.of("2022", 1, "2023", 1, "", 1));
    }
}
