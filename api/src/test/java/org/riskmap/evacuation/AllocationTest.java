package org.riskmap.evacuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.riskmap.traveltime.Pairs;

class AllocationTest {

    @Test
    void a_short_way_for_one_gives_way_when_another_would_have_none() {
        //   a (3) –1– s (3),  a –9– t (3),  b (3) –5– s only
        Pairs pairs = new Pairs();
        pairs.add(0, 0, 1, 0);
        pairs.add(1, 0, 5, 0);
        pairs.add(0, 1, 9, 0);
        List<Allocation.Share> shares = Allocation.solve(new int[] {3, 3}, new int[] {3, 3}, pairs);
        assertThat(shares).containsExactly(new Allocation.Share(2, 3, 0), new Allocation.Share(1, 3, 0));
    }

    @Test
    void large_costs_and_numbers_do_not_overflow() {
        // two million persons, ways of 1000 km in millimetres: 2e15 person-millimetres
        Pairs pairs = new Pairs();
        pairs.add(0, 0, 1_000_000_000L, 0);
        pairs.add(1, 0, 999_999_999L, 0);
        List<Allocation.Share> shares =
                Allocation.solve(new int[] {2_000_000, 2_000_000}, new int[] {2_000_001}, pairs);
        assertThat(shares).containsExactly(new Allocation.Share(0, 1, 0), new Allocation.Share(1, 2_000_000, 0));
    }

    @Test
    void the_allocation_is_as_good_as_the_best_of_all() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int[] population = random.ints(3, 0, 5).toArray();
            int[] capacity = random.ints(3, 0, 5).toArray();
            long[][] cost = new long[3][3];
            Pairs pairs = new Pairs();
            for (int shelter = 0; shelter < 3; shelter++) {
                for (int settlement = 0; settlement < 3; settlement++) {
                    cost[settlement][shelter] = random.nextInt(3) == 0 ? -1 : random.nextInt(9);
                    if (cost[settlement][shelter] >= 0) {
                        pairs.add(settlement, shelter, cost[settlement][shelter], 0);
                    }
                }
            }
            long persons = 0;
            long total = 0;
            for (Allocation.Share share : Allocation.solve(population, capacity, pairs)) {
                persons += share.persons();
                total += share.persons() * pairs.cost(share.pair());
            }
            assertThat(new long[] {persons, total})
                    .as("seed " + seed)
                    .isEqualTo(best(population.clone(), capacity.clone(), cost, 0));
        }
    }

    /** Tries every way to place every person, one settlement and shelter after the other: most persons, then least cost. */
    private static long[] best(int[] left, int[] room, long[][] cost, int cell) {
        if (cell == 9) {
            return new long[] {0, 0};
        }
        int settlement = cell / 3;
        int shelter = cell % 3;
        int most = cost[settlement][shelter] < 0 ? 0 : Math.min(left[settlement], room[shelter]);
        long[] best = {-1, 0};
        for (int persons = 0; persons <= most; persons++) {
            left[settlement] -= persons;
            room[shelter] -= persons;
            long[] rest = best(left, room, cost, cell + 1);
            left[settlement] += persons;
            room[shelter] += persons;
            long placed = rest[0] + persons;
            long total = rest[1] + persons * Math.max(0, cost[settlement][shelter]);
            if (placed > best[0] || placed == best[0] && total < best[1]) {
                best = new long[] {placed, total};
            }
        }
        return best;
    }
}
