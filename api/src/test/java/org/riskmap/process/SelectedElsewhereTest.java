package org.riskmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.riskmap.TestDatabase;
import org.riskmap.ToyTown;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.CatalogOf;
import org.riskmap.catalog.CatalogSource;
import org.riskmap.catalog.PublishedLayer;
import org.riskmap.evacuation.EvacuationCoverage;
import org.riskmap.evacuation.EvacuationRoutes;
import org.riskmap.evacuation.ResponseCircles;
import org.riskmap.evacuation.ShelterSiting;
import org.riskmap.layer.FeatureReader;
import org.riskmap.layer.Layers;
import org.riskmap.layer.SelectionReader;
import org.riskmap.network.ClosuresInForce;
import org.riskmap.network.Network;
import org.riskmap.postgis.Database;
import org.riskmap.result.Runs;
import org.riskmap.result.StoredRun;
import org.riskmap.standard.Standards;
import tools.jackson.databind.json.JsonMapper;

/** Selections of layers that lie in another database: their data makes the run's id as much as that of the own one. */
class SelectedElsewhereTest {

    private static final Path DIRECTORY = Path.of("..", "geoserver-data").toAbsolutePath();

    @TempDir
    private static Path rasters;

    private static TestDatabase home;
    private static TestDatabase elsewhere;
    private static Network network;
    private static Selections selections;
    private static CoverageQuestions questions;
    private static EvacuationCoverage coverage;

    @BeforeAll
    static void twoDatabases() {
        home = TestDatabase.create();
        elsewhere = TestDatabase.create();
        ToyTown.load(home.database());
        Database own = home.database();
        Catalog directory = CatalogOf.directory(DIRECTORY, own, rasters);
        List<PublishedLayer> layers = new ArrayList<>(directory.layers());
        for (String table : List.of("settlement", "shelter", "road", "closure")) {
            layers.add(Layers.of(elsewhere.database(), "risk", table));
        }
        Catalog catalog = Layers.catalog(layers);
        CatalogSource source = () -> catalog;
        network = new Network(own, () -> null);
        selections = new Selections(source, new SelectionReader(source, new FeatureReader()), own);
        coverage = new EvacuationCoverage(network, own);
        questions = new CoverageQuestions(selections, coverage, new ClosuresInForce(own), new Standards(own));
    }

    @AfterAll
    static void drop() {
        network.close();
        home.close();
        elsewhere.close();
    }

    @Test
    void people_who_came_in_another_database_make_another_run_and_those_who_left_again_the_first() {
        Executions executions = new Executions(new Runs(home.database()), selections);
        EvacuationCoverageProcess process = new EvacuationCoverageProcess(questions, coverage);
        String inputs = "{\"demand\":{\"layer\":\"toy:settlement\"}}";
        StoredRun nobody = executions.answer(process.description(), task(process, inputs), (at, doing) -> {});
        elsewhere.database().client().sql("""
                        insert into risk.settlement (id, population, geom, source)
                        values ('far', 10, st_setsrid(st_makepoint(119.7, 27.6), 4490), 'test')
                        """).update();
        StoredRun ten = executions.answer(process.description(), task(process, inputs), (at, doing) -> {});
        elsewhere.database().client().sql("delete from risk.settlement").update();
        StoredRun again = executions.answer(process.description(), task(process, inputs), (at, doing) -> {});
        assertThat(nobody.outputs().get("summary")).asString().contains("\"population\":0");
        assertThat(ten.outputs().get("summary")).asString().contains("\"population\":10");
        assertThat(ten.id()).isNotEqualTo(nobody.id());
        assertThat(again.id()).isEqualTo(nobody.id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            evacuation-coverage | "demand":{"layer":"toy:settlement"}    | toy:settlement
            evacuation-coverage | "shelters":{"layer":"toy:shelter"}     | toy:shelter
            evacuation-coverage | "extraShelters":{"layer":"toy:shelter"} | toy:shelter
            evacuation-coverage | "closedRoads":{"layer":"toy:road"}     | toy:road
            evacuation-coverage | "avoid":{"layer":"toy:closure","filter":"id <> 'x'"} | toy:closure where id <> 'x'
            shelter-siting      | "count":1,"candidates":{"layer":"shelter"},"demand":{"layer":"toy:settlement"} | toy:settlement
            shelter-siting      | "count":1,"candidates":{"layer":"toy:shelter"} | toy:shelter
            evacuation-routes   | "shelters":{"layer":"toy:shelter"}     | toy:shelter
            evacuation-routes   | "hazards":{"layer":"toy:closure"}      | toy:closure
            response-circles    | "stations":{"layer":"toy:shelter"}     | toy:shelter
            response-circles    | "closedRoads":{"layer":"toy:road"}     | toy:road
            """)
    void every_selection_of_another_database_is_named_with_its_version(String process, String input, String named) {
        Map<String, Analysis> processes = Map.of(
                "evacuation-coverage", new EvacuationCoverageProcess(questions, coverage),
                "shelter-siting", new ShelterSitingProcess(selections, questions, new ShelterSiting(coverage)),
                "evacuation-routes",
                        new EvacuationRoutesProcess(
                                selections,
                                questions,
                                new EvacuationRoutes(coverage),
                                new EarlierRuns(new Runs(home.database()))),
                "response-circles",
                        new ResponseCirclesProcess(
                                selections, questions, new ResponseCircles(coverage), new Standards(home.database())));
        Executions executions = new Executions(new Runs(home.database()), selections);
        assertThat(executions.versions(task(processes.get(process), "{" + input + "}")))
                .containsKey(named);
    }

    private static Analysis.Task task(Analysis process, String inputs) {
        return process.read(Inputs.of(JsonMapper.shared().readTree(inputs), process.description()));
    }
}
