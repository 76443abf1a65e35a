package org.riskmap.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskmap.TestDatabase;
import org.riskmap.kernel.Feature;

class RunsTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    @AutoClose
    private static TestDatabase test;

    private static Runs runs;

    @BeforeAll
    static void create() {
        test = TestDatabase.create();
        runs = new Runs(test.database());
    }

    private static Run run(String name, String version) {
        return new Run("p", "1", Map.of("name", name), Map.of("shelter", version));
    }

    private static void sql(String sql) {
        test.database().client().sql(sql).update();
    }

    @Test
    void the_id_depends_on_every_fact_and_on_nothing_else() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("b", 1.0);
        parameters.put("a", "x");
        Map<String, Object> sameInOtherOrder = new LinkedHashMap<>();
        sameInOtherOrder.put("a", "x");
        sameInOtherOrder.put("b", 1);
        Run one = new Run("p", "1", parameters, Map.of("t", "v"));
        assertThat(one.id()).matches("[0-9a-f]{32}");
        assertThat(new Run("p", "1", sameInOtherOrder, Map.of("t", "v")).id()).isEqualTo(one.id());
        assertThat(new Run("q", "1", parameters, Map.of("t", "v")).id()).isNotEqualTo(one.id());
        assertThat(new Run("p", "2", parameters, Map.of("t", "v")).id()).isNotEqualTo(one.id());
        assertThat(new Run("p", "1", Map.of(), Map.of("t", "v")).id()).isNotEqualTo(one.id());
        assertThat(new Run("p", "1", parameters, Map.of("t", "w")).id()).isNotEqualTo(one.id());
    }

    @Test
    void an_answer_is_given_again_byte_for_byte_with_its_run_and_warnings() {
        Run run = run("bytes", "v");
        Map<String, WrittenJson> outputs = new LinkedHashMap<>();
        outputs.put("z", WrittenJson.of("{\"中\":1.50}"));
        outputs.put("a", WrittenJson.of("[ ]"));
        StoredRun first = runs.store(run, () -> outputs, List.of("careful"), List.of());
        assertThat(runs.find(run.id())).contains(first);
        assertThat(first.outputs().keySet()).containsExactly("z", "a", "run", "warnings");
        assertThat(first.outputs())
                .containsEntry("z", WrittenJson.of("{\"中\":1.50}"))
                .containsEntry("warnings", WrittenJson.of("[\"careful\"]"))
                .containsEntry(
                        "run",
                        WrittenJson.of("{\"id\":\"" + run.id() + "\",\"parameters\":{\"name\":\"bytes\"},"
                                + "\"data_versions\":{\"shelter\":\"v\"},\"layers\":[]}"));
        assertThat(runs.find("0".repeat(32))).isEmpty();
    }

    @Test
    void of_two_who_solve_the_same_at_once_both_get_the_first_ones_bytes() throws Exception {
        Run run = run("race", "v");
        ExecutorService both = Executors.newFixedThreadPool(4);
        List<Callable<StoredRun>> callers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String body = "" + i;
            callers.add(() -> runs.store(run, () -> Map.of("x", WrittenJson.of(body)), List.of(), List.of()));
        }
        List<StoredRun> answers = new ArrayList<>();
        for (Future<StoredRun> answer : both.invokeAll(callers)) {
            answers.add(answer.get());
        }
        both.shutdown();
        assertThat(answers).containsOnly(runs.find(run.id()).orElseThrow());
    }

    @Test
    void features_are_published_by_run_id_and_go_with_the_run() {
        Geometry square = FACTORY.toGeometry(new Envelope(119, 119.1, 30, 30.1));
        Map<String, Object> ring = new LinkedHashMap<>();
        ring.put("name", "tab\tnew\nline \\ 中");
        ring.put("from_m", 0.0);
        ring.put("to_m", 500.0);
        ring.put("area_m2", CanonicalJson.decimals(12.34, 1));
        ring.put("population", 3L);
        ring.put("households", 1L);
        Map<String, Object> exposed = new LinkedHashMap<>();
        exposed.put("layer", "risk:shelter");
        exposed.put("feature_id", "a");
        exposed.put("ring", 0);
        exposed.put("distance_m", 1.5);
        exposed.put("population", null);
        Run run = run("rows", "v");
        StoredRun stored = runs.store(
                run,
                Map::of,
                List.of(),
                List.of(
                        new RunRows("run_ring", List.of(new Feature("", square, ring))),
                        new RunRows(
                                "run_exposed",
                                List.of(new Feature("", FACTORY.createPoint(new Coordinate(119, 30)), exposed)))));
        assertThat(stored.outputs().get("run"))
                .asString()
                .contains("\"layers\":[\"risk:run_ring\",\"risk:run_exposed\"]");
        assertThat(test.database()
                        .client()
                        .sql("""
                                select id || '|' || name || '|' || geometrytype(geom) || '|' || st_srid(geom) || '|' || area_m2
                                from risk.run_ring where run_id = ?
                                """)
                        .param(run.id())
                        .query(String.class)
                        .single())
                .isEqualTo(run.id() + ".1|tab\tnew\nline \\ 中|MULTIPOLYGON|4490|12.3");
        sql("delete from risk.analysis_run where id = '" + run.id() + "'");
        assertThat(test.database()
                        .client()
                        .sql("select count(*) from risk.run_exposed where run_id = ?")
                        .param(run.id())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(runs.find(run.id())).isEmpty();
    }

    @Test
    void rows_of_a_coverage_go_with_their_run_and_cannot_be_without_one() {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("shelter_id", "s");
        place.put("capacity", 5);
        place.put("used", 0);
        Feature shelter = new Feature("", FACTORY.createPoint(new Coordinate(119, 30)), place);
        Run run = run("deleted", "1");
        runs.store(run, Map::of, List.of(), List.of(new RunRows("run_shelter", List.of(shelter, shelter))));
        assertThat(rowsOf(run)).isEqualTo(2);
        String stray = "insert into risk.run_shelter (id, run_id, source, shelter_id, capacity, used, geom)"
                + " values ('stray', 'nobody', 't', 's', 1, 0, st_point(119, 30, 4490))";
        assertThatThrownBy(() -> sql(stray)).hasMessageContaining("names a run that is not there");
        assertThatThrownBy(() -> sql("update risk.run_shelter set run_id = 'nobody'"))
                .hasMessageContaining("names a run that is not there");
        sql("delete from risk.analysis_run where id = '" + run.id() + "'");
        assertThat(rowsOf(run)).isZero();
    }

    private static long rowsOf(Run run) {
        return test.database()
                .client()
                .sql("select count(*) from risk.run_shelter where run_id = ?")
                .param(run.id())
                .query(Long.class)
                .single();
    }

    @Test
    void a_tables_version_follows_its_content_and_comes_back_with_it() {
        sql("insert into risk.supply_depot (id, geom, source) values ('a', st_point(119, 30, 4490), 't')");
        String before = version();
        assertThat(version()).isEqualTo(before);
        sql("update risk.supply_depot set items = 5");
        String changed = version();
        assertThat(changed).isNotEqualTo(before);
        sql("insert into risk.supply_depot (id, geom, source) values ('b', st_point(119, 31, 4490), 't')");
        assertThat(version()).isNotEqualTo(changed);
        sql("delete from risk.supply_depot where id = 'b'");
        sql("update risk.supply_depot set items = null");
        assertThat(version()).isEqualTo(before);
        assertThat(new Runs(test.database()).versions().of(Set.of("supply_depot")))
                .containsEntry("supply_depot", before);
    }

    private static String version() {
        return runs.versions().of(Set.of("supply_depot")).get("supply_depot");
    }
}
