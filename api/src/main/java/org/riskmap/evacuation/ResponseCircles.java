package org.riskmap.evacuation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskmap.network.Closures;
import org.riskmap.network.RoadNetwork;
import org.riskmap.network.Snap;
import org.riskmap.network.Snapping;
import org.riskmap.network.TravelCosts;
import org.riskmap.network.TravelRule.Least;
import org.riskmap.traveltime.Access;
import org.riskmap.traveltime.Arrival;
import org.riskmap.traveltime.NearestTarget;

/**
 * Who is reached from a station within some times, and which station is there first: ways lead away from the stations,
 * along one-way roads in their direction. Only land that can be reached belongs to a circle. Safe for many threads.
 */
public final class ResponseCircles {

    private static final Geometry NOWHERE = new GeometryFactory().createMultiPolygon();

    private final EvacuationCoverage coverage;

    public ResponseCircles(EvacuationCoverage coverage) {
        this.coverage = coverage;
    }

    /** The circles. The same question on the same data has the same answer. */
    public Circles solve(CirclesQuestion question, Steps steps) {
        steps.at(10, "road network");
        RoadNetwork roads = coverage.roads();
        List<String> warnings = new ArrayList<>();
        TravelCosts costs = TravelCosts.of(
                roads,
                EvacuationCoverage.rule(question.travel(), Least.TIME, roads, warnings),
                Closures.of(roads.graph(), question.avoid(), question.closedRoads()));
        steps.at(20, "ways from the stations");
        return new Search(question, roads, costs, warnings).solve(steps);
    }

    private final class Search {

        private final CirclesQuestion question;
        private final RoadNetwork roads;
        private final TravelCosts costs;
        private final List<String> warnings;
        private final List<@Nullable Double> stationSnapM = new ArrayList<>();
        private final List<Integer> stationOfTarget = new ArrayList<>();
        private final NearestTarget stations;

        Search(CirclesQuestion question, RoadNetwork roads, TravelCosts costs, List<String> warnings) {
            this.question = question;
            this.roads = roads;
            this.costs = costs;
            this.warnings = warnings;
            Snapping snapping = new Snapping(roads, costs, question.travel().maxSnapM());
            List<Access> sources = new ArrayList<>();
            for (int i = 0; i < question.stations().size(); i++) {
                CirclesQuestion.Station station = question.stations().get(i);
                Snap snap = snapping.toRoad(station.lon(), station.lat());
                stationSnapM.add(snap == null ? null : snap.walkMm() / 1000.0);
                if (snap != null) {
                    sources.add(access(snap));
                    stationOfTarget.add(i);
                }
            }
            int far = question.stations().size() - sources.size();
            if (far > 0) {
                warnings.add(far + " stations have no usable road within max_snap_m and count for nothing.");
            }
            this.stations = NearestTarget.outward(costs, sources);
        }

        private static Access access(Snap snap) {
            return new Access(snap.edge(), snap.placeMm(), snap.walkMs(), snap.walkMm());
        }

        Circles solve(Steps steps) {
            List<Circles.@Nullable First> arrivals = arrivals();
            steps.at(40, "land");
            AdminAreas.State areas = coverage.areas();
            long last = limit(question.limitsMs().length - 1);
            double maxSnapM = question.travel().maxSnapM();
            if (maxSnapM <= 0 || roads.graph().edgeCount() == 0 || last < 0) {
                List<Geometry> nothing = Collections.nCopies(question.limitsMs().length, NOWHERE);
                return new Circles(arrivals, stationSnapM, nothing, List.of(), warnings);
            }
            WalkMap map = coverage.maps().of(roads, costs.rule().mode(), maxSnapM, true);
            LandLabels labels = new LandLabels(map, roads, costs, stations, question.avoid(), last);
            RoadLand drawing = new RoadLand(map, labels, costs, stations, last);
            List<Geometry> land = IntStream.range(0, question.limitsMs().length)
                    .parallel()
                    .mapToObj(i -> drawing.within(limit(i)).map(areas::inCounty).orElse(NOWHERE))
                    .toList();
            List<Circles.Zone> zones = drawing.byTarget(last).entrySet().parallelStream()
                    .map(zone -> new Circles.Zone(stationOfTarget.get(zone.getKey()), areas.inCounty(zone.getValue())))
                    .filter(zone -> !zone.land().isEmpty())
                    .toList();
            return new Circles(arrivals, stationSnapM, land, zones, warnings);
        }

        /** What of a limit is left after the turn-out; negative where nothing is. */
        private long limit(int number) {
            return question.limitsMs()[number] - question.turnoutMs();
        }

        private List<Circles.@Nullable First> arrivals() {
            Snapping snapping = new Snapping(roads, costs, question.travel().maxSnapM());
            List<Circles.@Nullable First> arrivals = new ArrayList<>();
            int across = 0;
            for (Settlement settlement : question.settlements()) {
                Snap snap = snapping.fromRoad(settlement.lon(), settlement.lat());
                Arrival arrival = snap == null ? null : stations.from(access(snap));
                across += snap != null && snap.acrossRiver() ? 1 : 0;
                arrivals.add(
                        arrival == null
                                ? null
                                : new Circles.First(
                                        stationOfTarget.get(arrival.target()),
                                        arrival.cost() + question.turnoutMs(),
                                        arrival.other()));
            }
            if (across > 0) {
                warnings.add(across
                        + " settlements reach the road across a river: no road lies on their side within max_snap_m.");
            }
            return arrivals;
        }
    }
}
