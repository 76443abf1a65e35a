package org.riskmap.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskmap.TestDatabase;
import org.riskmap.ingest.LoadReport.TableReport;

/**
 * To which area a record belongs, and what is joined to it. Two towns of 0.1° beside each other, each with two villages of
 * half its height; both towns have a village called 上坪.
 *
 * <pre>
 *   甲镇         乙镇
 *   上坪 A1     上坪 B1     27.05 – 27.10
 *   下坪 A2     沙洋 B2     27.00 – 27.05
 *   119.0       119.1      119.2
 * </pre>
 */
class BelongingTest {

    @AutoClose
    private static final TestDatabase test = TestDatabase.create();

    @TempDir
    private Path parent;

    private LoadFixture load;

    @BeforeEach
    void create() {
        load = new LoadFixture(test, parent, "county");
        area("A", "甲镇", "township", null, 119.0, 27.0, 119.1, 27.1);
        area("B", "乙镇", "township", null, 119.1, 27.0, 119.2, 27.1);
        area("A1", "上坪", "village", "A", 119.0, 27.05, 119.1, 27.1);
        area("A2", "下坪", "village", "A", 119.0, 27.0, 119.1, 27.05);
        area("B1", "上坪", "village", "B", 119.1, 27.05, 119.2, 27.1);
        area("B2", "沙洋", "village", "B", 119.1, 27.0, 119.2, 27.05);
        load.profile("""
                - match: s.csv
                  crs: EPSG:4490
                  tables:
                    - target: settlement
                      id: id
                      geometry: {x: x, y: y}
                      columns:
                        admin_code: {admin: village, name: village, within: town}
                """);
    }

    private void area(String code, String name, String level, String above, double w, double s, double e, double n) {
        test.database()
                .client()
                .sql("insert into risk.admin_area (id, code, name, level, parent_code, geom, source) "
                        + "values (?, ?, ?, ?, ?, st_multi(st_makeenvelope(?, ?, ?, ?, 4490)), 'areas')")
                .params(code, code, name, level, above, w, s, e, n)
                .update();
    }

    private String codeOf(String record) {
        load.write("s.csv", "id,x,y,town,village\n" + record + "\n");
        assertThat(LoadFixture.only(load.load()).loaded()).isEqualTo(1);
        return load.text("select coalesce(admin_code, 'none') from risk.settlement");
    }

    private String warningOf(String record) {
        load.write("s.csv", "id,x,y,town,village\n" + record + "\n");
        return String.join("", LoadFixture.warnings(LoadFixture.only(load.load())));
    }

    @Test
    void the_area_that_a_record_names_counts() {
        assertThat(codeOf("1,119.05,27.02,某县甲镇,下坪")).isEqualTo("A2");
        assertThat(warningOf("1,119.05,27.02,某县甲镇,下坪")).isEmpty();
    }

    @Test
    void a_name_that_two_towns_have_is_told_apart_by_the_town() {
        assertThat(codeOf("1,119.15,27.07,乙镇,上坪")).isEqualTo("B1");
    }

    @Test
    void a_record_that_lies_elsewhere_than_it_says_keeps_its_word_and_is_reported() {
        assertThat(codeOf("1,119.15,27.02,甲镇,下坪")).isEqualTo("A2");
        assertThat(warningOf("1,119.15,27.02,甲镇,下坪")).isEqualTo("1 × it names the village 'A2' and lies in 'B2'");
    }

    @Test
    void a_name_that_nobody_has_gives_way_to_the_place() {
        assertThat(codeOf("1,119.15,27.02,乙镇,沙羊")).isEqualTo("B2");
        assertThat(warningOf("1,119.15,27.02,乙镇,沙羊"))
                .isEqualTo("1 × no one village is called '沙羊'; the one that it lies in was taken");
    }

    @Test
    void without_a_name_the_place_counts() {
        assertThat(codeOf("1,119.05,27.07,,")).isEqualTo("A1");
    }

    @Test
    void a_record_in_no_area_is_loaded_without_and_reported() {
        assertThat(codeOf("1,119.3,27.3,,")).isEqualTo("none");
        assertThat(warningOf("1,119.3,27.3,,")).isEqualTo("1 × no village is known that it belongs to");
    }

    @Test
    void without_an_area_in_the_profile_records_must_lie_near_the_areas_that_are_loaded() {
        load.write("s.csv", "id,x,y,town,village\n1,119.05,27.07,,\n2,121,27.07,,\n3,27.07,119.05,,\n");
        TableReport report = LoadFixture.only(load.load());
        assertThat(LoadFixture.reasons(report))
                .containsExactlyInAnyOrder(
                        "1 × its position 121.00000, 27.07000 lies outside the area 118.5 26.5 to 119.7 27.6",
                        "1 × longitude and latitude are swapped: 27.07, 119.05");
    }

