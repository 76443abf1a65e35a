package org.riskmap.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskmap.TestDatabase;
import org.riskmap.ingest.LoadReport.TableReport;

/** Why a record is not loaded: each reason, told with the record's line, and the records around it loaded. */
class RejectsTest {

    @AutoClose
    private static final TestDatabase test = TestDatabase.create();

    @TempDir
    private Path parent;

    private LoadFixture load;

    @BeforeEach
    void create() {
        load = new LoadFixture(test, parent, "town");
        load.write("riskmap.yaml", """
                title: shelters
                area: [119, 27, 120, 28]
                files:
                  - match: s.csv
                    crs: EPSG:4490
                    tables:
                      - target: shelter
                        id: code
                        geometry: {x: x, y: y}
                        columns:
                          name: name
                          capacity: places
                          tier: {field: tier, map: {县: county, 村: village}}
                          standardised: std
                          effective_area_m2: area
                          suited_hazards: {field: for, split: "、", map: {水: flood, 火: fire}}
                """);
    }

    private TableReport shelters(String... lines) {
        load.write("s.csv", "code,name,x,y,places,tier,std,area,for\n" + String.join("\n", lines) + "\n");
        TableReport report = LoadFixture.only(load.load());
        assertThat(report.read()).isEqualTo(lines.length).isEqualTo(report.loaded() + report.rejected());
        assertThat(load.number("select count(*) from risk.shelter")).isEqualTo(report.loaded());
        assertThat(load.number("select count(*) from risk.import_reject")).isEqualTo(report.rejected());
        return report;
    }

    private List<String> reasonsFor(String line) {
        TableReport report = shelters("good,a,119.5,27.5,10,县,是,100,水", line);
        assertThat(report.loaded()).isEqualTo(1);
        return LoadFixture.reasons(report);
    }

    @Test
    void a_complete_record_and_one_with_only_what_is_required_are_loaded() {
        TableReport report = shelters("A-1,甲,119.5,27.5,10,县,是,99.5,水、火", " B_2 ,,119.6,27.6, 0 ,,,,");
        assertThat(report.rejected()).isZero();
        assertThat(load.row(
                        "select id, capacity, tier, standardised, effective_area_m2, suited_hazards, status, source "
                                + "from risk.shelter where id = 'A-1'"))
                .isEqualTo(Map.of(
                        "id", "A-1",
                        "capacity", 10,
                        "tier", "county",
                        "standardised", true,
                        "effective_area_m2", 99.5,
                        "suited_hazards", "flood,fire",
                        "status", "open",
                        "source", "town"));
        assertThat(load.number("select count(*) from risk.shelter where id = 'B_2' and name is null and tier is null"))
                .isEqualTo(1);
    }

    @Test
    void a_rejected_record_keeps_its_values_its_line_and_all_its_reasons() {
        shelters("ok,a,119.5,27.5,1,,,,", "bad id,乙,119.5,27.5,many,省,,,");
        assertThat(load.text("select source || ' ' || file || ' ' || line || ' ' || target from risk.import_reject"))
                .isEqualTo("town s.csv 3 shelter");
        assertThat(load.text("select original ->> 'name' from risk.import_reject"))
                .isEqualTo("乙");
        assertThat(load.text("select original ->> 'places' from risk.import_reject"))
                .isEqualTo("many");
        assertThat(load.text("select array_to_string(reasons, '; ') from risk.import_reject"))
                .isEqualTo("id 'bad id' is not 1 to 64 of A-Z a-z 0-9 _ . -; capacity: 'many' is no whole number; "
                        + "tier: '省' is none of 县, 村");
    }

    @Test
    void an_empty_id() {
        assertThat(reasonsFor(",b,119.5,27.5,1,,,,")).containsExactly("1 × its id is empty");
    }

    @Test
    void an_id_of_more_than_64_characters() {
        assertThat(reasonsFor("x".repeat(65) + ",b,119.5,27.5,1,,,,"))
                .singleElement()
                .asString()
                .contains("is not 1 to 64 of");
    }

    @Test
    void a_required_value_that_is_empty() {
        assertThat(reasonsFor("b,b,119.5,27.5,,,,,")).containsExactly("1 × capacity is empty");
    }

    @Test
    void a_number_that_is_none() {
        assertThat(reasonsFor("b,b,119.5,27.5,12人,,,,")).containsExactly("1 × capacity: '12人' is no whole number");
        assertThat(reasonsFor("b,b,119.5,27.5,1.5,,,,")).containsExactly("1 × capacity: '1.5' is no whole number");
        assertThat(reasonsFor("b,b,119.5,27.5,99999999999,,,,"))
                .containsExactly("1 × capacity: '99999999999' is no whole number");
        assertThat(reasonsFor("b,b,119.5,27.5,1,,,1 200,"))
                .containsExactly("1 × effective_area_m2: '1 200' is no number");
    }

    @Test
    void a_whole_number_as_spreadsheets_write_it_is_taken() {
        assertThat(shelters("a,a,119.5,27.5,120.0,,,,").loaded()).isEqualTo(1);
    }

    @Test
    void a_number_below_what_the_table_allows() {
        assertThat(reasonsFor("b,b,119.5,27.5,-5,,,,"))
                .containsExactly("1 × capacity: -5 breaks the rule (capacity >= 0)");
    }

