package org.riskmap.evacuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.riskmap.evacuation.Travel.Slope;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.network.Closures;
import org.riskmap.network.Mode;
import org.riskmap.network.Network;
import org.riskmap.network.RoadNetwork;
import org.riskmap.network.TravelCosts;
import org.riskmap.network.TravelRule;
import org.riskmap.network.TravelRule.Least;
import org.riskmap.postgis.Database;

/** Answers who can be evacuated where. Safe for many threads. */
public final class EvacuationCoverage {

    private final Network network;
    private final AdminAreas areas;
    private final WalkMaps maps;

    public EvacuationCoverage(Network network, Database database) {
        this(network, database, new WalkMaps());
    }

    EvacuationCoverage(Network network, Database database, WalkMaps maps) {
        this.network = network;
        this.areas = new AdminAreas(database);
        this.maps = maps;
    }

    /** The version of the heights that slopes are taken from; empty where there is no model. */
    public Optional<String> heightsVersion() {
        return network.heightsVersion();
    }

    /** Loads what the first question would have to wait for. */
    public void warmUp() {
        Allocation.warmUp();
        areas.current();
    }

    /**
     * Makes the maps of walks that most questions need, where nobody made them yet. A network that was built in the
     * background is given here, so that questions on it need not wait.
     */
    void prepare(RoadNetwork roads) {
        if (roads.graph().edgeCount() > 0) {
            maps.of(roads, Mode.WALK, Travel.USUAL_SNAP_M, false);
            maps.of(roads, Mode.DRIVE, Travel.USUAL_SNAP_M, true);
        }
    }

    /**
     * The coverage. The same question on the same data has the same answer, to the last digit.
     *
     * @throws InvalidInput ({@code travel.slope}, {@code closedRoads}) where the question does not fit the data
     */
    public Coverage solve(Question question, Steps steps) {
        AdminAreas.State land = areas.current();
        Reached reached = reached(question, steps);
        ForkJoinTask<Bookkeeping> books = counting(reached);
        steps.at(60, "catchments");
        Land catchments = reached.roads() == null
                ? new StraightCatchments(question, (Travel.StraightLine) question.travel(), reached.usable()).draw()
                : new RoadCatchments(question, reached.roads(), maps).draw(steps);
        List<String> warnings = new ArrayList<>(reached.warnings());
        warnings.addAll(catchments.warnings());
        return answer(reached, books, catchments, warnings, land, steps);
    }

    /** Who goes where does not depend on catchments: another processor may find it meanwhile. */
    private static ForkJoinTask<Bookkeeping> counting(Reached reached) {
        return ForkJoinPool.commonPool().submit(() -> new Bookkeeping(reached.question(), reached.reach()));
    }

    /** The coverage without catchments, for questions that are part of a larger one. */
    Coverage solveWithoutLand(Question question, Steps steps) {
        Reached reached = reached(question, steps);
        return answer(
                reached, counting(reached), new Land(List.of(), List.of()), reached.warnings(), areas.current(), steps);
    }

    /** Who can get where. */
    Reached reached(Question question, Steps steps) {
        @Nullable Exclusion[] excluded = excluded(question);
        boolean[] usable = new boolean[excluded.length];
        for (int i = 0; i < usable.length; i++) {
            usable[i] = excluded[i] == null;
        }
        if (question.travel() instanceof Travel.Roads travel) {
            return onRoads(question, travel, excluded, usable, steps);
        }
        steps.at(20, "distances");
        Reach reach = new StraightReach(question, (Travel.StraightLine) question.travel(), usable).solve();
        return new Reached(question, excluded, usable, reach, null, List.of());
    }

