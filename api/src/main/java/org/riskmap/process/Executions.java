package org.riskmap.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.riskmap.result.Run;
import org.riskmap.result.Runs;
import org.riskmap.result.StoredRun;
import org.springframework.stereotype.Component;

/** A request that was understood goes in; the stored answer of its run comes out, solved now where nobody did before. */
@Component
final class Executions {

    private static final int ATTEMPTS = 3;

    private final Runs runs;
    private final Selections selections;

    Executions(Runs runs, Selections selections) {
        this.runs = runs;
        this.selections = selections;
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

    /** The versions of all data that the answer depends on, by its name. */
    Map<String, String> versions(Analysis.Task task) {
        Set<String> tables = new TreeSet<>(selections.tables(task.selections()));
        tables.addAll(task.otherTables());
        Map<String, String> versions = new LinkedHashMap<>(runs.versions().of(tables));
        versions.putAll(selections.foreignVersions(task.selections()));
        versions.putAll(task.otherVersions());
        return versions;
    }
}
