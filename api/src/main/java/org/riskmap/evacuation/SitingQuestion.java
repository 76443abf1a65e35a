package org.riskmap.evacuation;

import java.util.List;

/**
 * Where the next shelters help most.
 *
 * @param base people, shelters there are, limit, closures
 * @param candidates where one could be, sorted by id; no id stands among the shelters
 * @param required by candidate, whether it is chosen in any case
 * @param count how many are chosen in all, the required among them
 * @param aim what they are chosen for
 */
public record SitingQuestion(Question base, List<Shelter> candidates, boolean[] required, int count, Aim aim) {

    /** What sites are chosen for. */
    public enum Aim {
        /** Most persons with a place; without capacities, with a shelter within the limit (maximal covering). */
        PERSONS,
        /**
         * Least sum of persons times cost to the nearest shelter, who has none within the limit counting with the whole
         * limit (p-median).
         */
        PERSON_TIME
    }
}
