package org.riskmap.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.riskmap.result.Run;
import org.riskmap.result.Runs;
import org.riskmap.result.StoredRun;
import org.springframework.stereotype.Component;

/** A request that was understood goes in; the stored answer of its run comes out, solved now where nobody did before. */
@Component
final class Executions {

    private static final int ATTEMPTS = 3;

    private final Runs runs;

    Executions(Runs runs) {
        this.runs = runs;
    }

    /**
     * Solves against one state of the data: where a table changed between the first and the last look, again.
     *
     * @throws Failure.DataChanging where it changed during every attempt
     */
    StoredRun answer(ProcessDescription process, Analysis.Task task, Progress progress) {
        Map<String, String> before = versions(task);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Run run = new Run(process.id(), process.version(), task.parameters(), before);
            Optional<StoredRun> stored = runs.find(run.id());
            if (stored.isPresent()) {
                return stored.get();
            }
            Outcome outcome = task.solve(progress);
            Map<String, String> after = versions(task);
            if (after.equals(before)) {
                return runs.store(run, outcome::texts, outcome.warnings(), outcome.rows());
            }
            before = after;
        }
        throw new Failure.DataChanging(ATTEMPTS);
    }

    Optional<StoredRun> find(String runId) {
        return runs.find(runId);
    }

    private Map<String, String> versions(Analysis.Task task) {
        Map<String, String> versions = new LinkedHashMap<>(runs.versions().of(task.tables()));
        versions.putAll(task.otherVersions());
        return versions;
    }
}
