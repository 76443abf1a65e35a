package org.riskmap.evacuation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.riskmap.elevation.Heights;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.network.Closures;
import org.riskmap.network.Lengths;
import org.riskmap.network.RoadGraph;
import org.riskmap.network.RoadNetwork;
import org.riskmap.network.Snap;
import org.riskmap.network.Snapping;
import org.riskmap.network.TravelCosts;
import org.riskmap.network.TravelRule.Least;
import org.riskmap.traveltime.Access;
import org.riskmap.traveltime.Arrival;
import org.riskmap.traveltime.NearestTarget;
import org.riskmap.traveltime.Stage;

/**
 * The way that people take to a shelter, on the roads: to the one that gave them a place, or to the nearest usable one. Safe
 * for many threads.
 */
public final class EvacuationRoutes {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final EvacuationCoverage coverage;

    public EvacuationRoutes(EvacuationCoverage coverage) {
        this.coverage = coverage;
    }

    /**
     * The routes of everybody who has a way; who has none is in the coverage, with the reason.
     *
     * @param assigned to the shelters where people are given places; else to the nearest usable one within the limit
     * @throws InvalidInput ({@code travel.network}) where the question is not about roads
     */
    public Routes solve(Question question, boolean assigned, Steps steps) {
        if (!(question.travel() instanceof Travel.Roads travel)) {
            throw new InvalidInput("travel.network", "a straight line has no route", "give \"road\"");
        }
        Coverage solved = coverage.solveWithoutLand(question, (percent, doing) -> {});
        steps.at(50, "routes");
        RoadNetwork roads = coverage.roads();
        Search search = new Search(question, travel, roads);
        List<Route> routes = new ArrayList<>();
        if (assigned) {
            solved.assignments().forEach(one -> search.add(one.settlement(), one.shelter(), one.persons(), routes));
        } else {
            for (int i = 0; i < solved.served().size(); i++) {
                Coverage.Served served = solved.served().get(i);
                Way nearest = served.nearest();
                boolean within = nearest != null
                        && (question.limit().least() == Least.TIME ? nearest.ms() : nearest.mm())
                                <= question.limit().most();
                if (nearest != null && within) {
                    search.add(i, nearest.shelter(), served.population(), routes);
                }
            }
        }
        routes.sort(Comparator.comparingInt(Route::settlement).thenComparingInt(Route::shelter));
        return new Routes(routes, solved, solved.warnings());
    }

    private static final class Search {

        private final Question question;
        private final RoadNetwork roads;
        private final RoadGraph graph;
        private final TravelCosts costs;
        private final TravelCosts open;
        private final Snapping snapping;
        private final Snapping openSnapping;
        private final Map<Integer, NearestTarget> toShelter = new HashMap<>();
        private final Map<Integer, NearestTarget> toShelterOpen = new HashMap<>();

        Search(Question question, Travel.Roads travel, RoadNetwork roads) {
            this.question = question;
            this.roads = roads;
            this.graph = roads.graph();
            var rule = EvacuationCoverage.rule(travel, question.limit().least(), roads, new ArrayList<>());
            this.costs = TravelCosts.of(roads, rule, Closures.of(graph, question.avoid(), question.closedRoads()));
            this.open = costs.closures().any() ? TravelCosts.of(roads, rule, Closures.none(graph)) : costs;
            this.snapping = new Snapping(roads, costs, travel.maxSnapM());
            this.openSnapping = new Snapping(roads, open, travel.maxSnapM());
        }

        void add(int settlement, int shelter, int persons, List<Route> routes) {
            Settlement from = question.settlements().get(settlement);
            Shelter to = question.shelters().get(shelter);
            Access origin = access(costs, snapping.toRoad(from.lon(), from.lat()));
            NearestTarget target = toShelter.computeIfAbsent(shelter, unused -> target(costs, snapping, to));
            Arrival arrival = origin == null ? null : target.from(origin);
            if (origin == null || arrival == null) {
                throw new IllegalStateException("no way from " + from.id() + " to " + to.id());
            }
            LineString line = line(from, to, target.path(origin));
            double[] climb = climb(line);
            boolean time = question.limit().least() == Least.TIME;
            long ms = time ? arrival.cost() : arrival.other();
            Set<String> closed = new TreeSet<>();
            boolean[] avoids = {false};
            long without = withoutClosures(from, to, shelter, closed, avoids);
            routes.add(new Route(
                    settlement,
                    shelter,
                    persons,
                    ms,
                    time ? arrival.other() : arrival.cost(),
                    line,
                    Double.isNaN(climb[0]) ? null : climb[0],
                    Double.isNaN(climb[1]) ? null : climb[1],
                    List.copyOf(closed),
                    avoids[0],
                    Math.max(0, ms - without)));
        }

