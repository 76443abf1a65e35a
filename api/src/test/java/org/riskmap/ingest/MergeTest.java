package org.riskmap.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskmap.TestDatabase;
import org.riskmap.ingest.LoadReport.TableReport;

/** What a load does to rows that are there already. */
class MergeTest {

    @AutoClose
    private static final TestDatabase test = TestDatabase.create();

    @TempDir
    private Path parent;

    private LoadFixture load;

    @BeforeEach
    void create() {
        load = new LoadFixture(test, parent, "town").profile("""
                - match: shelters.csv
                  crs: EPSG:4490
                  tables:
                    - {target: shelter, id: id, geometry: {x: x, y: y}, columns: {name: name, capacity: places}}
                - match: stations*.csv
                  crs: EPSG:4490
                  tables:
                    - {target: rescue_station, id: id, geometry: {x: x, y: y}, columns: {name: name}}
                """);
        load.write("shelters.csv", "id,name,x,y,places\na,甲,119.5,27.5,10\nb,乙,119.6,27.6,20\n");
    }

    private static String counts(TableReport table) {
        return table.added() + " new, " + table.changed() + " changed, " + table.unchanged() + " as before";
    }

    @Test
    void loading_the_same_again_changes_nothing() {
        assertThat(counts(LoadFixture.only(load.load()))).isEqualTo("2 new, 0 changed, 0 as before");
        String before = load.text("select string_agg(s::text, ' ' order by id) from risk.shelter s");
        long changes = load.number("select count(*) from risk.change");
        assertThat(counts(LoadFixture.only(load.load()))).isEqualTo("0 new, 0 changed, 2 as before");
        assertThat(load.text("select string_agg(s::text, ' ' order by id) from risk.shelter s"))
                .isEqualTo(before);
        assertThat(load.number("select count(*) from risk.change")).isEqualTo(changes);
    }

    @Test
    void a_record_that_changed_changes_its_row_and_what_the_profile_does_not_fill_stays() {
        load.load();
        load.execute("update risk.shelter set status = 'closed' where id = 'b'");
        load.write("shelters.csv", "id,name,x,y,places\na,甲,119.5,27.5,10\nb,乙,119.6,27.6,25\nc,丙,119.7,27.7,5\n");
        assertThat(counts(LoadFixture.only(load.load()))).isEqualTo("1 new, 1 changed, 1 as before");
        assertThat(load.text("select capacity || status from risk.shelter where id = 'b'"))
                .isEqualTo("25closed");
    }

    @Test
    void a_record_that_is_gone_stays_until_replace_takes_it_away() {
        load.load();
        load.write("shelters.csv", "id,name,x,y,places\na,甲,119.5,27.5,10\n");
        assertThat(load.load().removedEarlier()).isEmpty();
        assertThat(load.number("select count(*) from risk.shelter")).isEqualTo(2);
        LoadReport replaced = load.load(true, false);
        assertThat(replaced.removedEarlier()).isEqualTo(Map.of("shelter", 1L));
        assertThat(counts(LoadFixture.only(replaced))).isEqualTo("0 new, 0 changed, 1 as before");
        assertThat(load.number("select count(*) from risk.shelter")).isEqualTo(1);
    }

    @Test
    void replace_with_the_same_files_changes_nothing_although_several_fill_one_table() {
        load.write("stations1.csv", "id,name,x,y\np,P,119.5,27.5\n")
                .write("stations2.csv", "id,name,x,y\nq,Q,119.5,27.5\n");
        load.load();
        long changes = load.number("select count(*) from risk.change");
        assertThat(load.load(true, false).removedEarlier()).isEmpty();
        assertThat(load.number("select count(*) from risk.rescue_station")).isEqualTo(2);
        assertThat(load.number("select count(*) from risk.change")).isEqualTo(changes);
    }

    @Test
    void replace_takes_away_rows_of_files_that_are_gone_and_none_of_other_sources() throws Exception {
        load.write("stations1.csv", "id,name,x,y\np,P,119.5,27.5\n");
        load.load();
        load.execute("insert into risk.rescue_station (id, geom, source) values ('z', st_point(1, 1, 4490), 'other')");
        Files.delete(load.folder.resolve("stations1.csv"));
        assertThat(load.load(true, false).removedEarlier()).isEqualTo(Map.of("rescue_station", 1L));
        assertThat(load.text("select string_agg(id, ',') from risk.rescue_station"))
                .isEqualTo("z");
    }

    @Test
    void replace_takes_nothing_away_when_a_file_failed() {
        load.write("stations1.csv", "id,name,x,y\np,P,119.5,27.5\n");
        load.load();
        load.write("stations1.csv", "other,fields\n1,2\n");
        load.write("shelters.csv", "id,name,x,y,places\na,甲,119.5,27.5,10\n");
        LoadReport report = load.load(true, false);
        assertThat(report.succeeded()).isFalse();
        assertThat(report.removedEarlier()).isEmpty();
        assertThat(report.notes()).contains("--replace deleted nothing, because a file failed");
        assertThat(load.number("select count(*) from risk.shelter")).isEqualTo(2);
        assertThat(load.number("select count(*) from risk.rescue_station")).isEqualTo(1);
    }

