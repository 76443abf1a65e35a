package org.riskmap.process;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.riskmap.evacuation.Assignment;
import org.riskmap.evacuation.Coverage;
import org.riskmap.evacuation.Question;
import tools.jackson.databind.JsonNode;

/**
 * A stored run of {@code evacuation-coverage} that is asked about again.
 *
 * @param id of the run
 * @param inputs it was given, every default filled in
 * @param assignments its output of that name
 */
record EarlierRun(String id, Inputs inputs, JsonNode assignments) {

    /** What a reader must know where the data is not any more what the run was solved with. */
    List<String> warnings(CoverageQuestions.Asked asked, Coverage now, Question question) {
        Map<String, Integer> then = new TreeMap<>();
        for (JsonNode one : assignments) {
            then.put(
                    one.get("demand_id").asString() + " "
                            + one.get("shelter_id").asString(),
                    one.get("persons").asInt());
        }
        Map<String, Integer> again = new TreeMap<>();
        for (Assignment one : now.assignments()) {
            again.put(
                    question.settlements().get(one.settlement()).id() + " "
                            + question.shelters().get(one.shelter()).id(),
                    one.persons());
        }
        return then.equals(again)
                ? List.of()
                : List.of("The data has changed since the run " + id
                        + ": these are the routes of its allocation as it would be now.");
    }
}
