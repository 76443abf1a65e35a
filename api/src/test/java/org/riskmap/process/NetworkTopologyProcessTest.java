package org.riskmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.riskmap.layer.FeatureReader;
import org.riskmap.layer.SelectionReader;
import org.riskmap.network.Network;
import org.riskmap.result.Runs;
import org.riskmap.result.StoredRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the check of the roads finds in the town of {@code src/test/resources/toytown/README.md} with one shelter more, the
 * cave; to the nearest walkable road it is
 *
 * <pre>
 *   cave (0,1000)                          600 m north and 300 m west of the lane's end: 671 m
 *     |
 *     N (300,400)      b  20 m             f  20 m
 *     |                                    |
 * a  50 m ---main--- s1  20 m -- h  30 m --+- s2  0 m        d  40 m          e (5000,0): 2800 m
 *     c  90 m to main,                                       I=====J (2200,0)
 * ~~~ 60 m to south, across the river
 *     g  20 m
 * S--------south---
 * </pre>
 */
class NetworkTopologyProcessTest {

    @TempDir
    private Path rasters;

    private TestDatabase test;
    private Network network;
    private NetworkTopologyProcess topology;
    private Executions executions;

    @BeforeEach
    void town() {
        test = TestDatabase.create();
        ToyTown.load(test.database());
        // 27.609024204 is 1000 m north of the origin: the county's northern border stands there in toytown.sql
        test.database().client().sql("""
                        insert into risk.shelter (id, name, geom, capacity, status, suited_hazards, source)
                        values ('cave', '山洞', st_geomfromtext('point(119.7 27.609024204)', 4490), 80, 'open', 'flood', 'test')
                        """).update();
        Catalog catalog =
                CatalogOf.directory(Path.of("..", "geoserver-data").toAbsolutePath(), test.database(), rasters);
        CatalogSource source = () -> catalog;
        network = new Network(test.database(), () -> null);
        Selections selections =
                new Selections(source, new SelectionReader(source, new FeatureReader()), test.database());
        topology = new NetworkTopologyProcess(network, selections);
        executions = new Executions(new Runs(test.database()), selections);
    }

    @AfterEach
    void drop() {
        network.close();
        test.close();
    }

    private StoredRun run(String inputs) {
        Analysis.Task task =
                topology.read(Inputs.of(JsonMapper.shared().readTree("{" + inputs + "}"), topology.description()));
        return executions.answer(topology.description(), task, (at, doing) -> {});
    }

    private static JsonNode json(StoredRun run, String output) {
        return JsonMapper.shared().readTree(run.outputs().get(output).bytes());
    }

    /** Layer, name and problem of each. */
    private static List<String> lost(StoredRun run) {
        List<String> all = new ArrayList<>();
        for (JsonNode one : json(run, "unsnapped").get("features")) {
            JsonNode properties = one.get("properties");
            all.add(properties.get("layer").asString() + " "
                    + properties.get("name").asString() + " "
                    + properties.get("problem").asString());
        }
        return all;
    }

    @Test
    void one_settlement_and_one_shelter_are_out_of_reach_where_they_lie() {
        StoredRun run = run("");
        assertThat(lost(run)).containsExactly("risk:settlement 戊寨 not_snapped", "risk:shelter 山洞 not_snapped");
        JsonNode features = json(run, "unsnapped").get("features");
        JsonNode village = features.get(0);
        assertThat(village.get("id").asString()).isEqualTo("risk:settlement.e");
        assertThat(village.at("/geometry/coordinates/0").asDouble()).isCloseTo(119.750646921, within(1e-8));
        assertThat(village.at("/geometry/coordinates/1").asDouble()).isCloseTo(27.6, within(1e-8));
        assertThat(village.at("/properties/snap_m").isNull()).isTrue();
        JsonNode cave = features.get(1);
        assertThat(cave.get("id").asString()).isEqualTo("risk:shelter.cave");
        assertThat(cave.at("/geometry/coordinates/0").asDouble()).isCloseTo(119.7, within(1e-8));
        assertThat(cave.at("/geometry/coordinates/1").asDouble()).isCloseTo(27.609024204, within(1e-8));
        JsonNode counts = json(run, "summary").get("unsnapped");
        assertThat(counts.at("/risk:settlement/not_snapped").asInt()).isEqualTo(1);
        assertThat(counts.at("/risk:settlement/across_river").asInt()).isZero();
        assertThat(counts.at("/risk:shelter/not_snapped").asInt()).isEqualTo(1);
        assertThat(counts.at("/risk:shelter/across_river").asInt()).isZero();
    }

    @Test
    void who_has_no_road_on_this_side_of_the_river_is_said_to_cross_it() {
        StoredRun run = run("\"max_snap_m\":70");
        assertThat(lost(run))
                .containsExactly(
                        "risk:settlement 丙村 across_river",
                        "risk:settlement 戊寨 not_snapped",
                        "risk:shelter 山洞 not_snapped");
        assertThat(json(run, "unsnapped").at("/features/0/properties/snap_m").asDouble())
                .isCloseTo(60, within(0.01));
    }

    @Test
    void a_longer_walk_reaches_the_cave_and_a_shorter_one_loses_those_beside_main_street() {
        // √(300² + 600²) = 670.8
        assertThat(lost(run("\"max_snap_m\":671"))).containsExactly("risk:settlement 戊寨 not_snapped");
        assertThat(lost(run("\"max_snap_m\":670"))).contains("risk:shelter 山洞 not_snapped");
        assertThat(lost(run("\"max_snap_m\":45")))
                .containsExactly(
                        "risk:settlement 甲村 not_snapped",
                        "risk:settlement 丙村 not_snapped",
                        "risk:settlement 戊寨 not_snapped",
                        "risk:shelter 山洞 not_snapped");
    }

    @Test
    void the_town_hangs_together_but_for_the_island() {
        // nine junctions and ends; main two edges, lane, flyover, ramp, south, island one; express is not for walkers
        StoredRun run = run("");
        JsonNode summary = json(run, "summary");
        assertThat(summary.get("nodes").asInt()).isEqualTo(9);
        assertThat(summary.get("edges").asInt()).isEqualTo(7);
        assertThat(summary.get("components").asInt()).isEqualTo(2);
        assertThat(summary.get("near_misses").asInt()).isZero();
        JsonNode parts = json(run, "components").get("features");
        assertThat(parts.at("/0/properties/edges").asInt()).isEqualTo(6);
        // main 900, lane 400, flyover 600, ramp 300 + 300, south 500 + 150 + 100
        assertThat(parts.at("/0/properties/length_m").asDouble()).isCloseTo(3250, within(0.1));
        assertThat(parts.at("/1/properties/length_m").asDouble()).isCloseTo(200, within(0.1));
        List<String> ends = new ArrayList<>();
        json(run, "dead_ends")
                .get("features")
                .forEach(one -> ends.add(one.at("/properties/road_id").asString()));
        assertThat(ends).containsExactlyInAnyOrder("main", "lane", "flyover", "south", "island", "island");
    }
}
