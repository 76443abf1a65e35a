package org.riskmap.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.riskmap.result.Runs;
import org.riskmap.result.StoredRun;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The process {@code run-compare}: two runs of {@code evacuation-coverage} to who gained a place and who lost one. */
@Component
final class RunCompareProcess implements Analysis {

    private static final int ID_LENGTH = 32;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ProcessDescription description = ProcessDescription.load("run-compare");
    private final Runs runs;

    RunCompareProcess(Runs runs) {
        this.runs = runs;
    }

    @Override
    public ProcessDescription description() {
        return description;
    }

    @Override
    public Task read(Inputs inputs) {
        return new Request(run(inputs.get("a")), run(inputs.get("b")));
    }

    private StoredRun run(Input input) {
        String id = input.text(ID_LENGTH);
        StoredRun run = runs.find(id)
                .orElseThrow(() -> input.wrong(
                        "there is no run " + input.shown(), "give run.id of an answer of evacuation-coverage"));
        if (!run.outputs().keySet().containsAll(Set.of("summary", "demand", "assignments"))) {
            throw input.wrong("the run is of another process", "give run.id of an answer of evacuation-coverage");
        }
        return run;
    }

    private record Request(StoredRun a, StoredRun b) implements Task {

        @Override
        public Map<String, @Nullable Object> parameters() {
            Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
            parameters.put("a", a.id());
            parameters.put("b", b.id());
            return parameters;
        }

        @Override
        public Outcome solve(Progress progress) {
            progress.at(10, "comparing");
            Map<String, JsonNode> before = demand(a);
            Map<String, JsonNode> after = demand(b);
            Set<String> ids = new TreeSet<>(before.keySet());
            ids.addAll(after.keySet());
            long gained = 0;
            long lost = 0;
            List<Map<String, @Nullable Object>> changes = new ArrayList<>();
            for (String id : ids) {
                JsonNode one = before.get(id);
                JsonNode other = after.get(id);
                long change = persons(other, "assigned") - persons(one, "assigned");
                gained += Math.max(0, change);
                lost += Math.max(0, -change);
                if (one == null || other == null || !one.get("properties").equals(other.get("properties"))) {
                    changes.add(feature(id, one, other, change));
                }
            }
            Map<String, @Nullable Object> summary = new LinkedHashMap<>();
            summary.put("a", JSON.readTree(a.outputs().get("summary").bytes()));
            summary.put("b", JSON.readTree(b.outputs().get("summary").bytes()));
            summary.put("gained", gained);
            summary.put("lost", lost);
            summary.put("settlements_changed", changes.size());
            Map<String, @Nullable Object> collection = new LinkedHashMap<>();
            collection.put("type", "FeatureCollection");
            collection.put("features", changes);
            Map<String, Output> outputs = new LinkedHashMap<>();
            outputs.put("summary", new Output.Json(summary));
            outputs.put("changes", new Output.Json(collection));
            return new Outcome(outputs, List.of(), List.of());
        }

        private static Map<String, JsonNode> demand(StoredRun run) {
            Map<String, JsonNode> demand = new TreeMap<>();
            for (JsonNode feature :
                    JSON.readTree(run.outputs().get("demand").bytes()).get("features")) {
                demand.put(feature.get("id").asString(), feature);
            }
            return demand;
        }

        private static long persons(@Nullable JsonNode feature, String property) {
            return feature == null ? 0 : feature.get("properties").get(property).asLong();
        }

        private static Map<String, @Nullable Object> feature(
                String id, @Nullable JsonNode one, @Nullable JsonNode other, long change) {
            JsonNode either = other == null ? java.util.Objects.requireNonNull(one) : other;
            Map<String, @Nullable Object> properties = new LinkedHashMap<>();
            properties.put("id", id);
            properties.put("name", either.get("properties").get("name"));
            properties.put("population", either.get("properties").get("population"));
            properties.put("change", change);
            for (String property : List.of("assigned", "reason", "shelter_id", "travel_time_s")) {
                properties.put(
                        property + "_a",
                        one == null ? null : one.get("properties").get(property));
                properties.put(
                        property + "_b",
                        other == null ? null : other.get("properties").get(property));
            }
            Map<String, @Nullable Object> feature = new LinkedHashMap<>();
            feature.put("type", "Feature");
            feature.put("id", id);
            feature.put("geometry", either.get("geometry"));
            feature.put("properties", properties);
            return feature;
        }
    }
}
