package org.riskmap.warning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.kernel.Feature;

/**
 * What a warning means for what is there.
 *
 * @param zones zones of geological hazard and of forest fire that share land with the warned area; features' properties
 *     name {@code layer}, {@code id}, {@code name}, {@code class}, {@code kind} and whether the zone is {@code closed}
 * @param points points and lines of geological hazard and hazardous sites in it, with the same properties but the last
 * @param settlements in it, with {@code population}, {@code households}, {@code vulnerable}, {@code admin_code}
 * @param roads that come into it, with {@code class} and {@code closed}: {@code whole}, {@code part} (it crosses closed
 *     land) or null
 * @param movers who must leave, in the order of leaving
 * @param closed what is closed
 * @param closedRoads ids of roads that are closed whole
 */
public record Impact(
        List<Feature> zones,
        List<Feature> points,
        List<Feature> settlements,
        List<Feature> roads,
        List<Mover> movers,
        List<Closed> closed,
        List<String> closedRoads) {

    /**
     * A settlement that must leave.
     *
     * @param settlement with its properties
     * @param order from 1: the move of the rule that holds for it
     * @param why as the rule says
     * @param near table of what it is near to; {@code area}: it is in the warned area
     * @param nearId its id; null for the area
     * @param distanceM geodesic, metres; 0 inside
     */
    public record Mover(
            Feature settlement,
            int order,
            String why,
            String near,
            @Nullable String nearId,
            double distanceM) {}

    /**
     * Closed land, or land whose roads of some classes are closed.
     *
     * @param name what a planner reads
     * @param land polygons, degrees
     * @param roadClasses comma-separated; null: the land is closed
     */
    public record Closed(
            String name, Geometry land, @Nullable String roadClasses) {}
}