    @Test
    void points_shifted_as_web_maps_shift_them_raise_a_suspicion_and_stay_where_they_are() {
        StringBuilder csv = new StringBuilder("id,x,y,town,village\n");
        Random random = new Random(7);
        // 27 points within 300 m of the border between 上坪 and 下坪: GCJ-02 moves them some 300 m south, 500 m east here
        for (int i = 0; i < 40; i++) {
            double x = 119.01 + 0.08 * random.nextDouble();
            double y = 27.05 + 0.002 * random.nextDouble();
            double[] shifted = Gcj02.shifted(x, y);
            csv.append(String.format(Locale.ROOT, "%d,%.7f,%.7f,甲镇,上坪%n", i, shifted[0], shifted[1]));
        }
        load.write("s.csv", csv.toString());
        LoadReport report = load.load();
        assertThat(LoadFixture.only(report).loaded()).isEqualTo(40);
        assertThat(report.files().get(0).notes()).singleElement().asString().contains("look like GCJ-02");
        load.write("s.csv", csv.toString().replaceAll("(?m),甲镇,上坪", ",,"));
        assertThat(load.load().files().get(0).notes()).isEmpty();
    }

    @Test
    void the_shift_of_web_maps_is_undone_to_two_metres() {
        // the pair of positions that eviltransform's tests use
        double[] shanghai = {121.5272106, 31.1774276};
        double[] onAWebMap = {121.531541859215, 31.17530398364597};
        assertThat(Gcj02.shifted(shanghai[0], shanghai[1])[0]).isCloseTo(onAWebMap[0], within(1e-9));
        assertThat(Gcj02.shifted(shanghai[0], shanghai[1])[1]).isCloseTo(onAWebMap[1], within(1e-9));
        double leftM = test.database().inTransaction(client -> {
            client.sql(Loader.functions()).update();
            return client.sql("select st_distance(pg_temp.from_gcj02(st_point(?, ?, 4490))::geography, "
                            + "st_point(?, ?, 4490)::geography)")
                    .params(onAWebMap[0], onAWebMap[1], shanghai[0], shanghai[1])
                    .query(Double.class)
                    .single();
        });
        assertThat(leftM).isLessThan(2);
    }

    @Test
    void fields_of_another_file_are_joined_by_key_and_what_has_no_partner_is_told() {
        load.profile("""
                - match: s.csv
                  crs: EPSG:4490
                  joins:
                    people: {file: people.csv, on: id, key: {field: code, replace: {"-": ""}}}
                  tables:
                    - {target: settlement, id: id, geometry: {x: x, y: y}, columns: {population: {join: people, field: n}}}
                """);
        load.write("s.csv", "id,x,y\nA1,119.05,27.07\nA2,119.05,27.02\n");
        load.write("people.csv", "code,n\nA-1,120\nA-9,5\n\"x,3\n");
        LoadReport report = load.load();
        assertThat(load.number("select population from risk.settlement where id = 'A1'"))
                .isEqualTo(120);
        assertThat(load.number("select count(*) from risk.settlement where id = 'A2' and population is null"))
                .isEqualTo(1);
        assertThat(LoadFixture.warnings(LoadFixture.only(report)))
                .containsExactly("1 × no record of people.csv belongs to it");
        assertThat(report.files().get(0).notes())
                .containsExactly(
                        "1 lines of people.csv could not be read (kept in risk.import_reject)",
                        "1 records of people.csv belong to no record of s.csv");
        assertThat(load.text("select file || line from risk.import_reject")).isEqualTo("people.csv4");
        assertThat(report.notLoaded()).containsEntry("people.csv", "read together with s.csv");
    }

    @Test
    void a_join_whose_key_is_not_unique_fails_the_file() {
        load.profile("""
                - match: s.csv
                  crs: EPSG:4490
                  joins:
                    people: {file: people.csv, on: id, key: code}
                  tables:
                    - {target: settlement, id: id, geometry: {x: x, y: y}, columns: {population: {join: people, field: n}}}
                """);
        load.write("s.csv", "id,x,y\nA1,119.05,27.07\n").write("people.csv", "code,n\nA1,120\nA1,121\n");
        assertThat(load.load().files().get(0).failure())
                .contains("people.csv: its key 'A1' belongs to several records");
    }
}
