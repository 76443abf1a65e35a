package org.riskmap.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.riskmap.process.CoverageQuestions.Asked;

/** A request with the inputs of a coverage: what its answer depends on, before it selects more. */
abstract class CoverageTask implements Analysis.Task {

    final Asked asked;

    CoverageTask(Asked asked) {
        this.asked = asked;
    }

    @Override
    public List<Selection> selections() {
        return asked.selections();
    }

    @Override
    public Set<String> otherTables() {
        return asked.otherTables();
    }

    @Override
    public Map<String, String> otherVersions() {
        return asked.otherVersions();
    }
}
