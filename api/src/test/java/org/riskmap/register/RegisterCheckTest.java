package org.riskmap.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.Geodesy;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.register.Finding.Code;
import org.riskmap.standard.Threshold;

/** A slope above a hamlet, drawn on a plane of metres around 119° E 30° N. */
class RegisterCheckTest {

    private static final double EAST = 1 / Geodesy.metresPerDegreeLon(30);
    private static final double NORTH = 1 / Geodesy.metresPerDegreeLat(30);

    /** 国家突发地质灾害应急预案: 1000, 500 and 100 persons; 10 000, 5000 and 500 万元. */
    private static final Grades GRADES = new Grades(List.of(
            grade("特大型", "threatened_persons", 1000, null),
            grade("大型", "threatened_persons", 500, 1000.0),
            grade("中型", "threatened_persons", 100, 500.0),
            grade("小型", "threatened_persons", 0, 100.0),
            grade("特大型", "threatened_property", 10000, null),
            grade("大型", "threatened_property", 5000, 10000.0),
            grade("中型", "threatened_property", 500, 5000.0),
            grade("小型", "threatened_property", 0, 500.0)));

    private static Threshold grade(String name, String quantity, double lower, @Nullable Double upper) {
        LocalDate since = LocalDate.of(2006, 1, 13);
        return new Threshold(
                "geohazard_danger", name, name, quantity, lower, upper, null, null, "预案", "sure", since, null);
    }

    private static final CheckRules RULES = new CheckRules(GRADES, 200, 50, 50, 0.2, LocalDate.of(2026, 6, 1));

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

    private static String point(double eastM, double northM) {
        return "POINT(" + (119 + eastM * EAST) + " " + (30 + northM * NORTH) + ")";
    }

    private static String square(double eastM, double northM, double halfM) {
        double w = 119 + (eastM - halfM) * EAST;
        double e = 119 + (eastM + halfM) * EAST;
        double s = 30 + (northM - halfM) * NORTH;
        double n = 30 + (northM + halfM) * NORTH;
        return "POLYGON((%1$s %3$s, %2$s %3$s, %2$s %4$s, %1$s %4$s, %1$s %3$s))".formatted(w, e, s, n);
    }

    private static Feature house(String id, double eastM, double northM, int people) {
        return feature(id, point(eastM, northM), "population", people);
    }

    private static Checked check(List<Feature> zones, List<Feature> points, List<Feature> lines, Feature... houses) {
        return new RegisterCheck(new Register(zones, points, lines, List.of(houses), List.of()), RULES).check();
    }

    private static List<Code> codes(Checked checked, String id) {
        List<Code> codes = new ArrayList<>();
        checked.findings().stream().filter(one -> one.hazard().id().equals(id)).forEach(one -> codes.add(one.code()));
        return codes;
    }

    @Test
    void a_zones_people_are_those_in_it_and_those_its_points_threaten_each_once() {
        //  zone 200 m wide around 0; two points at its eastern edge reach 200 m; a gully line reaches 50 m
        Feature zone = feature("z", square(0, 0, 100), "threatened_persons", "60", "danger_grade", "小型");
        Feature p1 = feature("p1", point(90, 0), "zone_id", "z", "threatened_persons", "10");
        Feature p2 = feature("p2", point(90, 20), "zone_id", "z", "threatened_persons", "10");
        Feature line = feature(
                "l", "LINESTRING(%s %s, %s %s)".formatted(119 - 400 * EAST, 30, 119 - 90 * EAST, 30), "zone_id", "z");
        Checked checked = check(
                List.of(zone),
                List.of(p1, p2),
                List.of(line),
                house("in-zone-and-near-both", 50, 0, 20),
                house("near-both-points", 250, 10, 30),
                house("near-the-line", -300, 40, 7),
                house("far", 900, 0, 1000));
        Row row = checked.rows().get(0);
        assertThat(row.counted()).isEqualTo(20 + 30 + 7);
        assertThat(row.inZone()).isEqualTo(20);
        // zone 20, each point 20 + 30, line 7: added up hazard by hazard
        assertThat(row.naive()).isEqualTo(20 + 50 + 50 + 7);
        assertThat(row.settlements()).containsExactly("in-zone-and-near-both", "near-both-points", "near-the-line");
        assertThat(row.persons().difference(row.counted())).isEqualTo(-3);
        assertThat(checked.counted()).isEqualTo(57);
        assertThat(row.gradeByCount()).isEqualTo("小型");
        assertThat(codes(checked, "z")).isEmpty(); // 3 of 60 lie within the tolerance of a fifth
    }

    @Test
    void people_of_two_zones_are_counted_once_in_all() {
        Feature a = feature("a", square(0, 0, 100));
        Feature b = feature("b", square(50, 0, 100));
        Checked checked =
                check(List.of(a, b), List.of(), List.of(), house("both", 20, 0, 8), house("b-only", 130, 0, 5));
        assertThat(checked.rows()).extracting(Row::counted).containsExactly(8L, 13L);
        assertThat(checked.added()).isEqualTo(21);
        assertThat(checked.counted()).isEqualTo(13);
    }

