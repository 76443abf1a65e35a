package org.riskmap.evacuation;

import java.util.ArrayList;
import java.util.List;
import org.riskmap.network.RoadGraph;
import org.riskmap.network.RoadNetwork;
import org.riskmap.network.TravelCosts;
import org.riskmap.traveltime.NearestTarget;

/**
 * Road catchments: land whose nearest usable road, within {@code max_snap_m} and not across a river, leads to a shelter
 * within the limit, the walk counted as for settlements.
 */
final class RoadCatchments {

    private final Question question;
    private final RoadNetwork network;
    private final TravelCosts costs;
    private final RoadReach reach;
    private final WalkMaps maps;
    private final double maxSnapM;

    RoadCatchments(Question question, Reached.OnRoads roads, WalkMaps maps) {
        this.question = question;
        this.network = roads.network();
        this.costs = roads.costs();
        this.reach = roads.search();
        this.maps = maps;
        this.maxSnapM = roads.maxSnapM();
    }

    Land draw(Steps steps) {
        RoadGraph graph = costs.graph();
        if (maxSnapM <= 0 || graph.edgeCount() == 0) {
            return new Land(List.of(), List.of());
        }
        WalkMap map = maps.of(network, costs.rule().mode(), maxSnapM, false);
        List<String> warnings = new ArrayList<>();
        if (map.stepM > maxSnapM / 4) {
            warnings.add("Catchments are drawn coarsely, with a vertex every " + Math.round(map.stepM)
                    + " m: max_snap_m is small for so large an area.");
        }
        NearestTarget targets = reach.nearestTarget();
        long limit = question.limit().most();
        LandLabels labels = new LandLabels(map, network, costs, targets, question.avoid(), limit);
        steps.at(70, "outlines");
        List<Land.Piece> pieces = new ArrayList<>();
        new RoadLand(map, labels, costs, targets, limit)
                .byTarget(limit)
                .forEach((target, land) -> pieces.add(new Land.Piece(reach.shelterOf(target), land)));
        return new Land(pieces, warnings);
    }
}
