package org.riskmap.evacuation;

import java.util.Arrays;
import org.riskmap.traveltime.Pairs;

/**
 * The most persons that find a place in the open sites: a maximum flow that is augmented site by site (Ford and Fulkerson
 * 1956), never solved anew.
 */
final class PlacedPersons implements SiteValue {

    private static final int NONE = -1;

    private final SitePairs pairs;
    private final int[] capacity;
    private final int[] left;
    private final int[] persons;

    /** While a chain is looked for: the pair by which a settlement would come in, a site would lose somebody. */
    private final int[] into;

    private final int[] outOf;
    private final int[] queue;

    PlacedPersons(int[] population, int[] capacity, SitePairs pairs) {
        this(pairs, capacity, population.clone(), new int[pairs.pairs().count()]);
    }

    private PlacedPersons(SitePairs pairs, int[] capacity, int[] left, int[] persons) {
        this.pairs = pairs;
        this.capacity = capacity;
        this.left = left;
        this.persons = persons;
        this.into = new int[left.length];
        this.outOf = new int[capacity.length];
        this.queue = new int[capacity.length];
    }

    @Override
    public SiteValue copy() {
        return new PlacedPersons(pairs, capacity, left.clone(), persons.clone());
    }

    @Override
    public long gain(int site) {
        long waiting = 0;
        for (int pair : pairs.of(site)) {
            waiting += left[pairs.pairs().origin(pair)];
            if (waiting >= capacity[site]) {
                return capacity[site]; // they fill it without anybody moving
            }
        }
        return new PlacedPersons(pairs, capacity, left.clone(), persons.clone()).fill(site);
    }

    @Override
    public void open(int site) {
        fill(site);
    }

    private long fill(int site) {
        long filled = 0;
        while (filled < capacity[site]) {
            int start = chainTo(site);
            if (start == NONE) {
                break;
            }
            filled += move(start, site, (int) (capacity[site] - filled));
        }
        return filled;
    }

    /** A settlement with people left from which a chain of moves leads into a site; {@link #NONE} where there is none. */
    private int chainTo(int site) {
        Pairs all = pairs.pairs();
        Arrays.fill(into, NONE);
        Arrays.fill(outOf, NONE);
        int size = 0;
        queue[size++] = site;
        for (int next = 0; next < size; next++) {
            for (int pair : pairs.of(queue[next])) {
                int settlement = all.origin(pair);
                if (into[settlement] == NONE) {
                    into[settlement] = pair;
                    if (left[settlement] > 0) {
                        return settlement;
                    }
                    for (int other : pairs.from(settlement)) {
                        int from = all.target(other);
                        if (persons[other] > 0 && outOf[from] == NONE && from != site) {
                            outOf[from] = other;
                            queue[size++] = from;
                        }
                    }
                }
            }
        }
        return NONE;
    }

    private int move(int start, int site, int room) {
        Pairs all = pairs.pairs();
        int most = Math.min(left[start], room);
        for (int at = all.target(into[start]); at != site; at = all.target(into[all.origin(outOf[at])])) {
            most = Math.min(most, persons[outOf[at]]);
        }
        left[start] -= most;
        persons[into[start]] += most;
        int at = all.target(into[start]);
        while (at != site) {
            int moving = all.origin(outOf[at]);
            persons[outOf[at]] -= most;
            persons[into[moving]] += most;
            at = all.target(into[moving]);
        }
        return most;
    }
}
