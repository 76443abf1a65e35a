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
 * @param vulnerableFirst whether as many of the vulnerable as possible get a place before others do
 * @param groupBy what people are summed up by: {@code township} or {@code village} they live in, {@code natural_village},
 *     {@code tier} of the shelter that takes them in
 */
public record Question(
        List<Settlement> settlements,
        List<Shelter> shelters,
        Geometry avoid,
        Set<String> closedRoads,
        Travel travel,
        Limit limit,
        boolean capacity,
        boolean vulnerableFirst,
        String groupBy) {

    /** Everybody counts alike. */
    public Question(
            List<Settlement> settlements,
            List<Shelter> shelters,
            Geometry avoid,
            Set<String> closedRoads,
            Travel travel,
            Limit limit,
            boolean capacity,
            String groupBy) {
        this(settlements, shelters, avoid, closedRoads, travel, limit, capacity, false, groupBy);
    }

    /** The same with other shelters. */
    Question with(List<Shelter> others) {
        return new Question(settlements, others, avoid, closedRoads, travel, limit, capacity, vulnerableFirst, groupBy);
    }
}
