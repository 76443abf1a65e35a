package org.riskmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskmap.TestDatabase;
import org.riskmap.ToyTown;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.CatalogOf;
import org.riskmap.catalog.CatalogSource;
import org.riskmap.evacuation.EvacuationCoverage;
import org.riskmap.evacuation.EvacuationRoutes;
import org.riskmap.evacuation.ShelterSiting;
import org.riskmap.layer.FeatureReader;
import org.riskmap.layer.SelectionReader;
import org.riskmap.network.ClosuresInForce;
import org.riskmap.network.Network;
import org.riskmap.postgis.Database;
import org.riskmap.result.Runs;
import org.riskmap.result.StoredRun;
import org.riskmap.standard.Standards;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is asked of the processes in the town of {@code src/test/resources/toytown/README.md}, whose allocation on foot within
 * 1200 s is worked out there: a 85 → s1, c 30 → s1, h 5 → s1, h 40 → s2.
 */
class ToyTownProcessesTest {

    private static final String WALK = "\"travel\":{\"speed_kmh\":3.6,\"slope\":false},\"limit\":{\"time_s\":1200}";

    @TempDir
    private Path rasters;

    private TestDatabase test;
    private Network network;
    private EvacuationCoverageProcess coverage;
    private EvacuationRoutesProcess routes;
    private ShelterSitingProcess siting;
    private Executions executions;

    @BeforeEach
    void town() {
        test = TestDatabase.create();
        Database database = test.database();
        ToyTown.load(database);
        Catalog catalog = CatalogOf.directory(Path.of("..", "geoserver-data").toAbsolutePath(), database, rasters);
        CatalogSource source = () -> catalog;
        network = new Network(database, () -> null);
        Selections selections = new Selections(source, new SelectionReader(source, new FeatureReader()), database);
        EvacuationCoverage solver = new EvacuationCoverage(network, database);
        CoverageQuestions questions =
                new CoverageQuestions(selections, solver, new ClosuresInForce(database), new Standards(database));
        coverage = new EvacuationCoverageProcess(questions, solver);
        routes = new EvacuationRoutesProcess(
                selections, questions, new EvacuationRoutes(solver), new EarlierRuns(new Runs(database)));
        siting = new ShelterSitingProcess(selections, questions, new ShelterSiting(solver));
        executions = new Executions(new Runs(database), selections);
    }

    @AfterEach
    void drop() {
        network.close();
        test.close();
    }

    private StoredRun run(Analysis process, String inputs) {
        Analysis.Task task =
                process.read(Inputs.of(JsonMapper.shared().readTree("{" + inputs + "}"), process.description()));
        return executions.answer(process.description(), task, (at, doing) -> {});
    }

    private static JsonNode json(StoredRun run, String output) {
        return JsonMapper.shared().readTree(run.outputs().get(output).bytes());
    }

    private static List<String> assignments(StoredRun run) {
        List<String> all = new ArrayList<>();
        json(run, "assignments")
                .forEach(one -> all.add(one.get("demand_id").asString() + " "
                        + one.get("persons").asInt() + " → "
                        + one.get("shelter_id").asString()));
        return all;
    }

    private JsonNode compared(StoredRun a, StoredRun b) {
        Analysis compare = new RunCompareProcess(new Runs(test.database()));
        return json(run(compare, "\"a\":\"" + a.id() + "\",\"b\":\"" + b.id() + "\""), "summary");
    }

    private static String extra(String properties, double x, double y) {
        return """
                "extraShelters":{"features":{"type":"FeatureCollection","features":[{"type":"Feature","id":"x",
                "properties":{%s},"geometry":{"type":"Point","coordinates":[%.9f,%.9f]}}]}}
                """.formatted(properties, ToyTown.lon(x, y), ToyTown.lat(y));
    }

    private void sql(String statement) {
        test.database().client().sql(statement).update();
    }

