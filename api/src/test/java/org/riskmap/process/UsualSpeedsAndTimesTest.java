package org.riskmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskmap.TestDatabase;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.CatalogOf;
import org.riskmap.catalog.CatalogSource;
import org.riskmap.evacuation.EvacuationCoverage;
import org.riskmap.evacuation.ResponseCircles;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.layer.FeatureReader;
import org.riskmap.layer.SelectionReader;
import org.riskmap.network.ClosuresInForce;
import org.riskmap.network.Network;
import org.riskmap.standard.Standards;
import tools.jackson.databind.json.JsonMapper;

/** What an analysis takes where its inputs do not say comes from the table of standards. */
class UsualSpeedsAndTimesTest {

    @TempDir
    static Path rasters;

    private final TestDatabase test = TestDatabase.create();
    private Network network;
    private EvacuationCoverageProcess coverage;
    private ResponseCirclesProcess circles;

    @BeforeEach
    void open() {
        Catalog catalog = CatalogOf.directory(Path.of("../geoserver-data"), test.database(), rasters);
        CatalogSource source = () -> catalog;
        network = new Network(test.database(), () -> null);
        Selections selections =
                new Selections(source, new SelectionReader(source, new FeatureReader()), test.database());
        Standards standards = new Standards(test.database());
        EvacuationCoverage walks = new EvacuationCoverage(network, test.database());
        CoverageQuestions questions =
                new CoverageQuestions(selections, walks, new ClosuresInForce(test.database()), standards);
        coverage = new EvacuationCoverageProcess(questions, walks);
        circles = new ResponseCirclesProcess(selections, questions, new ResponseCircles(walks), standards);
    }

    @AfterEach
    void close() {
        network.close();
        test.close();
    }

    @Test
    void people_walk_as_fast_as_the_standards_say() {
        assertThat(speed("{}")).isEqualTo(4.0);
        succeed("walking", "flat", 3.5);
        assertThat(speed("{}")).isEqualTo(3.5);
        assertThat(speed("{\"travel\":{\"speed_kmh\":5}}")).isEqualTo(5.0);
    }

    @Test
    void the_circles_are_those_of_the_standards() {
        assertThat(parameters(circles, "{}").get("limits_s")).isEqualTo(List.of(60.0, 180.0, 300.0, 900.0));
        succeed("response_circle", "15min", 600);
        assertThat(parameters(circles, "{}").get("limits_s")).isEqualTo(List.of(60.0, 180.0, 300.0, 600.0));
    }

    @Test
    void without_a_standard_the_input_must_be_given() {
        change(
                "update risk.standard_threshold set valid_to = valid_from where topic in ('walking', 'response_circle')");
        assertThatThrownBy(() -> speed("{}"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("travel.speed_kmh")
                .hasMessageContaining("walking/flat");
        assertThatThrownBy(() -> parameters(circles, "{\"travel\":{\"speed_kmh\":4}}"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("limits_s");
        assertThat(speed("{\"travel\":{\"speed_kmh\":4}}")).isEqualTo(4.0);
    }

    /** Another value from 2021 on. */
    private void succeed(String topic, String category, double value) {
        String row = "topic = '" + topic + "' and class = '" + category + "'";
        change("update risk.standard_threshold set valid_to = '2020-12-31' where " + row);
        change(
                "insert into risk.standard_threshold (topic, class, label_zh, quantity, value, unit, source, certainty, valid_from)"
                        + " select topic, class, label_zh, quantity, " + value
                        + ", unit, 'test', certainty, '2021-01-01'"
                        + " from risk.standard_threshold where " + row);
    }

    private void change(String sql) {
        assertThat(test.database().client().sql(sql).update()).isPositive();
    }

    private Object speed(String inputs) {
        return ((Map<?, ?>) parameters(coverage, inputs).get("travel")).get("speed_kmh");
    }

    private static Map<String, ?> parameters(Analysis process, String inputs) {
        return process.read(Inputs.of(JsonMapper.shared().readTree(inputs), process.description()))
                .parameters();
    }
}
