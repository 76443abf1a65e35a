package org.riskmap.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskmap.kernel.Feature;
import org.riskmap.network.Closures;
import org.riskmap.network.Mode;
import org.riskmap.network.Network;
import org.riskmap.network.RoadNetwork;
import org.riskmap.network.Snapping;
import org.riskmap.network.Topology;
import org.riskmap.network.TravelCosts;
import org.riskmap.network.TravelRule;
import org.riskmap.network.TravelRule.Least;
import org.riskmap.result.CanonicalJson;
import org.springframework.stereotype.Component;

/** The process {@code network-topology}: the roads to what may be wrong with them, and who does not get to them. */
@Component
final class NetworkTopologyProcess implements Analysis {

    private static final double SNAP_M = 500;
    private static final double MOST_SNAP_M = 5_000;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final ProcessDescription description = ProcessDescription.load("network-topology");
    private final Network network;
    private final Selections selections;

    NetworkTopologyProcess(Network network, Selections selections) {
        this.network = network;
        this.selections = selections;
    }

    @Override
    public ProcessDescription description() {
        return description;
    }

    @Override
    public Task read(Inputs inputs) {
        return new Request(
                inputs.get("mode").wordOr("walk", List.of("walk", "drive")),
                inputs.get("max_snap_m").numberOr(SNAP_M, 0, MOST_SNAP_M));
    }

    private final class Request implements Task {

        private final String mode;
        private final double maxSnapM;

        Request(String mode, double maxSnapM) {
            this.mode = mode;
            this.maxSnapM = maxSnapM;
        }

        @Override
        public Map<String, @Nullable Object> parameters() {
            Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
            parameters.put("mode", mode);
            parameters.put("max_snap_m", maxSnapM);
            return parameters;
        }

        @Override
        public Set<String> otherTables() {
            return Set.of("road", "river", "settlement", "shelter");
        }

        @Override
        public Outcome solve(Progress progress) {
            progress.at(10, "road network");
            RoadNetwork roads = network.current();
            Mode by = mode.equals("walk") ? Mode.WALK : Mode.DRIVE;
            Topology topology = Topology.of(roads, by);
            progress.at(50, "settlements and shelters");
            TravelCosts costs =
                    TravelCosts.of(roads, new TravelRule(by, 4, false, Least.LENGTH), Closures.none(roads.graph()));
            Snapping snapping = new Snapping(roads, costs, maxSnapM);
            List<Feature> lost = new ArrayList<>();
            Map<String, Object> counts = new LinkedHashMap<>();
            for (String layer : List.of("risk:settlement", "risk:shelter")) {
                counts.put(layer, unsnapped(layer, snapping, lost));
            }
            return outcome(topology, counts, lost);
        }

        private Map<String, Integer> unsnapped(String layer, Snapping snapping, List<Feature> lost) {
            int none = 0;
            int across = 0;
            for (Feature feature : selections.features(new Selection.OfLayer("layer", layer, null))) {
                Coordinate at = PeopleAndPlaces.place(java.util.Objects.requireNonNull(feature.geometry()));
                var snap = snapping.toRoad(at.x, at.y);
                if (snap == null || snap.acrossRiver()) {
                    none += snap == null ? 1 : 0;
                    across += snap == null ? 0 : 1;
                    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
                    properties.put("layer", layer);
                    properties.put("id", feature.id());
                    properties.put("name", feature.properties().get("name"));
                    properties.put("problem", snap == null ? "not_snapped" : "across_river");
                    properties.put("snap_m", snap == null ? null : CanonicalJson.decimals(snap.walkMm() / 1000.0, 3));
                    lost.add(new Feature(layer + "." + feature.id(), FACTORY.createPoint(at), properties));
                }
            }
            Map<String, Integer> counts = new LinkedHashMap<>();
            counts.put("not_snapped", none);
            counts.put("across_river", across);
            return counts;
        }
    }

    private static Outcome outcome(Topology topology, Map<String, Object> counts, List<Feature> lost) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("nodes", topology.nodes());
        summary.put("edges", topology.edges());
        summary.put("components", topology.components().size());
        summary.put("dead_ends", topology.deadEnds().size());
        summary.put("near_misses", topology.nearMisses().size());
        summary.put("unsnapped", counts);
        List<Feature> components = new ArrayList<>();
        for (Topology.Component one : topology.components()) {
            Map<String, @Nullable Object> properties = new LinkedHashMap<>();
            properties.put("edges", one.edges());
            properties.put("length_m", CanonicalJson.decimals(one.lengthM(), 3));
            components.add(feature("component-" + (components.size() + 1), one.lon(), one.lat(), properties));
        }
        List<Feature> ends = new ArrayList<>();
        for (Topology.DeadEnd one : topology.deadEnds()) {
            Map<String, @Nullable Object> properties = new LinkedHashMap<>();
            properties.put("road_id", one.roadId());
            ends.add(feature("end-" + (ends.size() + 1), one.lon(), one.lat(), properties));
        }
        List<Feature> misses = new ArrayList<>();
        for (Topology.NearMiss one : topology.nearMisses()) {
            Map<String, @Nullable Object> properties = new LinkedHashMap<>();
            properties.put("road_id", one.roadId());
            properties.put("other_road_id", one.otherId());
            properties.put("distance_m", CanonicalJson.decimals(one.distanceM(), 3));
            misses.add(feature("miss-" + (misses.size() + 1), one.lon(), one.lat(), properties));
        }
        Map<String, Output> outputs = new LinkedHashMap<>();
        outputs.put("summary", new Output.Json(summary));
        outputs.put("components", new Output.Features(components));
        outputs.put("dead_ends", new Output.Features(ends));
        outputs.put("near_misses", new Output.Features(misses));
        outputs.put("unsnapped", new Output.Features(lost));
        return new Outcome(outputs, List.of(), List.of());
    }

    private static Feature feature(String id, double lon, double lat, Map<String, @Nullable Object> properties) {
        Geometry point = FACTORY.createPoint(new Coordinate(lon, lat));
        return new Feature(id, point, properties);
    }
}
