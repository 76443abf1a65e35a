package org.riskmap.evacuation;

import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/**
 * What is asked.
 *
 * @param settlements sorted by id
 * @param shelters sorted by id
 * @param avoid polygons that do not overlap, degrees: shelters inside drop out, roads inside may be left, never entered;
 *     may be empty
 * @param closedRoads ids of roads that carry nobody
 * @param travel how people get there
 * @param limit how far they may go
 * @param capacity whether shelters can be full
 * @param groupBy {@code township} or {@code village}: the level of the areas that are summed up
 */
public record Question(
        List<Settlement> settlements,
        List<Shelter> shelters,
        Geometry avoid,
        Set<String> closedRoads,
        Travel travel,
        Limit limit,
        boolean capacity,
        String groupBy) {}
