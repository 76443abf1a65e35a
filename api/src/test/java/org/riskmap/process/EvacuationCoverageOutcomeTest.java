package org.riskmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskmap.TestDatabase;
import org.riskmap.ToyTown;
import org.riskmap.evacuation.EvacuationCoverage;
import org.riskmap.evacuation.Limit;
import org.riskmap.evacuation.Question;
import org.riskmap.evacuation.Travel;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.network.Mode;
import org.riskmap.network.Network;
import tools.jackson.databind.json.JsonMapper;

class EvacuationCoverageOutcomeTest {

    private static final ProcessDescription DESCRIPTION = ProcessDescription.load("evacuation-coverage");

    @Test
    void the_summary_of_toy_town_has_the_members_of_the_contract_and_solving_again_gives_the_same_bytes() {
        try (TestDatabase test = TestDatabase.create()) {
            ToyTown.load(test.database());
            try (Network network = new Network(test.database(), () -> null)) {
                EvacuationCoverage coverage = new EvacuationCoverage(network, test.database());
                PeopleAndPlaces given = new PeopleAndPlaces(null, true);
                Question question = new Question(
                        given.settlements(List.of(
                                feature("a", 0, 50, Map.of("population", 100)),
                                feature("h", 700, 30, Map.of("population", 45)))),
                        given.shelters(List.of(
                                feature("s1", 500, 20, Map.of("capacity", 120)),
                                feature("s2", 600, 20, Map.of("capacity", 9, "status", "closed")))),
                        new GeometryFactory().createPolygon(),
                        Set.of(),
                        new Travel.Roads(Mode.WALK, 3.6, Travel.Slope.OFF, 500),
                        Limit.ofSeconds(1200),
                        true,
                        "township");
                assertThat(given.warnings()).containsExactly("1 selected shelters are closed and were left out.");
                Outcome once = new EvacuationCoverageOutcome(question, coverage.solve(question, (at, doing) -> {}))
                        .outcome(List.of());
                Outcome twice = new EvacuationCoverageOutcome(question, coverage.solve(question, (at, doing) -> {}))
                        .outcome(List.of());
                assertThat(once.outputs().get("summary").text())
                        .hasToString(
                                "{\"population\":145,\"reachable\":145,\"assigned\":120,\"unassigned\":{\"not_snapped\":0,"
                                        + "\"no_path\":0,\"too_far\":0,\"no_capacity\":25},\"coverage\":0.827586,\"shelters\":{\"usable\":1,"
                                        + "\"excluded\":{\"in_hazard\":0,\"unsuited\":0,\"no_capacity\":0,\"not_snapped\":0},"
                                        + "\"capacity\":120,\"used\":120},"
                                        // 45 people walk 250 m, 75 walk 570 m, at 1 m/s
                                        + "\"proof\":{\"status\":\"optimal\",\"most_persons\":120,\"least_person_seconds\":54000}}");
                once.outputs()
                        .forEach((name, output) ->
                                assertThat(twice.outputs().get(name).text()).isEqualTo(output.text()));
                assertThat(List.copyOf(once.outputs().keySet()))
                        .isEqualTo(DESCRIPTION.outputNames().subList(0, 6));
            }
        }
    }

    @Test
    void what_a_source_leaves_open_counts_for_the_worse_and_is_said() {
        PeopleAndPlaces given = new PeopleAndPlaces("flood", true);
        assertThat(given.settlements(List.of(feature("a", 0, 0, Map.of())))
                        .get(0)
                        .population())
                .isZero();
        assertThat(given.shelters(List.of(
                        feature("s", 0, 0, Map.of()),
                        feature("t", 0, 0, Map.of("capacity", 3, "suited_hazards", "fire,flood")))))
                .extracting(shelter -> shelter.capacity() + " " + shelter.suited())
                .containsExactly("0 false", "3 true");
        assertThat(given.warnings()).hasSize(3);
        assertThatThrownBy(() -> given.settlements(List.of(feature("a", 0, 0, Map.of("population", -1)))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("population");
    }

    @Test
    void wrong_inputs_are_named() {
        assertThat(wrong("{\"travel\":{\"speed_kmh\":0}}")).isEqualTo("travel.speed_kmh");
        assertThat(wrong("{\"travel\":{\"slope\":\"steep\"}}")).isEqualTo("travel.slope");
        assertThat(wrong("{\"travel\":{\"network\":\"straight-line\",\"mode\":\"drive\"}}"))
                .isEqualTo("travel.speed_kmh");
        assertThat(wrong("{\"limit\":{\"time_s\":-1}}")).isEqualTo("limit.time_s");
        assertThat(wrong("{\"limit\":{}}")).isEqualTo("limit");
        assertThat(wrong("{\"hazard\":\"war\"}")).isEqualTo("hazard");
        assertThat(wrong("{\"groupBy\":\"county\"}")).isEqualTo("groupBy");
    }

    private static String wrong(String inputs) {
        try {
            EvacuationCoverageInputs.read(Inputs.of(JsonMapper.shared().readTree(inputs), DESCRIPTION), () -> 4.0);
        } catch (InvalidInput wrong) {
            return wrong.input();
        }
        throw new AssertionError(inputs + " was accepted");
    }

    private static Feature feature(String id, double x, double y, Map<String, Object> properties) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(properties);
        return new Feature(
                id, new GeometryFactory().createPoint(new Coordinate(ToyTown.lon(x, 0), ToyTown.lat(y))), all);
    }
}