    @Test
    void links_that_do_not_hold_are_named() {
        Feature a = feature("a", square(0, 0, 100), "threatened_persons", "20", "risk", "low");
        Feature b = feature("b", square(1000, 0, 100), "threatened_persons", "20");
        Checked checked = check(
                List.of(a, b),
                List.of(
                        feature("fine", point(0, 0), "zone_id", "a", "threatened_persons", "5"),
                        feature("beside", point(149, 0), "zone_id", "a", "threatened_persons", "5"),
                        feature("away", point(160, 0), "zone_id", "a", "threatened_persons", "5"),
                        feature("in-b", point(1000, 0), "zone_id", "a", "threatened_persons", "5"),
                        feature("no-zone", point(0, 0), "zone_id", "c", "threatened_persons", "5"),
                        feature("free", point(1000, 10), "threatened_persons", "5"),
                        feature("more", point(0, 10), "zone_id", "a", "threatened_persons", "21", "risk", "medium")),
                List.of());
        assertThat(codes(checked, "fine")).isEmpty();
        assertThat(codes(checked, "beside")).isEmpty();
        assertThat(codes(checked, "away")).containsExactly(Code.OUTSIDE_ZONE);
        assertThat(codes(checked, "in-b")).containsExactly(Code.IN_OTHER_ZONE);
        assertThat(codes(checked, "no-zone")).contains(Code.ZONE_MISSING);
        assertThat(codes(checked, "free")).contains(Code.NOT_LINKED);
        assertThat(codes(checked, "more")).containsExactly(Code.PART_EXCEEDS_ZONE, Code.RISK_BELOW_PART);
        assertThat(codes(checked, "b")).contains(Code.ZONE_EMPTY);
        assertThat(checked.findings().stream()
                        .filter(one -> one.code() == Code.OUTSIDE_ZONE)
                        .findFirst()
                        .orElseThrow()
                        .detail())
                .isEqualTo("60");
    }

    @Test
    void grades_follow_the_persons_and_the_property_whichever_is_higher() {
        assertThat(GRADES.of(99.0, null)).isEqualTo("小型");
        assertThat(GRADES.of(100.0, null)).isEqualTo("中型");
        assertThat(GRADES.of(1000.0, 1.0)).isEqualTo("特大型");
        assertThat(GRADES.of(3.0, 5000.0)).isEqualTo("大型");
        assertThat(GRADES.of(null, null)).isNull();
        Feature wrong = feature("wrong", square(0, 0, 100), "threatened_persons", "120", "danger_grade", "小型");
        Feature short_ = feature("short", square(2000, 0, 100), "threatened_persons", "40", "danger_grade", "小型");
        Checked checked =
                check(List.of(wrong, short_), List.of(), List.of(), house("a", 0, 0, 120), house("b", 2000, 0, 640));
        assertThat(codes(checked, "wrong")).containsExactly(Code.ZONE_EMPTY, Code.GRADE_WRONG, Code.GRADE_BY_COUNT);
        assertThat(codes(checked, "short")).containsExactly(Code.ZONE_EMPTY, Code.GRADE_BY_COUNT, Code.PERSONS_DIFFER);
        assertThat(checked.rows().get(1).gradeByCount()).isEqualTo("大型");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"120, 120, 120", "1~4戶, 1, 4", "10－19人, -, -", "10-19人, 10, 19", "100人以上, 100, -", "無, -, -"})
    void a_register_says_numbers_in_words(String words, @Nullable Double least, @Nullable Double most) {
        Registered registered = Registered.of(words);
        assertThat(registered.least()).isEqualTo(least);
        assertThat(registered.most()).isEqualTo(most);
    }

    @Test
    void a_range_differs_only_outside_of_itself() {
        Registered range = Registered.of("10~19");
        assertThat(range.difference(15)).isZero();
        assertThat(range.difference(7)).isEqualTo(-3);
        assertThat(range.difference(25)).isEqualTo(6);
        assertThat(Registered.of("許多").difference(5)).isNull();
    }

    @Test
    void treatment_that_is_late_or_missing_is_told_on_its_day() {
        List<Feature> zones = List.of(
                feature("a", square(0, 0, 9), "risk", "high", "threatened_persons", "0"),
                feature(
                        "b",
                        square(99, 0, 9),
                        "treatment",
                        "engineering",
                        "treatment_state",
                        "under_way",
                        "treatment_due",
                        "2026-05-31",
                        "threatened_persons",
                        "0"),
                feature(
                        "c",
                        square(199, 0, 9),
                        "treatment",
                        "engineering",
                        "treatment_state",
                        "under_way",
                        "treatment_due",
                        "2026-06-01T00:00Z",
                        "threatened_persons",
                        "0"),
                feature(
                        "d",
                        square(299, 0, 9),
                        "treatment",
                        "relocation",
                        "treatment_state",
                        "done",
                        "treatment_due",
                        "2025-01-01",
                        "threatened_persons",
                        "0"));
        Checked checked = check(zones, List.of(), List.of());
        assertThat(codes(checked, "a")).contains(Code.NO_TREATMENT);
        assertThat(codes(checked, "b")).contains(Code.TREATMENT_OVERDUE);
        assertThat(codes(checked, "c")).doesNotContain(Code.TREATMENT_OVERDUE);
        assertThat(codes(checked, "d")).doesNotContain(Code.TREATMENT_OVERDUE);
        Feature someday = feature("e", square(0, 0, 9), "treatment_due", "someday");
        assertThatThrownBy(() -> check(List.of(someday), List.of(), List.of()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("someday");
    }
}
