package org.riskmap.evacuation;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Who is reached from which station in what time.
 *
 * @param settlements sorted by id
 * @param stations sorted by id
 * @param avoid polygons that do not overlap, degrees; roads inside may be left, never entered
 * @param closedRoads ids of roads that carry nobody
 * @param travel how one gets from a station to people
 * @param limitsMs ascending, inclusive, the turn-out counted
 * @param turnoutMs from the call to the moment the station is left
 */
public record CirclesQuestion(
        List<Settlement> settlements,
        List<Station> stations,
        Geometry avoid,
        Set<String> closedRoads,
        Travel.Roads travel,
        long[] limitsMs,
        long turnoutMs) {

    /**
     * Where help comes from.
     *
     * @param id unique among those of one question
     * @param name null where the source does not say
     * @param lon degrees
     * @param lat degrees
     */
    public record Station(String id, @Nullable String name, double lon, double lat) {}
}