    @Test
    void another_shelter_brings_places_to_those_beside_it_and_takes_none_from_others() {
        StoredRun now = run(coverage, WALK);
        // on the lane, 40 m from b, who found no place before
        StoredRun then = run(coverage, WALK + "," + extra("\"capacity\":50", 300, 380));
        assertThat(assignments(now)).containsExactly("a 85 → s1", "c 30 → s1", "h 5 → s1", "h 40 → s2");
        assertThat(assignments(then)).containsExactly("a 85 → s1", "b 50 → x", "c 30 → s1", "h 5 → s1", "h 40 → s2");
        JsonNode difference = compared(now, then);
        assertThat(difference.get("gained").asInt()).isEqualTo(50);
        assertThat(difference.get("lost").asInt()).isZero();
        assertThat(difference.get("settlements_changed").asInt()).isEqualTo(1);
    }

    @Test
    void fewer_places_are_lost_by_those_who_walk_farthest() {
        StoredRun now = run(coverage, WALK);
        StoredRun then = run(coverage, WALK + ",\"capacities\":{\"s1\":100}");
        assertThat(assignments(then)).containsExactly("a 65 → s1", "c 30 → s1", "h 5 → s1", "h 40 → s2");
        assertThat(compared(now, then).get("lost").asInt()).isEqualTo(20);
        assertThat(compared(then, now).get("gained").asInt()).isEqualTo(20);
    }

    @Test
    void a_road_closed_by_its_id_makes_the_people_at_its_end_walk_too_far() {
        StoredRun shut = run(coverage, WALK + ",\"closedRoads\":{\"layer\":\"road\",\"filter\":\"id = 'lane'\"}");
        // b's 60 are 1943 s away by the flyover now
        assertThat(json(shut, "summary").at("/unassigned/too_far").asInt()).isEqualTo(10 + 60);
    }

    @Test
    void land_is_closed_while_its_closure_lasts_unless_closures_shall_not_count() {
        StoredRun before = run(coverage, WALK);
        sql(
                "insert into risk.closure (id, geom, valid_from, valid_to, source) values ('flood', st_multi(st_makeenvelope("
                        + ToyTown.lon(380, 0) + "," + ToyTown.lat(-50) + "," + ToyTown.lon(420, 0) + ","
                        + ToyTown.lat(50)
                        + ", 4490)), now() - interval '1 hour', now() + interval '1 hour', 'test')");
        StoredRun during = run(coverage, WALK);
        // nobody comes from the west: h has the school, f the hall
        assertThat(assignments(during)).containsExactly("f 40 → s2", "h 45 → s1");
        assertThat(during.outputs().get("warnings")).asString().contains("Closures in force count: flood");
        StoredRun regardless = run(coverage, WALK + ",\"closures\":\"none\"");
        assertThat(assignments(regardless)).isEqualTo(assignments(before));
        sql("update risk.closure set valid_to = now() - interval '1 second'");
        StoredRun after = run(coverage, WALK);
        assertThat(after.id()).isEqualTo(before.id()).isNotEqualTo(during.id());
    }

    @Test
    void a_shelter_without_a_capacity_holds_what_its_area_holds_by_the_standard_and_says_so() {
        StoredRun medium =
                run(coverage, WALK + ",\"areaStandard\":\"medium\"," + extra("\"effective_area_m2\":100", 300, 380));
        assertThat(assignments(medium)).contains("b 33 → x"); // 3 m² each
        assertThat(medium.outputs().get("warnings"))
                .asString()
                .contains(
                        "1 shelters have no capacity; it was taken as effective_area_m2 / 3.0 m² per person (GB 51143");
        StoredRun nothing = run(coverage, WALK + "," + extra("", 300, 380));
        assertThat(assignments(nothing)).noneMatch(one -> one.endsWith("x"));
        assertThat(nothing.outputs().get("warnings"))
                .asString()
                .contains("1 shelters have no capacity; they count as 0 places.");
    }

