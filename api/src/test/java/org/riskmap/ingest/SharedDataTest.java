package org.riskmap.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskmap.TestDatabase;
import org.riskmap.ingest.LoadReport.FileReport;
import org.riskmap.ingest.LoadReport.TableReport;

/** Real files of two regions. Expected numbers are those of the files' own descriptions, or counted by ogrinfo. */
@Tag("shared-data")
class SharedDataTest {

    @AutoClose
    private static TestDatabase test;

    private static Loader loader;
    private static LoadReport hualien;
    private static LoadReport andorra;

    @TempDir
    static Path rasters;

    @BeforeAll
    static void load() {
        test = TestDatabase.create();
        loader = new Loader(test.database(), rasters);
        hualien = loader.load(new LoadRequest(folder("hualien"), null, false, false));
        andorra = loader.load(new LoadRequest(folder("andorra"), null, false, false));
    }

    private static Path folder(String name) {
        String shared = System.getenv().getOrDefault("RISKMAP_SHARED_DATA", "../../shared/data");
        Path folder = Path.of(shared).resolve(name);
        assertThat(Files.isDirectory(folder))
                .as("RISKMAP_SHARED_DATA must name the folder of the real data; there is no %s", folder)
                .isTrue();
        return folder;
    }

    private static long number(String sql) {
        return test.database().client().sql(sql).query(Long.class).single();
    }

    private static String tables(LoadReport report, String file) {
        FileReport found = report.files().stream()
                .filter(one -> one.file().equals(file))
                .findFirst()
                .orElseThrow();
        assertThat(found.failure()).isNull();
        return found.tables().stream()
                .map(table -> table.table() + " " + table.read() + "/" + table.loaded() + "/" + table.rejected())
                .collect(Collectors.joining(", "));
    }

    @Test
    void hualien_is_recognised_by_its_file_names_and_every_file_is_accounted_for() {
        assertThat(hualien.profile()).startsWith("hualien (shipped; its file names match)");
        assertThat(hualien.source()).isEqualTo("hualien");
        assertThat(hualien.succeeded()).isTrue();
        assertThat(hualien.files()).hasSize(11);
        assertThat(hualien.notLoaded())
                .containsOnlyKeys(
                        "SOURCE.md",
                        "debris_rain_alert_units.csv",
                        "highway_mileposts.geojson",
                        "nasa_glc_landslide_events.csv",
                        "slopeland.geojson",
                        "village_population_2021-03.csv");
    }

    @Test
    void every_file_of_hualien_is_read_loaded_and_rejected_as_described() {
        assertThat(tables(hualien, "county.geojson")).isEqualTo("admin_area 1/1/0");
        assertThat(tables(hualien, "townships.geojson")).isEqualTo("admin_area 13/13/0");
        assertThat(tables(hualien, "villages.geojson")).isEqualTo("admin_area 176/176/0, settlement 176/176/0");
        assertThat(tables(hualien, "shelters.csv")).isEqualTo("shelter 198/198/0");
        assertThat(tables(hualien, "hazard_zones_special_swc_districts.geojson"))
                .isEqualTo("geohazard_zone 15/15/0");
        assertThat(tables(hualien, "debris_flow_streams.geojson")).isEqualTo("geohazard_line 178/178/0");
        assertThat(tables(hualien, "large_scale_landslide_sites.geojson")).isEqualTo("geohazard_point 11/11/0");
        assertThat(tables(hualien, "fires_modis_2016-2022.csv")).isEqualTo("fire_point 353/353/0");
        assertThat(tables(hualien, "fire_stations_big5.csv")).isEqualTo("rescue_station 28/28/0");
        assertThat(tables(hualien, "police_stations_epsg3826.csv")).isEqualTo("rescue_station 73/73/0");
        assertThat(tables(hualien, "main_roads_from_mileposts.geojson")).isEqualTo("road 11/11/0");
    }

    @Test
    void people_are_those_of_the_population_register() {
        assertThat(number("select sum(population) from risk.settlement where source = 'hualien'"))
                .isEqualTo(323_666);
        assertThat(number("select sum(population) from risk.admin_area where source = 'hualien' and level = 'village'"))
                .isEqualTo(323_666);
    }

    @Test
    void every_settlement_lies_on_the_surface_of_its_village() {
        assertThat(number("""
                        select count(*) from risk.settlement s join risk.admin_area a on a.code = s.admin_code
                        where a.level = 'village' and st_contains(a.geom, s.geom) and a.population = s.population
                        """)).isEqualTo(176);
    }

    @Test
    void areas_form_three_levels_without_gaps() {
        assertThat(number("""
                        select count(*) from risk.admin_area v
                             join risk.admin_area t on t.code = v.parent_code and t.level = 'township'
                             join risk.admin_area c on c.code = t.parent_code and c.level = 'county'
                        where v.level = 'village' and c.name = '花蓮縣'
                        """)).isEqualTo(176);
    }

    @Test
    void shelters_have_the_places_of_the_register_and_eight_have_none() {
        assertThat(number("select sum(capacity) from risk.shelter where source = 'hualien'"))
                .isEqualTo(20_561);
        assertThat(number("select count(*) from risk.shelter where capacity = 0"))
                .isEqualTo(8);
        assertThat(number("select max(capacity) from risk.shelter")).isEqualTo(1300);
        assertThat(number("select count(*) from risk.shelter where status = 'open' and admin_code is not null"))
                .isEqualTo(198);
        // 水災,土石流: 63 rows in the file
        assertThat(number("select count(*) from risk.shelter where suited_hazards = 'flood,geohazard'"))
                .isEqualTo(63);
    }

