package org.riskmap.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskmap.TestDatabase;

class LoadCommandTest {

    @AutoClose
    private static final TestDatabase test = TestDatabase.create();

    @TempDir
    private Path parent;

    private LoadFixture load;
    private String out = "";
    private String err = "";

    @BeforeEach
    void create() {
        load = new LoadFixture(test, parent, "town").profile("""
                - match: s.csv
                  crs: EPSG:4490
                  tables:
                    - {target: shelter, id: id, geometry: {x: x, y: y}, columns: {name: name, capacity: places}}
                """);
    }

    private int run(Map<String, String> more, String... arguments) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "RISKMAP_DB_URL", test.database().settings().jdbcUrl(),
                "RISKMAP_DB_USER", test.database().settings().user(),
                "RISKMAP_DB_PASSWORD", test.database().settings().password(),
                "RISKMAP_VAR", parent.toString()));
        environment.putAll(more);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        int code = LoadCommand.run(
                List.of(arguments),
                environment,
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                new PrintStream(complained, true, StandardCharsets.UTF_8));
        out = printed.toString(StandardCharsets.UTF_8);
        err = complained.toString(StandardCharsets.UTF_8);
        return code;
    }

    @Test
    void the_report_tells_each_file_with_what_was_read_loaded_and_rejected_and_why() {
        load.write("s.csv", "id,name,x,y,places\na,甲,119.5,27.5,10\nb,乙,119.5,27.5,-1\n")
                .write("readme.txt", "");
        assertThat(run(Map.of(), load.folder.toString())).isZero();
        assertThat(out.replace("\r", "")).isEqualTo("""
                profile  town (the folder's own riskmap.yaml): test
                source   town
                s.csv
                  shelter          read 2, loaded 1 (1 new, 0 changed, 0 as before), rejected 1
                    rejected 1 × capacity: -1 breaks the rule (capacity >= 0) (line 3)
                not loaded
                  readme.txt: the profile has no rule for it
                in all: 1 loaded, 1 rejected (kept in risk.import_reject)
                """);
    }

    @Test
    void nothing_loaded_is_a_failure() {
        load.write("s.csv", "id,name,x,y,places\nb,乙,119.5,27.5,-1\n");
        assertThat(run(Map.of(), load.folder.toString())).isEqualTo(1);
    }

    @Test
    void a_wrong_path_is_told_before_a_database_is_asked_for() {
        assertThat(run(Map.of("RISKMAP_DB_URL", ""), "nowhere")).isEqualTo(1);
        assertThat(err).startsWith("load: nowhere: there is no such file or folder");
    }

    @Test
    void a_folder_called_demo_is_refused_because_its_rows_would_pass_for_fictional() {
        LoadFixture demo = new LoadFixture(test, parent, "demo");
        assertThat(run(Map.of(), demo.folder.toString())).isEqualTo(1);
        assertThat(err).contains("'demo' is the name of the fictional county's rows");
    }

    @Test
    void an_unknown_profile_is_told() {
        LoadFixture other = new LoadFixture(test, parent, "plain").write("s.csv", "id\n");
        assertThat(run(Map.of(), other.folder.toString(), "--profile", "nothing.yaml"))
                .isEqualTo(1);
        assertThat(err).contains("--profile nothing.yaml: there is no such file");
    }

    @Test
    void a_wrong_command_line_is_told_with_the_right_one() {
        assertThat(run(Map.of())).isEqualTo(2);
        assertThat(err).contains("the path of a file or folder is missing");
        assertThat(run(Map.of(), "a", "--replcae")).isEqualTo(2);
        assertThat(err)
                .contains("'--replcae' was not expected")
                .contains("load PATH [--profile FILE] [--replace] [--dry-run]");
    }

    @Test
    void a_database_that_does_not_answer_is_told() {
        load.write("s.csv", "id,name,x,y,places\na,甲,119.5,27.5,10\n");
        assertThat(run(Map.of("RISKMAP_DB_URL", "jdbc:postgresql://127.0.0.1:1/none"), load.folder.toString()))
                .isEqualTo(1);
        assertThat(err).contains("jdbc:postgresql://127.0.0.1:1/none refused");
    }

    @Test
    void rasters_of_the_demo_county_go_with_its_rows() throws Exception {
        Path rasters = Files.createDirectories(parent.resolve("raster"));
        for (String file : List.of("dem.tif", "hillshade.tif", "demo")) {
            Files.writeString(rasters.resolve(file), "x");
        }
        load.execute("insert into risk.hazard_site (id, geom, source) values ('d', st_point(1, 1, 4490), 'demo')");
        load.write("s.csv", "id,name,x,y,places\na,甲,119.5,27.5,10\n");
        assertThat(run(Map.of(), load.folder.toString(), "--dry-run")).isZero();
        assertThat(rasters.resolve("dem.tif")).exists();
        assertThat(run(Map.of(), load.folder.toString())).isZero();
        assertThat(out).contains("the fictional demo county was removed: hazard_site 1");
        assertThat(rasters).isEmptyDirectory();
    }

    @Test
    void rasters_that_are_not_the_demos_stay() throws Exception {
        Path rasters = Files.createDirectories(parent.resolve("raster"));
        Files.writeString(rasters.resolve("dem.tif"), "x");
        load.execute("insert into risk.hazard_site (id, geom, source) values ('d', st_point(1, 1, 4490), 'demo')");
        load.write("s.csv", "id,name,x,y,places\na,甲,119.5,27.5,10\n");
        assertThat(run(Map.of(), load.folder.toString())).isZero();
        assertThat(rasters.resolve("dem.tif")).exists();
    }
}