    private Reached onRoads(
            Question question, Travel.Roads travel, @Nullable Exclusion[] excluded, boolean[] usable, Steps steps) {
        steps.at(5, "road network");
        RoadNetwork roads = network.current();
        List<String> warnings = new ArrayList<>();
        TravelRule rule = rule(travel, question.limit().least(), roads, warnings);
        steps.at(15, "costs and closures");
        TravelCosts costs =
                TravelCosts.of(roads, rule, Closures.of(roads.graph(), question.avoid(), question.closedRoads()));
        steps.at(25, "ways to the shelters");
        RoadReach search = new RoadReach(roads, costs, travel.maxSnapM(), question, usable);
        Reach reach = search.solve();
        for (int i = 0; i < usable.length; i++) {
            boolean snapped = reach.shelterSnapMm()[i] != Reach.NOT_SNAPPED;
            excluded[i] = usable[i] && !snapped ? Exclusion.NOT_SNAPPED : excluded[i];
        }
        warnings.addAll(reach.warnings());
        return new Reached(
                question,
                excluded,
                usable,
                reach,
                new Reached.OnRoads(roads, costs, search, travel.maxSnapM()),
                warnings);
    }

    /** How somebody travels on a network. */
    static TravelRule rule(Travel.Roads travel, Least least, RoadNetwork roads, List<String> warnings) {
        return new TravelRule(travel.mode(), travel.speedKmh(), slopes(travel, roads, warnings), least);
    }

    /** The network as it is now. */
    RoadNetwork roads() {
        return network.current();
    }

    WalkMaps maps() {
        return maps;
    }

    AdminAreas.State areas() {
        return areas.current();
    }

    private static boolean slopes(Travel.Roads travel, RoadNetwork roads, List<String> warnings) {
        if (travel.slope() == Slope.OFF || travel.slope() == Slope.AUTO && travel.mode() == Mode.DRIVE) {
            return false;
        }
        if (roads.heights() == null) {
            if (travel.slope() == Slope.ON) {
                throw new InvalidInput(
                        "travel.slope", "there is no elevation model", "load a DEM, or give \"auto\" or false");
            }
            warnings.add("No elevation model is loaded: all ways count as flat.");
            return false;
        }
        if (roads.graph().roadsPartlyWithoutHeight() > 0) {
            warnings.add(roads.graph().roadsPartlyWithoutHeight()
                    + " roads leave the elevation model somewhere and count as flat there.");
        }
        return true;
    }

    private static @Nullable Exclusion[] excluded(Question question) {
        IndexedPointInAreaLocator avoid =
                question.avoid().isEmpty() ? null : new IndexedPointInAreaLocator(question.avoid());
        @Nullable Exclusion[] excluded = new Exclusion[question.shelters().size()];
        for (int i = 0; i < excluded.length; i++) {
            Shelter shelter = question.shelters().get(i);
            if (avoid != null && avoid.locate(new Coordinate(shelter.lon(), shelter.lat())) != Location.EXTERIOR) {
                excluded[i] = Exclusion.IN_HAZARD;
            } else if (!shelter.suited()) {
                excluded[i] = Exclusion.UNSUITED;
            } else if (question.capacity() && shelter.capacity() == 0) {
                excluded[i] = Exclusion.NO_CAPACITY;
            }
        }
        return excluded;
    }

    private static Coverage answer(
            Reached reached,
            ForkJoinTask<Bookkeeping> counting,
            Land catchments,
            List<String> warnings,
            AdminAreas.State land,
            Steps steps) {
        steps.at(80, "places for people");
        Question question = reached.question();
        Reach reach = reached.reach();
        Bookkeeping books = counting.join();
        int[] used = books.used();
        List<Coverage.Used> shelters = new ArrayList<>();
        for (int i = 0; i < used.length; i++) {
            shelters.add(new Coverage.Used(reached.excluded()[i], used[i], Reach.metres(reach.shelterSnapMm()[i])));
        }
        Groups groups = books.groups(land);
        List<Coverage.Served> served = books.served(groups);
        steps.at(90, "settlements in their catchments");
        return new Coverage(
                served,
                shelters,
                GroupSums.of(served, books.assignments(), groups),
                books.assignments(),
                catchments.counted(question, reach, land),
                books.proof(),
                warnings);
    }
}
