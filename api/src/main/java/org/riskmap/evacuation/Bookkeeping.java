package org.riskmap.evacuation;

import java.util.ArrayList;
import java.util.List;
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

    /** By settlement the way to the shelter that takes most of it; null where none is taken. */
    private final @Nullable Way[] mainWays;

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
        this.mainWays = mainWays();
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

    private @Nullable Way[] mainWays() {
        @Nullable Assignment[] main = new Assignment[reachable.length];
        for (Assignment assignment : assignments) {
            Assignment before = main[assignment.settlement()];
            main[assignment.settlement()] =
                    before == null || assignment.persons() > before.persons() ? assignment : before;
        }
        @Nullable Way[] ways = new Way[main.length];
        for (int i = 0; i < ways.length; i++) {
            Assignment most = main[i];
            ways[i] = most == null ? null : new Way(most.shelter(), most.ms(), most.mm());
        }
        return ways;
    }

    /** The groups that are asked for. */
    Groups groups(AdminAreas.State areas) {
        @Nullable Way[] ways = mainWays.clone();
        for (int i = 0; i < ways.length; i++) {
            ways[i] = ways[i] == null ? reach.nearest()[i] : ways[i];
        }
        return new Groups(question, areas, ways);
    }

    List<Served> served(Groups groups) {
        int[] assigned = new int[reachable.length];
        assignments.forEach(assignment -> assigned[assignment.settlement()] += assignment.persons());
        List<Served> served = new ArrayList<>();
        for (int i = 0; i < reachable.length; i++) {
            int population = question.settlements().get(i).population();
            Groups.Group group = groups.of(i);
            served.add(new Served(
                    population,
                    reachable[i] ? population : 0,
                    assigned[i],
                    assigned[i] == population ? null : reason(i),
                    reach.nearest()[i],
                    mainWays[i],
                    Reach.metres(reach.snapMm()[i]),
                    group == null ? null : group.code()));
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
}