    @Test
    void a_word_that_the_profile_does_not_know() {
        assertThat(reasonsFor("b,b,119.5,27.5,1,市,,,")).containsExactly("1 × tier: '市' is none of 县, 村");
        assertThat(reasonsFor("b,b,119.5,27.5,1,,,,水、雪")).containsExactly("1 × suited_hazards: '水、雪' is none of 水, 火");
        assertThat(reasonsFor("b,b,119.5,27.5,1,,maybe,,"))
                .containsExactly("1 × standardised: 'maybe' is neither yes nor no");
    }

    @Test
    void no_position() {
        assertThat(reasonsFor("b,b,,27.5,1,,,,")).containsExactly("1 × it has no geometry");
        assertThat(reasonsFor("b,b,东,27.5,1,,,,")).containsExactly("1 × it has no geometry");
    }

    @Test
    void a_position_outside_the_area() {
        assertThat(reasonsFor("b,b,121.5,27.5,1,,,,"))
                .containsExactly("1 × its position 121.50000, 27.50000 lies outside the area 119 27 to 120 28");
        assertThat(reasonsFor("b,b,0,0,1,,,,")).singleElement().asString().contains("lies outside the area");
    }

    @Test
    void longitude_and_latitude_swapped() {
        assertThat(reasonsFor("b,b,27.5,119.5,1,,,,"))
                .containsExactly("1 × longitude and latitude are swapped: 27.5, 119.5");
    }

    @Test
    void swapped_where_both_orders_are_possible_on_earth() {
        load.write("riskmap.yaml", """
                title: shelters in the west, where longitudes are below 90
                area: [80, 40, 85, 45]
                files:
                  - match: s.csv
                    crs: EPSG:4490
                    tables:
                      - {target: shelter, id: code, geometry: {x: x, y: y}, columns: {capacity: places}}
                """);
        assertThat(LoadFixture.reasons(shelters("b,b,42,82,1,,,,")))
                .singleElement()
                .asString()
                .contains("lies outside the area")
                .endsWith("and would lie inside with longitude and latitude swapped");
    }

    @Test
    void metres_where_degrees_are_declared() {
        assertThat(reasonsFor("b,b,547627.38,3458800.04,1,,,,"))
                .containsExactly(
                        "1 × its position 547627.38, 3458800.04 is not in degrees, though EPSG:4490 counts in degrees");
    }

    @Test
    void a_line_with_a_quote_too_many_is_rejected_alone() {
        TableReport report = shelters("a,a,119.5,27.5,1,,,,", "b,\"b,119.5,27.5,1,,,,", "c,c,119.5,27.5,1,,,,");
        assertThat(LoadFixture.reasons(report))
                .containsExactly("1 × a quotation mark opens a value and none closes it");
        assertThat(report.reasons().get(0).firstLines()).containsExactly(3L);
        assertThat(report.loaded()).isEqualTo(2);
        assertThat(load.text("select original ->> 'text' from risk.import_reject"))
                .isEqualTo("b,\"b,119.5,27.5,1,,,,");
    }

    @Test
    void an_id_that_comes_twice_is_loaded_once() {
        TableReport report = shelters("a,first,119.5,27.5,1,,,,", "b,b,119.5,27.5,1,,,,", "a,second,119.5,27.5,1,,,,");
        assertThat(LoadFixture.reasons(report)).containsExactly("1 × id 'a' is already that of line 2");
        assertThat(load.text("select name from risk.shelter where id = 'a'")).isEqualTo("first");
    }

    @Test
    void an_id_of_another_source_is_not_taken_over() {
        load.execute(
                "insert into risk.shelter (id, geom, capacity, source) values ('a', st_point(119.1, 27.1, 4490), 7, 'other')");
        load.write("s.csv", "code,name,x,y,places,tier,std,area,for\na,a,119.5,27.5,1,,,,\n");
        assertThat(LoadFixture.reasons(LoadFixture.only(load.load())))
                .containsExactly("1 × id 'a' is already that of a row of the source 'other'");
        assertThat(load.number("select capacity from risk.shelter where id = 'a'"))
                .isEqualTo(7);
    }

    @Test
    void kinds_of_reasons_are_counted_with_their_first_lines() {
        String[] lines = new String[30];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "s" + i + ",x,119.5,27.5," + (i < 12 ? "-" + (i + 1) : "1") + ",,,,";
        }
        TableReport report = shelters(lines);
        assertThat(LoadFixture.reasons(report)).containsExactly("12 × capacity: -1 breaks the rule (capacity >= 0)");
        assertThat(report.reasons().get(0).firstLines()).containsExactly(2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void dates_that_are_none_are_rejected_and_others_are_moments_in_their_zone() {
        load.write("riskmap.yaml", """
                title: fires
                files:
                  - match: s.csv
                    crs: EPSG:4490
                    tables:
                      - target: fire_point
                        id: code
                        geometry: {x: x, y: y}
                        columns:
                          detected_at: {field: at, time: YYYY-MM-DD HH24MI, zone: Asia/Shanghai}
                """);
        load.write(
                "s.csv",
                "code,x,y,at\na,119.5,27.5,2024-02-29 0130\nb,119.5,27.5,2023-02-29 0130\nc,119.5,27.5,yesterday\nd,119.5,27.5,\n");
        TableReport report = LoadFixture.only(load.load());
        assertThat(LoadFixture.reasons(report))
                .containsExactly("2 × detected_at: '2023-02-29 0130' is no date or time of the form YYYY-MM-DD HH24MI");
        assertThat(load.number("select count(*) from risk.fire_point where detected_at = '2024-02-28 17:30:00+00'"))
                .isEqualTo(1);
        assertThat(report.loaded()).isEqualTo(2);
    }
}
