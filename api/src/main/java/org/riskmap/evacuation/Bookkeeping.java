package org.riskmap.evacuation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.riskmap.evacuation.Coverage.Proof;
import org.riskmap.evacuation.Coverage.Served;
import org.riskmap.network.TravelRule.Least;
import org.riskmap.traveltime.Pairs;

/** Counts persons: who of which settlement goes where, and why others do not. */
final class Bookkeeping {

    private final Question question;
    private final Reach reach;
    private final boolean[] reachable;
    private final List<Assignment> assignments = new ArrayList<>();
    private @Nullable Proof proof;

    Bookkeeping(Question question, Reach reach) {
        this.question = question;
        this.reach = reach;
        this.reachable = new boolean[question.settlements().size()];
        for (int pair = 0; pair < reach.pairs().count(); pair++) {
            reachable[reach.pairs().origin(pair)] = true;
        }
        if (question.capacity()) {
            allocate();
        } else {
            sendToNearest();
        }
    }

    private void allocate() {
        int[] population =
                question.settlements().stream().mapToInt(Settlement::population).toArray();
        int[] vulnerable = question.settlements().stream()
                .mapToInt(settlement -> question.vulnerableFirst() ? settlement.vulnerable() : 0)
                .toArray();
        int[] capacity =
                question.shelters().stream().mapToInt(Shelter::capacity).toArray();
        Pairs pairs = reach.pairs();
        boolean time = question.limit().least() == Least.TIME;
        List<Allocation.Share> shares = Allocation.solve(population, vulnerable, capacity, pairs);
        for (Allocation.Share share : shares) {
            long cost = pairs.cost(share.pair());
            long other = pairs.other(share.pair());
            assignments.add(new Assignment(
                    pairs.origin(share.pair()),
                    pairs.target(share.pair()),
                    share.persons(),
                    time ? cost : other,
                    time ? other : cost));
        }
        proof = new Certificate(population, vulnerable, capacity, pairs, shares).proof();
    }

    /** That nothing better is possible; null where capacity does not count. */
    @Nullable
    Proof proof() {
        return proof;
    }

    private void sendToNearest() {
        for (int i = 0; i < reachable.length; i++) {
            Way way = reach.nearest()[i];
            int persons = question.settlements().get(i).population();
            if (reachable[i] && way != null && persons > 0) {
                assignments.add(new Assignment(i, way.shelter(), persons, way.ms(), way.mm()));
            }
        }
    }

    List<Assignment> assignments() {
        return assignments;
    }

    /** Persons by shelter. */
    int[] used() {
        int[] used = new int[question.shelters().size()];
        assignments.forEach(assignment -> used[assignment.shelter()] += assignment.persons());
        return used;
    }

    List<Served> served(AdminAreas.State areas) {
        int[] assigned = new int[reachable.length];
        @Nullable Assignment[] main = new Assignment[reachable.length];
        for (Assignment assignment : assignments) {
            int i = assignment.settlement();
            assigned[i] += assignment.persons();
            Assignment before = main[i];
            main[i] = before == null || assignment.persons() > before.persons() ? assignment : before;
        }
        List<Served> served = new ArrayList<>();
        for (int i = 0; i < reachable.length; i++) {
            Settlement settlement = question.settlements().get(i);
            AdminAreas.Area area = areas.at(question.groupBy(), settlement.lon(), settlement.lat());
            Assignment most = main[i];
            served.add(new Served(
                    settlement.population(),
                    reachable[i] ? settlement.population() : 0,
                    assigned[i],
                    assigned[i] == settlement.population() ? null : reason(i),
                    reach.nearest()[i],
                    most == null ? null : new Way(most.shelter(), most.ms(), most.mm()),
                    Reach.metres(reach.snapMm()[i]),
                    area == null ? null : area.code()));
        }
        return served;
    }

    private Reason reason(int settlement) {
        if (reach.snapMm()[settlement] == Reach.NOT_SNAPPED) {
            return Reason.NOT_SNAPPED;
        }
        if (reach.nearest()[settlement] == null) {
            return Reason.NO_PATH;
        }
        return reachable[settlement] ? Reason.NO_CAPACITY : Reason.TOO_FAR;
    }

    /** Sums by area, of those that hold settlements; people in no area last. */
    List<Coverage.Area> areas(List<Served> served, AdminAreas.State areas) {
        Map<String, String> names = new LinkedHashMap<>();
        areas.areas().stream()
                .filter(area -> area.level().equals(question.groupBy()))
                .forEach(area -> names.put(area.code(), area.name()));
        Map<String, long[]> sums = new TreeMap<>();
        long[] nowhere = new long[4];
        for (Served one : served) {
            long[] sum = one.areaCode() == null ? nowhere : sums.computeIfAbsent(one.areaCode(), unused -> new long[4]);
            sum[0] += one.population();
            sum[1] += one.reachable();
            sum[2] += one.assigned();
            sum[3]++;
        }
        List<Coverage.Area> result = new ArrayList<>();
        sums.forEach((code, sum) -> result.add(new Coverage.Area(code, names.get(code), sum[0], sum[1], sum[2])));
        if (nowhere[3] > 0) {
            result.add(new Coverage.Area(null, null, nowhere[0], nowhere[1], nowhere[2]));
        }
        return result;
    }
}