    @Test
    void vulnerable_people_get_places_before_others_where_that_is_asked_for() {
        sql("update risk.settlement set vulnerable = 90 where id = 'a'");
        String one = WALK + ",\"demand\":{\"layer\":\"settlement\",\"filter\":\"population in (100, 45)\"},"
                + "\"shelters\":{\"layer\":\"shelter\",\"filter\":\"id = 's1'\"},\"capacities\":{\"s1\":100}";
        // h is nearer: 250 s, a 570 s
        assertThat(assignments(run(coverage, one))).containsExactly("a 55 → s1", "h 45 → s1");
        StoredRun first = run(coverage, one + ",\"vulnerableFirst\":true");
        assertThat(assignments(first)).containsExactly("a 90 → s1", "h 10 → s1");
        assertThat(json(first, "summary").at("/proof/vulnerable_assigned").asInt())
                .isEqualTo(90);
    }

    @Test
    void the_same_inputs_and_data_have_the_same_id_and_the_same_bytes_when_solved_anew() {
        StoredRun first = run(coverage, WALK);
        sql("delete from risk.analysis_run");
        StoredRun again = run(
                coverage,
                "\"limit\":{\"time_s\":1200.0},\"capacity\":true,"
                        + "\"travel\":{\"slope\":false,\"speed_kmh\":3.6,\"network\":\"road\"}");
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.outputs()).isEqualTo(first.outputs());
        assertThat(json(first, "run").get("data_versions").propertyNames())
                .contains("settlement", "shelter", "road", "river", "admin_area");
        sql("update risk.shelter set capacity = 121 where id = 's1'");
        assertThat(run(coverage, WALK).id()).isNotEqualTo(first.id());
    }

    @Test
    void routes_of_an_earlier_run_warn_once_its_allocation_would_be_another() {
        StoredRun run = run(coverage, WALK);
        String ofRun = "\"run\":\"" + run.id() + "\"";
        assertThat(run(routes, ofRun).outputs().get("warnings")).asString().doesNotContain("has changed");
        sql("update risk.shelter set name = '新学校' where id = 's1'");
        assertThat(run(routes, ofRun).outputs().get("warnings")).asString().doesNotContain("has changed");
        sql("update risk.shelter set capacity = 100 where id = 's1'");
        StoredRun now = run(routes, ofRun);
        assertThat(now.outputs().get("warnings"))
                .asString()
                .contains("The data has changed since the run " + run.id()
                        + ": these are the routes of its allocation as it would be now.");
        List<Integer> persons = new ArrayList<>();
        json(now, "routes")
                .get("features")
                .forEach(route -> persons.add(route.at("/properties/persons").asInt()));
        assertThat(persons).containsExactlyInAnyOrder(65, 30, 5, 40);
    }

    @Test
    void depots_are_sited_as_shelters_are_and_excluded_sites_are_not_taken() {
        sql("insert into risk.supply_depot (id, geom, source) values ('west', st_point(" + ToyTown.lon(10, 0) + ","
                + ToyTown.lat(0) + ", 4490), 'test'), ('east', st_point(" + ToyTown.lon(900, -100) + ","
                + ToyTown.lat(-100)
                + ", 4490), 'test'), ('island', st_point(" + ToyTown.lon(2100, 0) + "," + ToyTown.lat(0)
                + ", 4490), 'test')");
        String depots = WALK + ",\"shelters\":{\"layer\":\"supply_depot\",\"filter\":\"id = 'island'\"},"
                + "\"candidates\":{\"layer\":\"supply_depot\",\"filter\":\"id <> 'island'\"},\"capacity\":false,\"count\":1";
        // both are within 1200 s of a, b, c and h; f is 1120 s from the eastern one, on the ramp
        StoredRun best = run(siting, depots);
        assertThat(json(best, "sites").get("features").get(0).get("id").asString())
                .isEqualTo("east");
        assertThat(json(best, "gap").asDouble()).isZero();
        StoredRun without =
                run(siting, depots + ",\"excluded\":{\"layer\":\"supply_depot\",\"filter\":\"id = 'east'\"}");
        assertThat(json(without, "sites").get("features").get(0).get("id").asString())
                .isEqualTo("west");
    }
}
