package org.riskmap.process;

import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.result.Runs;
import org.riskmap.result.StoredRun;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The id of a run goes in; what was asked then, to be asked again, comes out. */
@Component
final class EarlierRuns {

    private static final int ID_LENGTH = 32;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Runs runs;

    EarlierRuns(Runs runs) {
        this.runs = runs;
    }

    /**
     * The run of {@code evacuation-coverage} that the input {@code run} names.
     *
     * @param inputs of a process that takes all inputs of a coverage
     * @throws InvalidInput where there is no such run, it was of another process, or other inputs stand beside it
     */
    EarlierRun coverage(Inputs inputs, ProcessDescription description) {
        Input given = inputs.get("run");
        Set<String> beside = new TreeSet<>(inputs.names());
        beside.remove("run");
        if (!beside.isEmpty()) {
            throw given.wrong(
                    "a run has its own inputs, and " + String.join(", ", beside) + " stands beside it",
                    "leave the run or the others out");
        }
        StoredRun run = runs.find(given.text(ID_LENGTH))
                .orElseThrow(() -> given.wrong(
                        "there is no run " + given.shown(), "give run.id of an answer of evacuation-coverage"));
        JsonNode about = JSON.readTree(run.outputs().get("run").bytes());
        if (!run.outputs().keySet().containsAll(Set.of("demand", "assignments"))) {
            throw given.wrong("the run is of another process", "give run.id of an answer of evacuation-coverage");
        }
        ObjectNode asked = ((ObjectNode) about.get("parameters")).deepCopy();
        asked.remove("closures"); // those in force count now as they did then
        for (Iterator<JsonNode> values = asked.values().iterator(); values.hasNext(); ) {
            if (values.next().has("sha256")) {
                throw given.wrong("its inline features were too many to be kept", "give its inputs instead");
            }
        }
        return new EarlierRun(
                run.id(),
                Inputs.of(asked, description),
                JSON.readTree(run.outputs().get("assignments").bytes()));
    }
}
