package org.riskmap.evacuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.riskmap.network.RoadNetwork;
import org.riskmap.network.Snap;
import org.riskmap.network.Snapping;
import org.riskmap.network.TravelCosts;
import org.riskmap.network.TravelRule.Least;
import org.riskmap.traveltime.Access;
import org.riskmap.traveltime.Arrival;
import org.riskmap.traveltime.NearestTarget;
import org.riskmap.traveltime.Pairs;
import org.riskmap.traveltime.WithinLimit;

/** Who can get where on the roads, from the settlement's snapped place to the shelter's, both walks counted. */
final class RoadReach {

    /** Settlements that one thread takes at once. */
    private static final int AT_ONCE = 64;

    private final RoadNetwork network;
    private final TravelCosts costs;
    private final double maxSnapM;
    private final Question question;
    private final List<String> warnings = new ArrayList<>();

    private final long[] shelterSnapMm;
    private final List<Access> targets = new ArrayList<>();
    private final List<Integer> shelterOfTarget = new ArrayList<>();
    private final NearestTarget nearestTarget;
    private int acrossRiver;

    /** @param usable by shelter: whether it counts as far as is known before roads are looked at */
    RoadReach(RoadNetwork network, TravelCosts costs, double maxSnapM, Question question, boolean[] usable) {
        this.network = network;
        this.costs = costs;
        this.maxSnapM = maxSnapM;
        this.question = question;
        this.shelterSnapMm = new long[usable.length];
        Arrays.fill(shelterSnapMm, Reach.NOT_SNAPPED);
        snapShelters(usable);
        this.nearestTarget = NearestTarget.of(costs, targets);
    }

    private void snapShelters(boolean[] usable) {
        Snapping snapping = new Snapping(network, costs, maxSnapM);
        for (int i = 0; i < usable.length; i++) {
            Shelter shelter = question.shelters().get(i);
            Snap snap = usable[i] ? snapping.fromRoad(shelter.lon(), shelter.lat()) : null;
            if (snap != null) {
                shelterSnapMm[i] = snap.walkMm();
                targets.add(access(snap));
                shelterOfTarget.add(i);
                acrossRiver += snap.acrossRiver() ? 1 : 0;
            }
        }
        warnAcross(acrossRiver, "shelters are reached from a road");
    }

    private void warnAcross(int count, String what) {
        if (count > 0) {
            warnings.add(count + " " + what + " across a river: no road lies on their side within max_snap_m.");
        }
    }

    /** Says how many walk more than half of what is allowed, and how far. */
    private void warnFar(long[] snapMm) {
        long far = Arrays.stream(snapMm).filter(mm -> mm > maxSnapM * 500).count();
        if (far > 0) {
            warnings.add(far + " settlements are more than " + Math.round(maxSnapM / 2)
                    + " m from the road, the furthest "
                    + Math.round(Arrays.stream(snapMm).max().orElse(0) / 1000.0)
                    + " m; the walk is counted.");
        }
    }

    /** Best ways from any position on the network; catchments ask it about land. */
    NearestTarget nearestTarget() {
        return nearestTarget;
    }

    /** The shelter behind a target's number. */
    int shelterOf(int target) {
        return shelterOfTarget.get(target);
    }

    Reach solve() {
        List<Settlement> settlements = question.settlements();
        long[] snapMm = new long[settlements.size()];
        Arrays.fill(snapMm, Reach.NOT_SNAPPED);
        @Nullable Way[] nearest = new Way[settlements.size()];
        List<Access> origins = new ArrayList<>();
        List<Integer> settlementOfOrigin = new ArrayList<>();
        int across = 0;
        @Nullable Snap[] snaps = snaps(settlements);
        for (int i = 0; i < snapMm.length; i++) {
            Snap snap = snaps[i];
            if (snap != null) {
                snapMm[i] = snap.walkMm();
                across += snap.acrossRiver() ? 1 : 0;
                origins.add(access(snap));
                settlementOfOrigin.add(i);
                nearest[i] = way(nearestTarget.from(access(snap)));
            }
        }
        warnAcross(across, "settlements reach the road");
        warnFar(snapMm);
        Pairs onRoads =
                WithinLimit.pairs(costs, origins, targets, question.limit().most());
        Pairs pairs = new Pairs();
        for (int i = 0; i < onRoads.count(); i++) {
            pairs.add(
                    settlementOfOrigin.get(onRoads.origin(i)),
                    shelterOf(onRoads.target(i)),
                    onRoads.cost(i),
                    onRoads.other(i));
        }
        return new Reach(snapMm, nearest, shelterSnapMm, pairs, List.copyOf(warnings));
    }

    /** Where each settlement comes to the road; some at once, which do not depend on each other. */
    private @Nullable Snap[] snaps(List<Settlement> settlements) {
        @Nullable Snap[] snaps = new Snap[settlements.size()];
        int parts = (snaps.length + AT_ONCE - 1) / AT_ONCE;
        IntStream.range(0, parts).parallel().forEach(part -> {
            Snapping snapping = new Snapping(network, costs, maxSnapM);
            for (int i = part * AT_ONCE; i < Math.min(snaps.length, (part + 1) * AT_ONCE); i++) {
                snaps[i] = snapping.toRoad(
                        settlements.get(i).lon(), settlements.get(i).lat());
            }
        });
        return snaps;
    }

    private Access access(Snap snap) {
        boolean time = costs.rule().least() == Least.TIME;
        return new Access(
                snap.edge(),
                snap.placeMm(),
                time ? snap.walkMs() : snap.walkMm(),
                time ? snap.walkMm() : snap.walkMs());
    }

    private @Nullable Way way(@Nullable Arrival arrival) {
        if (arrival == null) {
            return null;
        }
        boolean time = costs.rule().least() == Least.TIME;
        return new Way(
                shelterOf(arrival.target()),
                time ? arrival.cost() : arrival.other(),
                time ? arrival.other() : arrival.cost());
    }
}