    @Test
    void twelve_shelters_that_lie_in_another_village_than_they_name_are_reported() {
        TableReport shelters = hualien.files().stream()
                .filter(file -> file.file().equals("shelters.csv"))
                .findFirst()
                .orElseThrow()
                .tables()
                .get(0);
        assertThat(shelters.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.count()).isEqualTo(12);
            assertThat(warning.example()).startsWith("it names the village");
        });
    }

    @Test
    void stations_stand_where_their_files_say_in_degrees_and_in_metres() {
        // 花蓮縣警察局 at 313101.1032, 2654408.665 in EPSG:3826; gdaltransform gives 121.620169 23.993198
        assertThat(number("""
                        select count(*) from risk.rescue_station
                        where name = '花蓮縣警察局' and st_distance(geom::geography, st_point(121.620169, 23.993198, 4490)::geography) < 1
                        """)).isEqualTo(1);
        assertThat(number("""
                        select count(*) from risk.rescue_station
                        where name = '花蓮縣消防局光復分隊' and geom = st_point(121.42482, 23.665755, 4490)
                        """)).isEqualTo(1);
    }

    @Test
    void risks_are_translated_and_classes_in_words_stay_words() {
        assertThat(number("select count(*) from risk.geohazard_line where risk = 'high'"))
                .isEqualTo(55);
        assertThat(number("select count(*) from risk.geohazard_line where risk = 'medium'"))
                .isEqualTo(47);
        assertThat(number("select count(*) from risk.geohazard_line where risk = 'low'"))
                .isEqualTo(51);
        assertThat(number("select count(*) from risk.geohazard_line where risk = 'watch'"))
                .isEqualTo(25);
        assertThat(number("select count(*) from risk.geohazard_line where threatened_households = '1~4戶'"))
                .isEqualTo(53);
        assertThat(number("select count(*) from risk.geohazard_zone where risk is null"))
                .isEqualTo(7);
    }

    @Test
    void fires_carry_their_moment_in_utc() {
        assertThat(number("select count(*) from risk.fire_point where detected_at = '2016-03-06 02:44:00+00'"))
                .isEqualTo(3);
        assertThat(
                        number(
                                "select count(*) from risk.fire_point where extract(year from detected_at at time zone 'UTC') = 2021"))
                .isEqualTo(66);
    }

    @Test
    void loading_hualien_again_changes_no_row_and_writes_no_change() {
        long changes = number("select count(*) from risk.change");
        LoadReport again = loader.load(new LoadRequest(folder("hualien"), null, false, false));
        assertThat(again.loaded()).isEqualTo(hualien.loaded());
        assertThat(again.files().stream()
                        .flatMap(file -> file.tables().stream())
                        .mapToLong(table -> table.added() + table.changed())
                        .sum())
                .isZero();
        assertThat(number("select count(*) from risk.change")).isEqualTo(changes);
    }

    @Test
    void andorra_gives_every_way_with_a_highway_tag_and_knows_which_are_one_way() {
        assertThat(tables(andorra, "andorra.osm.pbf"))
                .isEqualTo("admin_area 6/6/0, settlement 60/60/0, road 1614/1614/0, river 132/132/0, "
                        + "rescue_station 1/1/0, rescue_station 1/1/0");
        // 24 ways are tagged -1; 250 yes, 5 true and 4 1; the rest of the 42 roundabouts say nothing
        assertThat(number("select count(*) from risk.road where source = 'andorra' and oneway = 'reverse'"))
                .isEqualTo(24);
        assertThat(
                        number(
                                "select count(*) from risk.road where source = 'andorra' and oneway = 'yes' and junction is null"))
                .isLessThanOrEqualTo(259);
        assertThat(number("select count(*) from risk.road where junction = 'roundabout' and oneway <> 'yes'"))
                .isZero();
        assertThat(number("select count(*) from risk.road where tunnel = 'yes' and source = 'andorra'"))
                .isEqualTo(15);
        assertThat(number("select count(*) from risk.road where maxspeed_kmh = 50"))
                .isEqualTo(70);
    }

    @Test
    void the_country_is_no_settlement_although_it_is_a_place_with_a_population() {
        assertThat(number("select sum(population) from risk.settlement where source = 'andorra'"))
                .isEqualTo(24_678);
    }

    @Test
    void heights_become_a_dem_and_a_hillshade_in_degrees() throws Exception {
        assertThat(rasters.resolve("dem.tif")).exists();
        assertThat(rasters.resolve("hillshade.tif")).exists();
        // Coma Pedrosa, 2942 m, at 42.5918 N 1.4437 E; SRTM's cells of 90 m lie below the summit
        String height = GdalProgram.output(
                        rasters.resolve("dem.tif"),
                        List.of(
                                "gdallocationinfo",
                                "-valonly",
                                "-wgs84",
                                rasters.resolve("dem.tif").toString(),
                                "1.4437",
                                "42.5918"))
                .strip();
        assertThat(Integer.parseInt(height)).isBetween(2850, 2942);
        try (var files = Files.list(rasters)) {
            assertThat(files).hasSize(2);
        }
    }
}