        /** Time of the way that would be best; collects what is closed on it. */
        private long withoutClosures(Settlement from, Shelter to, int shelter, Set<String> closed, boolean[] avoids) {
            if (open == costs) {
                return Long.MAX_VALUE;
            }
            Access origin = access(open, openSnapping.toRoad(from.lon(), from.lat()));
            NearestTarget target = toShelterOpen.computeIfAbsent(shelter, unused -> target(open, openSnapping, to));
            Arrival arrival = origin == null ? null : target.from(origin);
            if (origin == null || arrival == null) {
                return Long.MAX_VALUE;
            }
            for (Stage stage : target.path(origin)) {
                if (question.closedRoads().contains(graph.roadId(stage.edge()))) {
                    closed.add(graph.roadId(stage.edge()));
                } else if (costs.along(stage.edge(), stage.fromMm(), stage.toMm()) == TravelCosts.CLOSED) {
                    avoids[0] = true;
                }
            }
            return question.limit().least() == Least.TIME ? arrival.cost() : arrival.other();
        }

        private NearestTarget target(TravelCosts by, Snapping snap, Shelter shelter) {
            Access access = access(by, snap.fromRoad(shelter.lon(), shelter.lat()));
            return NearestTarget.of(by, access == null ? List.of() : List.of(access));
        }

        private static @Nullable Access access(TravelCosts by, @Nullable Snap snap) {
            if (snap == null) {
                return null;
            }
            boolean time = by.rule().least() == Least.TIME;
            return new Access(
                    snap.edge(),
                    snap.placeMm(),
                    time ? snap.walkMs() : snap.walkMm(),
                    time ? snap.walkMm() : snap.walkMs());
        }

        private LineString line(Settlement from, Shelter to, List<Stage> stages) {
            List<Coordinate> line = new ArrayList<>();
            line.add(new Coordinate(from.lon(), from.lat()));
            for (Stage stage : stages) {
                addStage(stage, line);
            }
            addOnce(line, to.lon(), to.lat());
            if (line.size() == 1) {
                line.add(line.get(0).copy());
            }
            return FACTORY.createLineString(line.toArray(Coordinate[]::new));
        }

        private void addStage(Stage stage, List<Coordinate> line) {
            int edge = stage.edge();
            addOnce(line, graph.lonAt(edge, stage.fromMm()), graph.latAt(edge, stage.fromMm()));
            int first = graph.firstCoordinate(edge);
            int last = graph.lastCoordinate(edge);
            boolean forward = stage.toMm() >= stage.fromMm();
            for (int k = first; k <= last; k++) {
                int i = forward ? k : last + first - k;
                int place = graph.placeOf(edge, i);
                if (place > Math.min(stage.fromMm(), stage.toMm()) && place < Math.max(stage.fromMm(), stage.toMm())) {
                    addOnce(line, graph.lonOf(i), graph.latOf(i));
                }
            }
            addOnce(line, graph.lonAt(edge, stage.toMm()), graph.latAt(edge, stage.toMm()));
        }

        private static void addOnce(List<Coordinate> line, double lon, double lat) {
            Coordinate last = line.get(line.size() - 1);
            if (last.x != lon || last.y != lat) {
                line.add(new Coordinate(lon, lat));
            }
        }

        /** Metres up and down, the ground's height read once per cell of the model; NaN where it is not known. */
        private double[] climb(LineString line) {
            Heights heights = roads.heights();
            if (heights == null) {
                return new double[] {Double.NaN, Double.NaN};
            }
            double up = 0;
            double down = 0;
            double restM = heights.spacingM();
            Coordinate start = line.getCoordinateN(0);
            double before = heights.metresAt(start.x, start.y);
            for (int i = 0; i + 1 < line.getNumPoints(); i++) {
                Coordinate a = line.getCoordinateN(i);
                Coordinate b = line.getCoordinateN(i + 1);
                double lengthM = Lengths.metres(a.x, a.y, b.x, b.y);
                boolean end = i + 2 == line.getNumPoints();
                double at = restM;
                while (at < lengthM || end && at < lengthM + heights.spacingM()) {
                    double share = lengthM == 0 ? 1 : Math.min(1, at / lengthM);
                    double now = heights.metresAt(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y));
                    up += Math.max(0, now - before);
                    down += Math.max(0, before - now);
                    up = Double.isNaN(now) ? Double.NaN : up;
                    down = Double.isNaN(now) ? Double.NaN : down;
                    before = now;
                    at += heights.spacingM();
                }
                restM = at - lengthM;
            }
            return new double[] {up, down};
        }
    }
}
