package org.riskmap.evacuation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskmap.network.RoadNetwork;
import org.riskmap.network.TravelCosts;

/**
 * A question and who can get where.
 *
 * @param question that was asked
 * @param excluded by shelter, why it is not usable; null where it is
 * @param usable by shelter, whether it counted before roads were looked at
 * @param reach who can get where
 * @param roads what was found on the way; null in a straight line
 * @param warnings what a careful reader must know
 */
record Reached(
        Question question,
        @Nullable Exclusion[] excluded,
        boolean[] usable,
        Reach reach,
        @Nullable OnRoads roads,
        List<String> warnings) {

    /** The roads and the search on them. */
    record OnRoads(RoadNetwork network, TravelCosts costs, RoadReach search, double maxSnapM) {}
}
