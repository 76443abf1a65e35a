package org.riskmap.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Feature;
import org.riskmap.result.CanonicalJson;
import org.riskmap.warning.Impact;
import org.riskmap.warning.Rule;

/** Writes an impact, and the coverage of those who leave, as outputs. */
final class WarningImpactOutcome {

    private static final int DISTANCE_DIGITS = 3;

    private final Impact impact;
    private final Rule rule;

    WarningImpactOutcome(Impact impact, Rule rule) {
        this.impact = impact;
        this.rule = rule;
    }

    /** @param coverage with its outputs, warnings and rows */
    Outcome outcome(Outcome coverage) {
        Map<String, Output> affected = new LinkedHashMap<>();
        affected.put("zones", new Output.Features(impact.zones()));
        affected.put("points", new Output.Features(impact.points()));
        affected.put("settlements", new Output.Features(impact.settlements()));
        affected.put("roads", new Output.Features(impact.roads()));
        Map<String, Output> outputs = new LinkedHashMap<>();
        outputs.put("summary", new Output.Json(summary()));
        outputs.put("affected", new Output.Group(affected));
        outputs.put("move", new Output.Features(moves()));
        outputs.put("closures", new Output.Features(closures()));
        outputs.put("steps", new Output.Json(rule.json().get("steps")));
        outputs.put("coverage", new Output.Group(coverage.outputs()));
        return new Outcome(outputs, coverage.warnings(), coverage.rows());
    }

    private Map<String, @Nullable Object> summary() {
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("zones", impact.zones().size());
        summary.put("points", impact.points().size());
        summary.put("settlements", impact.settlements().size());
        summary.put("population", persons(impact.settlements(), "population"));
        summary.put("roads", impact.roads().size());
        summary.put("closed_roads", impact.closedRoads().size());
        summary.put(
                "partly_closed_roads",
                impact.roads().stream()
                        .filter(road -> "part".equals(road.properties().get("closed")))
                        .count());
        List<Feature> leaving =
                impact.movers().stream().map(Impact.Mover::settlement).toList();
        summary.put("moving_settlements", leaving.size());
        summary.put("moving_persons", persons(leaving, "population"));
        summary.put("moving_vulnerable", persons(leaving, "vulnerable"));
        return summary;
    }

    private static long persons(List<Feature> settlements, String property) {
        return settlements.stream()
                .map(settlement -> settlement.properties().get(property))
                .mapToLong(number -> number instanceof Number persons ? persons.longValue() : 0)
                .sum();
    }

    private List<Feature> moves() {
        List<Feature> moves = new ArrayList<>();
        for (Impact.Mover mover : impact.movers()) {
            Map<String, @Nullable Object> properties = new LinkedHashMap<>();
            properties.put("place", moves.size() + 1);
            properties.put("order", mover.order());
            properties.put("why", mover.why());
            properties.putAll(mover.settlement().properties());
            properties.put("near", mover.near());
            properties.put("near_id", mover.nearId());
            properties.put("distance_m", CanonicalJson.decimals(mover.distanceM(), DISTANCE_DIGITS));
            moves.add(new Feature(mover.settlement().id(), mover.settlement().geometry(), properties));
        }
        return moves;
    }

    private List<Feature> closures() {
        List<Feature> closures = new ArrayList<>();
        for (Impact.Closed closed : impact.closed()) {
            Map<String, @Nullable Object> properties = new LinkedHashMap<>();
            properties.put("name", closed.name());
            properties.put("road_classes", closed.roadClasses());
            closures.add(new Feature("closure-" + (closures.size() + 1), closed.land(), properties));
        }
        return closures;
    }
}
