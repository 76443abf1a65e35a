package org.riskmap.process;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskmap.evacuation.Coverage;
import org.riskmap.evacuation.EvacuationCoverage;
import org.riskmap.evacuation.Question;
import org.springframework.stereotype.Component;

/** The process {@code evacuation-coverage}: people, shelters, closures and a limit to who finds a place where. */
@Component
final class EvacuationCoverageProcess implements Analysis {

    private final ProcessDescription description = ProcessDescription.load("evacuation-coverage");
    private final CoverageQuestions questions;
    private final EvacuationCoverage coverage;

    EvacuationCoverageProcess(CoverageQuestions questions, EvacuationCoverage coverage) {
        this.questions = questions;
        this.coverage = coverage;
    }

    @Override
    public ProcessDescription description() {
        return description;
    }

    @Override
    public Task read(Inputs inputs) {
        return new Request(questions.read(inputs));
    }

    private final class Request extends CoverageTask {

        Request(CoverageQuestions.Asked asked) {
            super(asked);
        }

        @Override
        public Map<String, @Nullable Object> parameters() {
            return asked.parameters();
        }

        @Override
        public Outcome solve(Progress progress) {
            progress.at(0, "reading");
            PeopleAndPlaces reader = asked.reader();
            Question question = asked.question(reader);
            Coverage answer = coverage.solve(question, progress::at);
            progress.at(95, "writing");
            return new EvacuationCoverageOutcome(question, answer).outcome(asked.warnings(reader, answer.warnings()));
        }
    }
}
