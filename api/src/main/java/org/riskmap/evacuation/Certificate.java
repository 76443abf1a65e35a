package org.riskmap.evacuation;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.riskmap.traveltime.Pairs;

/**
 * Proves from a flow alone that no other is better, whatever solver found it: no person without a place can get one by any
 * chain of exchanges (max flow, min cut: Ford and Fulkerson 1956), and no cycle of exchanges saves cost (Klein 1967),
 * because prices exist under which none does.
 */
final class Certificate {

    private final int[] left;
    private final int[] room;
    private final int[] first;
    private final Pairs pairs;
    private final int[] persons;
    private final int[] came;
    private final int[][] pairsOfSettlement;
    private final int[][] pairsOfShelter;
    private final int[] leftFirst;

    Certificate(int[] population, int[] first, int[] capacity, Pairs pairs, List<Allocation.Share> shares) {
        this.left = population.clone();
        this.leftFirst = first.clone();
        this.first = first;
        this.room = capacity.clone();
        this.pairs = pairs;
        this.persons = new int[pairs.count()];
        this.came = new int[pairs.count()];
        for (Allocation.Share share : shares) {
            persons[share.pair()] = share.persons();
            came[share.pair()] = share.first();
            left[pairs.origin(share.pair())] -= share.persons();
            leftFirst[pairs.origin(share.pair())] -= share.first();
            room[pairs.target(share.pair())] -= share.persons();
        }
        this.pairsOfSettlement = byEnd(pairs, population.length, true);
        this.pairsOfShelter = byEnd(pairs, capacity.length, false);
    }

    private static int[][] byEnd(Pairs pairs, int ends, boolean origin) {
        int[] count = new int[ends];
        for (int pair = 0; pair < pairs.count(); pair++) {
            count[origin ? pairs.origin(pair) : pairs.target(pair)]++;
        }
        int[][] lists = new int[ends][];
        Arrays.setAll(lists, end -> new int[count[end]]);
        for (int pair = pairs.count() - 1; pair >= 0; pair--) {
            int end = origin ? pairs.origin(pair) : pairs.target(pair);
            lists[end][--count[end]] = pair;
        }
        return lists;
    }

    /**
     * The bounds, which the flow attains.
     *
     * @throws IllegalStateException where the flow can be improved: the solver is wrong
     */
    Coverage.Proof proof() {
        long placed = 0;
        long cost = 0;
        long vulnerable = 0;
        for (int pair = 0; pair < persons.length; pair++) {
            placed += persons[pair];
            cost += persons[pair] * pairs.cost(pair);
            vulnerable += came[pair];
        }
        check(Arrays.stream(left).min().orElse(0) >= 0, "somebody was placed twice");
        check(Arrays.stream(room).min().orElse(0) >= 0, "a shelter is overfull");
        check(!moreFit(), "more people could be placed");
        if (Arrays.stream(first).allMatch(persons -> persons == 0)) {
            check(pricesExist(), "an exchange of places would save time");
        } else {
            check(!moreVulnerableFit(), "more vulnerable people could be placed");
        }
        return new Coverage.Proof(placed, cost, vulnerable);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("the allocation is not the best: " + otherwise);
        }
    }

    private boolean moreFit() {
        return chainFrom(left, persons, true);
    }

    /** A vulnerable person may also take the place of somebody else. */
    private boolean moreVulnerableFit() {
        return chainFrom(leftFirst, came, false);
    }

    /** Whether a chain of exchanges leads from somebody without a place to a free one, or to one of lesser claim. */
    private boolean chainFrom(int[] without, int[] moving, boolean onlyFree) {
        boolean[] seen = new boolean[without.length];
        boolean[] tried = new boolean[room.length];
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        for (int i = 0; i < without.length; i++) {
            if (without[i] > 0) {
                seen[i] = true;
                queue.add(i);
            }
        }
        while (!queue.isEmpty()) {
            for (int pair : pairsOfSettlement[queue.remove()]) {
                int shelter = pairs.target(pair);
                if (!tried[shelter]) {
                    tried[shelter] = true;
                    if (room[shelter] > 0) {
                        return true;
                    }
                    for (int other : pairsOfShelter[shelter]) {
                        if (!onlyFree && persons[other] > came[other]) {
                            return true;
                        }
                        if (moving[other] > 0 && !seen[pairs.origin(other)]) {
                            seen[pairs.origin(other)] = true;
                            queue.add(pairs.origin(other));
                        }
                    }
                }
            }
        }
        return false;
    }

    /**
     * Bellman and Ford over exchanges: a settlement may send a person to a shelter (cost), call one back (−cost), a shelter
     * with room takes for one that gives up a used place (0), and a settlement with people left sends instead of one that
     * sent (0). Prices settle unless a cycle saves cost.
     */
    private boolean pricesExist() {
        int settlements = left.length;
        long[] price = new long[settlements + room.length + 2];
        int source = settlements + room.length;
        int sink = source + 1;
        for (int round = 0; round <= price.length; round++) {
            boolean changed = false;
            for (int pair = 0; pair < persons.length; pair++) {
                int from = pairs.origin(pair);
                int to = settlements + pairs.target(pair);
                changed |= lower(price, from, to, pairs.cost(pair));
                changed |= persons[pair] > 0 && lower(price, to, from, -pairs.cost(pair));
            }
            for (int i = 0; i < settlements; i++) {
                changed |= left[i] > 0 && lower(price, source, i, 0);
                changed |= sends(i) && lower(price, i, source, 0);
            }
            for (int shelter = 0; shelter < room.length; shelter++) {
                changed |= room[shelter] > 0 && lower(price, settlements + shelter, sink, 0);
                changed |= takes(shelter) && lower(price, sink, settlements + shelter, 0);
            }
            if (!changed) {
                return true;
            }
        }
        return false;
    }

    private static boolean lower(long[] price, int from, int to, long cost) {
        if (price[from] + cost >= price[to]) {
            return false;
        }
        price[to] = price[from] + cost;
        return true;
    }

    private boolean sends(int settlement) {
        return Arrays.stream(pairsOfSettlement[settlement]).anyMatch(pair -> persons[pair] > 0);
    }

    private boolean takes(int shelter) {
        return Arrays.stream(pairsOfShelter[shelter]).anyMatch(pair -> persons[pair] > 0);
    }
}
