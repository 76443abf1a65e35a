package org.riskmap.evacuation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Who is reached in what time.
 *
 * @param arrivals by settlement, in the order of the question; null where no station gets there
 * @param stationSnapM by station, the walk to the road, metres; null where none is near enough and the station counts for
 *     nothing
 * @param land by limit: what is reached within it, polygons in degrees; may be empty
 * @param zones land within the last limit by the station that is there first, without stations that have none
 * @param warnings what a careful reader must know
 */
public record Circles(
        List<@Nullable First> arrivals,
        List<@Nullable Double> stationSnapM,
        List<Geometry> land,
        List<Zone> zones,
        List<String> warnings) {

    /**
     * The station that is there first.
     *
     * @param station number in the question
     * @param ms from the call to the arrival, turn-out counted
     * @param mm length of the way
     */
    public record First(int station, long ms, long mm) {

        /** Whole seconds, rounded up. */
        public long travelTimeS() {
            return Way.seconds(ms);
        }
    }

    /**
     * Land where one station is there first, within the last limit.
     *
     * @param station number in the question
     * @param land polygons in degrees, not empty; zones do not overlap
     */
    public record Zone(int station, Geometry land) {}
}