    @Test
    void a_file_that_fails_leaves_the_others_loaded() {
        load.write("stations1.csv", "id,x,y\np,119.5,27.5\n");
        LoadReport report = load.load();
        assertThat(report.succeeded()).isFalse();
        assertThat(report.files().get(1).failure()).contains("stations1.csv: it has no field 'name'; it has id, x, y");
        assertThat(load.number("select count(*) from risk.shelter")).isEqualTo(2);
    }

    @Test
    void a_dry_run_reports_the_same_and_changes_nothing() {
        load.write("stations1.csv", "id,x,y\np,119.5,27.5\n");
        LoadReport dry = load.load(false, true);
        assertThat(dry.dryRun()).isTrue();
        assertThat(dry.loaded()).isEqualTo(2);
        assertThat(dry.files()).isEqualTo(load.load(false, true).files());
        assertThat(load.number("select count(*) from risk.shelter")).isZero();
        assertThat(load.number("select count(*) from risk.change")).isZero();
        assertThat(dry.files()).isEqualTo(load.load().files());
    }

    @Test
    void rejects_of_an_earlier_load_of_the_file_are_replaced() {
        load.write("shelters.csv", "id,name,x,y,places\na,甲,119.5,27.5,-1\nb,乙,119.6,27.6,-2\n");
        load.load();
        assertThat(load.number("select count(*) from risk.import_reject")).isEqualTo(2);
        load.write("shelters.csv", "id,name,x,y,places\na,甲,119.5,27.5,1\nb,乙,119.6,27.6,-2\n");
        load.load();
        assertThat(load.number("select count(*) from risk.import_reject")).isEqualTo(1);
        load.write("shelters.csv", "id,name,x,y,places\na,甲,119.5,27.5,1\nb,乙,119.6,27.6,2\n");
        load.load();
        assertThat(load.number("select count(*) from risk.import_reject")).isZero();
    }

    @Test
    void the_first_rows_of_other_data_send_the_demo_county_away() {
        load.execute("insert into risk.river (id, geom, source) "
                + "values ('d1', st_multi(st_geomfromtext('linestring(0 0, 1 1)', 4490)), 'demo')");
        load.execute(
                "insert into risk.shelter (id, geom, capacity, source) values ('a', st_point(1, 1, 4490), 1, 'demo')");
        LoadReport report = load.load();
        assertThat(report.removedDemo()).isEqualTo(Map.of("river", 1L, "shelter", 1L));
        assertThat(LoadFixture.only(report).added()).isEqualTo(2);
        assertThat(load.number("select count(*) from risk.shelter where source = 'demo'"))
                .isZero();
        assertThat(load.load().removedDemo()).isEmpty();
    }

    @Test
    void the_demo_county_stays_when_nothing_can_be_loaded_or_in_a_dry_run() {
        load.execute(
                "insert into risk.shelter (id, geom, capacity, source) values ('d', st_point(1, 1, 4490), 1, 'demo')");
        assertThat(load.load(false, true).removedDemo()).isEqualTo(Map.of("shelter", 1L));
        load.write("shelters.csv", "id,name,x,y,places\na,甲,119.5,27.5,-1\n");
        LoadReport report = load.load();
        assertThat(report.succeeded()).isFalse();
        assertThat(report.removedDemo()).isEmpty();
        assertThat(load.number("select count(*) from risk.shelter where source = 'demo'"))
                .isEqualTo(1);
    }

    @Test
    void a_file_is_a_source_of_its_own() {
        LoadReport report = new Loader(load.test.database(), load.rasters)
                .load(new LoadRequest(load.folder.resolve("shelters.csv"), null, false, false));
        assertThat(report.source()).isEqualTo("shelters.csv");
        assertThat(load.text("select distinct source from risk.shelter")).isEqualTo("shelters.csv");
    }

    @Test
    void every_other_file_of_the_folder_is_listed_with_the_reason() throws Exception {
        load.write("notes.txt", "x");
        Files.createDirectory(load.folder.resolve("more"));
        assertThat(load.load().notLoaded())
                .isEqualTo(
                        Map.of("notes.txt", "the profile has no rule for it", "more", "a folder; load it by itself"));
    }

    @Test
    void records_without_an_id_get_one_from_source_and_content() {
        load.profile("""
                - match: shelters.csv
                  crs: EPSG:4490
                  tables:
                    - {target: shelter, geometry: {x: x, y: y}, columns: {name: name, capacity: places}}
                """);
        load.load();
        assertThat(load.number("select count(*) from risk.shelter where id ~ '^[0-9a-f]{32}$'"))
                .isEqualTo(2);
        assertThat(counts(LoadFixture.only(load.load()))).isEqualTo("0 new, 0 changed, 2 as before");
    }
}
