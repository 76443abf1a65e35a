package org.riskmap.evacuation;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
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
 * Says for any position on a grid's land which target is nearest and what the way costs: by the road one can walk to, under
 * closures. For one thread; others use their {@link #twin}.
 */
final class LandLabels {

    /** In place of a target where none can be reached. */
    static final int NONE = -1;

    private final WalkMap map;
    private final LandGrid grid;
    private final TravelCosts costs;
    private final Closures closures;
    private final SegmentCosts ways;
    private final boolean time;
    private final boolean outward;

    private int[] segment;
    private int[] placeMm;
    private int[] plainMm;
    private int[] feltMm;

    /** Cost of the way that was asked for last. */
    private long cost;

    /**
     * @param avoid the area of the closures
     * @param limit what costs more need not be found
     */
    LandLabels(WalkMap map, RoadNetwork network, TravelCosts costs, NearestTarget targets, Geometry avoid, long limit) {
        this.map = map;
        this.grid = map.grid;
        this.costs = costs;
        this.closures = costs.closures();
        this.ways = new SegmentCosts(map, costs, targets, limit);
        this.time = costs.rule().least() == Least.TIME;
        this.outward = targets.outward();
        this.segment = map.segment;
        this.placeMm = map.placeMm;
        this.plainMm = map.plainMm;
        this.feltMm = costs.rule().slopes() ? map.feltMm : map.plainMm;
        if (closures.any()) {
            this.segment = segment.clone();
            this.placeMm = placeMm.clone();
            this.plainMm = plainMm.clone();
            this.feltMm = feltMm.clone();
            goAround(network, avoid);
        }
    }

    private LandLabels(LandLabels other) {
        this.map = other.map;
        this.grid = other.grid;
        this.costs = other.costs;
        this.closures = other.closures;
        this.ways = other.ways.twin();
        this.time = other.time;
        this.outward = other.outward;
        this.segment = other.segment;
        this.placeMm = other.placeMm;
        this.plainMm = other.plainMm;
        this.feltMm = other.feltMm;
    }

    /** The same for another thread. */
    LandLabels twin() {
        return new LandLabels(this);
    }

    /** Finds the road anew for points whose road is closed or out of reach behind land to avoid. */
    private void goAround(RoadNetwork network, Geometry avoid) {
        Snapping snapping = new Snapping(network, costs, map.maxSnapM);
        if (closures.anyRoad()) {
            for (int point = 0; point < segment.length; point++) {
                if (segment[point] != NONE && !costs.usable(map.edgeOf[segment[point]])) {
                    snap(point, snapping);
                }
            }
        }
        for (int part = 0; part < avoid.getNumGeometries(); part++) {
            goAround(avoid.getGeometryN(part).getEnvelopeInternal(), snapping);
        }
    }

    private void goAround(Envelope box, Snapping snapping) {
        double reach = map.maxSnapM * 1.02;
        int south = Math.max(0, (int) Math.floor(grid.row(box.getMinY()) - reach / map.stepM));
        int north = Math.min(grid.rows - 1, (int) Math.ceil(grid.row(box.getMaxY()) + reach / map.stepM));
        int west = Math.max(0, (int) Math.floor(grid.column(box.getMinX()) - reach / map.stepM - 2));
        int east = Math.min(grid.columns - 1, (int) Math.ceil(grid.column(box.getMaxX()) + reach / map.stepM + 2));
        for (int row = south; row <= north; row++) {
            for (int point = row * grid.columns + west; point <= row * grid.columns + east; point++) {
                if (segment[point] != NONE && enters(point, box)) {
                    snap(point, snapping);
                }
            }
        }
    }

    private boolean enters(int point, Envelope box) {
        int edge = map.edgeOf[segment[point]];
        double lon = grid.lonOf(point);
        double lat = grid.latOf(point);
        double roadLon = map.graph.lonAt(edge, placeMm[point]);
        double roadLat = map.graph.latAt(edge, placeMm[point]);
        return Math.min(lon, roadLon) <= box.getMaxX()
                && Math.max(lon, roadLon) >= box.getMinX()
                && Math.min(lat, roadLat) <= box.getMaxY()
                && Math.max(lat, roadLat) >= box.getMinY()
                && (walkEnters(lon, lat, roadLon, roadLat)
                        || !closures.avoided(lon, lat) && closures.inside(edge, placeMm[point]));
    }

    private boolean walkEnters(double lon, double lat, double roadLon, double roadLat) {
        return outward
                ? closures.walkEnters(roadLon, roadLat, lon, lat)
                : closures.walkEnters(lon, lat, roadLon, roadLat);
    }

    private void snap(int point, Snapping snapping) {
        double lon = grid.lonOf(point);
        double lat = grid.latOf(point);
        @Nullable Snap snap = outward ? snapping.fromRoad(lon, lat) : snapping.toRoad(lon, lat);
        if (snap == null || snap.acrossRiver()) {
            segment[point] = NONE;
        } else {
            segment[point] = map.graph.segmentAt(snap.edge(), snap.placeMm());
            placeMm[point] = snap.placeMm();
            plainMm[point] = Math.toIntExact(snap.walkMm());
            feltMm[point] = (int) Math.round(snap.walkMs() * costs.rule().walkKmh() / 3.6);
        }
    }

    /** The nearest target from a grid's point, {@link #NONE} where there is none whose way costs no more than a limit. */
    int targetWithin(int point, long limit) {
        int i = segment[point];
        if (i == NONE || !ways.reaching(i)) {
            return NONE;
        }
        long leg = time ? costs.rule().walkMs(feltMm[point]) : plainMm[point];
        int only = ways.only(i);
        if (only == NONE || only != SegmentCosts.SEVERAL && leg + ways.least(i) > limit) {
            return NONE;
        }
        if (only != SegmentCosts.SEVERAL && leg + ways.most(i) <= limit) {
            return only;
        }
        int target = target(i, placeMm[point], leg);
        return cost <= limit ? target : NONE;
    }

    /**
     * Whether all of the way between two neighbouring points belongs to the target of the one's segment or the other's, so
     * that {@link #change} is the border; false where that is not known.
     */
    boolean settled(int from, int to, long limit) {
        double longestMm = Math.max(plainMm(from), plainMm(to)) + 1500 * map.stepM;
        double slowest = Math.max(orFlat(slowness(from)), orFlat(slowness(to)));
        double leg = time ? costs.rule().walkMs(longestMm * slowest) : longestMm;
        return settled(segment[from], leg, limit) && settled(segment[to], leg, limit);
    }

    private boolean settled(int i, double longestLeg, long limit) {
        if (i == NONE || !ways.reaching(i) || ways.only(i) == NONE) {
            return true;
        }
        return ways.only(i) != SegmentCosts.SEVERAL && (longestLeg + ways.most(i) <= limit || ways.least(i) > limit);
    }

    private int plainMm(int point) {
        return segment[point] == NONE ? 0 : plainMm[point];
    }

    private static double orFlat(double slowness) {
        return Double.isNaN(slowness) ? 1 : slowness;
    }

    /**
     * Where on the way from a point to its eastern or northern neighbour people begin to walk to the other's segment, as a
     * share; of no meaning where they walk to one.
     */
    double change(int from, int to) {
        if (segment[from] == segment[to]) {
            return 1;
        }
        boolean asEver = segment[from] == map.segment[from] && segment[to] == map.segment[to];
        return asEver ? map.change(from, to) : map.change(from, to, segment[from], segment[to], this::blocks);
    }

    /**
     * Halves the way between two neighbouring points until it is known where it leaves the area of the first, then takes the
     * middle.
     *
     * @param inFirst whether a target, or {@link #NONE}, belongs to the first point's area
     * @param change see {@link #change}
     */
    double border(int from, int to, double change, long limit, IntPredicate inFirst) {
        double lon = grid.lonOf(from);
        double lat = grid.latOf(from);
        double eastward = grid.lonOf(to) - lon;
        double northward = grid.latOf(to) - lat;
        double slownessFrom = slowness(from);
        double slownessTo = slowness(to);
        double low = 0;
        double high = 1;
        for (int k = 0; k < WalkMap.HALVINGS; k++) {
            double middle = (low + high) / 2;
            double slowness = between(slownessFrom, slownessTo, middle);
            int i = middle < change ? segment[from] : segment[to];
            int there = targetFrom(i, lon + middle * eastward, lat + middle * northward, slowness, limit);
            if (inFirst.test(there)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private int targetFrom(int i, double lon, double lat, double slowness, long limit) {
        if (i == NONE || !ways.reaching(i)) {
            return NONE;
        }
        double along = map.share(lon, lat, i);
        double walkM = map.distanceM(lon, lat, map.roadLon(i, along), map.roadLat(i, along));
        long leg = time ? costs.rule().walkMs(walkM * 1000 * slowness) : Math.round(walkM * 1000);
        int only = ways.only(i);
        if (only == NONE || only != SegmentCosts.SEVERAL && leg + ways.least(i) > limit) {
            return NONE;
        }
        if (only != SegmentCosts.SEVERAL && leg + ways.most(i) <= limit) {
            return only;
        }
        int target = target(i, map.placeMm(i, along), leg);
        return cost <= limit ? target : NONE;
    }

    /** How much slower than on the flat the walk is, between what it is at two points. */
    private static double between(double one, double other, double share) {
        if (Double.isNaN(one) || Double.isNaN(other)) {
            return Double.isNaN(one) ? (Double.isNaN(other) ? 1 : other) : one;
        }
        return one + share * (other - one);
    }

    private double slowness(int point) {
        return segment[point] == NONE || plainMm[point] == 0 ? Double.NaN : (double) feltMm[point] / plainMm[point];
    }

    private boolean blocks(double lon, double lat, int i) {
        double share = map.share(lon, lat, i);
        return blocks(lon, lat, map.roadLon(i, share), map.roadLat(i, share));
    }

    private boolean blocks(double lon, double lat, double roadLon, double roadLat) {
        return map.rivers.crossed(lon, lat, roadLon, roadLat)
                || closures.avoidsNear(
                                Math.min(lon, roadLon),
                                Math.min(lat, roadLat),
                                Math.max(lon, roadLon),
                                Math.max(lat, roadLat))
                        && walkEnters(lon, lat, roadLon, roadLat);
    }

    private int target(int i, int place, long leg) {
        int edge = map.edgeOf[i];
        if (ways.exact(edge)) {
            Arrival arrival = ways.targets().from(new Access(edge, place, leg, 0));
            cost = arrival == null ? NearestTarget.UNREACHED : arrival.cost();
            return arrival == null ? NONE : arrival.target();
        }
        int target = ways.target(i, place);
        cost = target == NONE ? NearestTarget.UNREACHED : leg + ways.cost();
        return target;
    }
}
