package org.riskmap.evacuation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;

/**
 * The way of some people to a shelter.
 *
 * @param settlement number in the question
 * @param shelter number in the question
 * @param persons who take it
 * @param ms time
 * @param mm length
 * @param line from the settlement to the shelter, degrees
 * @param climbM metres up, in all; null where heights are not known everywhere on the way
 * @param descentM metres down, in all; null likewise
 * @param closedRoads ids of closed roads on the way that would be best if nothing were closed, sorted
 * @param avoidsLand whether that way comes into land to avoid
 * @param longerMs how much longer than that way this one takes
 */
public record Route(
        int settlement,
        int shelter,
        int persons,
        long ms,
        long mm,
        LineString line,
        @Nullable Double climbM,
        @Nullable Double descentM,
        List<String> closedRoads,
        boolean avoidsLand,
        long longerMs) {

    /** Whole seconds, rounded up. */
    public long travelTimeS() {
        return Way.seconds(ms);
    }
}
