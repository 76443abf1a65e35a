package org.riskmap.traveltime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.riskmap.network.Closures;
import org.riskmap.network.Drawn;
import org.riskmap.network.Mode;
import org.riskmap.network.RoadGraph;
import org.riskmap.network.RoadNetwork;
import org.riskmap.network.TravelCosts;
import org.riskmap.network.TravelRule;
import org.riskmap.network.TravelRule.Least;

class SearchTest {

    @Test
    void times_are_toward_the_target_and_one_way_streets_make_them_differ() {
        //   a --100--> b --100-- c      d (no road)      by car: 36 km/h, 10 m/s
        RoadNetwork network = new Drawn()
                .road("ab", "residential", "yes", 0, 0, 100, 0)
                .road("bc", 100, 0, 200, 0)
                .road("d", 900, 0, 950, 0)
                .network();
        TravelCosts costs = costs(network, Mode.DRIVE, Least.TIME);
        NearestTarget toC = NearestTarget.of(costs, List.of(new Access(1, 100_000, 0, 0)));
        assertThat(costsByRoadStart(network.graph(), toC)).containsExactly(20_000, 10_000, NearestTarget.UNREACHED);
        NearestTarget toA = NearestTarget.of(costs, List.of(new Access(0, 0, 0, 0)));
        assertThat(costsByRoadStart(network.graph(), toA))
                .containsExactly(0, NearestTarget.UNREACHED, NearestTarget.UNREACHED);
        // on foot the sign does not hold; 3.6 km/h, 1 m/s
        NearestTarget walkToA =
                NearestTarget.of(costs(network, Mode.WALK, Least.TIME), List.of(new Access(0, 0, 0, 0)));
        assertThat(costsByRoadStart(network.graph(), walkToA)).containsExactly(0, 100_000, NearestTarget.UNREACHED);
    }

    @Test
    void between_equally_near_targets_the_first_counts() {
        //   t1 --100-- m --100-- t0
        RoadNetwork network = new Drawn()
                .road("r", 0, 0, 100, 0, 200, 0)
                .road("s", 100, 0, 100, 5)
                .network();
        TravelCosts costs = costs(network, Mode.WALK, Least.TIME);
        Access west = new Access(0, 0, 0, 0);
        Access east = new Access(1, 100_000, 0, 0);
        Access middle = new Access(1, 0, 0, 0);
        assertThat(NearestTarget.of(costs, List.of(west, east)).from(middle))
                .isEqualTo(new Arrival(0, 100_000, 100_000));
        assertThat(NearestTarget.of(costs, List.of(east, west)).from(middle))
                .isEqualTo(new Arrival(0, 100_000, 100_000));
    }

    @Test
    void people_and_a_target_on_one_edge_go_along_it_not_round_through_its_ends() {
        RoadNetwork network = new Drawn().road("r", 0, 0, 1000, 0).network();
        TravelCosts costs = costs(network, Mode.WALK, Least.TIME);
        Access target = new Access(0, 600_000, 7_000, 7_000);
        assertThat(NearestTarget.of(costs, List.of(target)).from(new Access(0, 500_000, 3_000, 3_000)))
                .isEqualTo(new Arrival(0, 110_000, 110_000));
        Pairs pairs = WithinLimit.pairs(costs, List.of(new Access(0, 500_000, 3_000, 3_000)), List.of(target), 110_000);
        assertThat(pairs.count()).isEqualTo(1);
        assertThat(pairs.cost(0)).isEqualTo(110_000);
        assertThat(WithinLimit.pairs(costs, List.of(new Access(0, 500_000, 3_000, 3_000)), List.of(target), 109_999)
                        .count())
                .isZero();
    }

    @Test
    void on_a_one_way_street_who_has_passed_the_target_goes_round() {
        //   0 --> 300 one-way, back by 300 → 300,100 → 0,100 → 0
        RoadNetwork network = new Drawn()
                .road("there", "residential", "yes", 0, 0, 300, 0)
                .road("back", 300, 0, 300, 100, 0, 100, 0, 0)
                .network();
        TravelCosts costs = costs(network, Mode.DRIVE, Least.LENGTH);
        Arrival behind =
                NearestTarget.of(costs, List.of(new Access(0, 100_000, 0, 0))).from(new Access(0, 200_000, 0, 0));
        assertThat(behind.cost()).isBetween(699_990L, 700_010L);
    }

    @Test
    void all_costs_agree_with_relaxing_every_edge_until_nothing_changes() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            RoadNetwork network = randomTown(random);
            Least least = seed % 2 == 0 ? Least.TIME : Least.LENGTH;
            TravelCosts costs = costs(network, seed % 3 == 0 ? Mode.WALK : Mode.DRIVE, least);
            List<Access> targets = places(random, network.graph(), 4);
            List<Access> origins = places(random, network.graph(), 12);
            long limit = 60_000;
            Pairs pairs = WithinLimit.pairs(costs, origins, targets, limit);
            int pair = 0;
            for (int target = 0; target < targets.size(); target++) {
                long[] relaxed = relaxed(costs, targets.get(target));
                for (int origin = 0; origin < origins.size(); origin++) {
                    long expected = expected(costs, origins.get(origin), targets.get(target), relaxed);
                    if (expected <= limit) {
                        assertThat(pairs.origin(pair)).isEqualTo(origin);
                        assertThat(pairs.target(pair)).isEqualTo(target);
                        assertThat(pairs.cost(pair++)).isEqualTo(expected);
                    }
                }
            }
            assertThat(pairs.count()).isEqualTo(pair);
            nearestIsTheLeastOfAll(costs, origins, targets);
        }
    }

    @Test
    void in_a_town_of_many_thousand_nodes_every_one_has_the_least_cost_and_the_first_of_the_nearest_targets() {
        RoadNetwork network = bigTown(new Random(5));
        RoadGraph graph = network.graph();
        assertThat(graph.nodeCount()).isGreaterThan(10_000);
        TravelCosts costs = costs(network, Mode.DRIVE, Least.TIME);
        List<Access> targets = places(new Random(6), graph, 5);
        NearestTarget nearest = NearestTarget.of(costs, targets);
        long[][] relaxed =
                targets.stream().map(target -> relaxed(costs, target)).toArray(long[][]::new);
        for (int node = 0; node < graph.nodeCount(); node++) {
            int first = 0;
            for (int target = 1; target < targets.size(); target++) {
                first = relaxed[target][node] < relaxed[first][node] ? target : first;
            }
            assertThat(nearest.costFrom(node)).isEqualTo(relaxed[first][node]);
            assertThat(nearest.targetFrom(node)).isEqualTo(relaxed[first][node] == Long.MAX_VALUE ? -1 : first);
        }
    }

    @Test
    void many_targets_searched_together_give_what_each_gives_alone_in_the_order_given() {
        Random random = new Random(3);
        RoadNetwork network = randomTown(random);
        TravelCosts costs = costs(network, Mode.WALK, Least.TIME);
        List<Access> origins = places(random, network.graph(), 20);
        List<Access> targets = places(random, network.graph(), 150);
        Pairs together = WithinLimit.pairs(costs, origins, targets, 200_000);
        int pair = 0;
        for (int target = 0; target < targets.size(); target++) {
            Pairs alone = WithinLimit.pairs(costs, origins, List.of(targets.get(target)), 200_000);
            for (int i = 0; i < alone.count(); i++, pair++) {
                assertThat(together.target(pair)).isEqualTo(target);
                assertThat(together.origin(pair)).isEqualTo(alone.origin(i));
                assertThat(together.cost(pair)).isEqualTo(alone.cost(i));
                assertThat(together.other(pair)).isEqualTo(alone.other(i));
            }
        }
        assertThat(together.count()).isEqualTo(pair).isPositive();
    }

    private static void nearestIsTheLeastOfAll(TravelCosts costs, List<Access> origins, List<Access> targets) {
        NearestTarget nearest = NearestTarget.of(costs, targets);
        for (Access origin : origins) {
            long least = Long.MAX_VALUE;
            int first = -1;
            for (int target = 0; target < targets.size(); target++) {
                long cost = expected(costs, origin, targets.get(target), relaxed(costs, targets.get(target)));
                if (cost < least) {
                    least = cost;
                    first = target;
                }
            }
            Arrival arrival = nearest.from(origin);
            if (first < 0) {
                assertThat(arrival).isNull();
            } else {
                assertThat(arrival.cost()).isEqualTo(least);
                assertThat(arrival.target()).isEqualTo(first);
            }
        }
    }

    /** Costs from every node to a target by Bellman and Ford's way. */
    private static long[] relaxed(TravelCosts costs, Access target) {
        RoadGraph graph = costs.graph();
        long[] cost = new long[graph.nodeCount()];
        Arrays.fill(cost, Long.MAX_VALUE);
        for (int end = 0; end < 2; end++) {
            int place = end == 0 ? 0 : graph.lengthMm(target.edge());
            int along = costs.along(target.edge(), place, target.placeMm());
            int node = end == 0 ? graph.tail(2 * target.edge()) : graph.head(2 * target.edge());
            if (along >= 0) {
                cost[node] = Math.min(cost[node], target.cost() + along);
            }
        }
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int arc = 0; arc < 2 * graph.edgeCount(); arc++) {
                int length = graph.lengthMm(arc >> 1);
                int step = costs.along(arc >> 1, (arc & 1) == 0 ? 0 : length, (arc & 1) == 0 ? length : 0);
                long before = cost[graph.head(arc)];
                if (step >= 0 && before != Long.MAX_VALUE && before + step < cost[graph.tail(arc)]) {
                    cost[graph.tail(arc)] = before + step;
                    changed = true;
                }
            }
        }
        return cost;
    }

    private static long expected(TravelCosts costs, Access origin, Access target, long[] relaxed) {
        RoadGraph graph = costs.graph();
        long best = Long.MAX_VALUE;
        int length = graph.lengthMm(origin.edge());
        int back = costs.along(origin.edge(), origin.placeMm(), 0);
        int forth = costs.along(origin.edge(), origin.placeMm(), length);
        long tail = relaxed[graph.tail(2 * origin.edge())];
        long head = relaxed[graph.head(2 * origin.edge())];
        best = back >= 0 && tail != Long.MAX_VALUE ? Math.min(best, origin.cost() + back + tail) : best;
        best = forth >= 0 && head != Long.MAX_VALUE ? Math.min(best, origin.cost() + forth + head) : best;
        int direct = origin.edge() == target.edge()
                ? costs.along(origin.edge(), origin.placeMm(), target.placeMm())
                : TravelCosts.CLOSED;
        return direct >= 0 ? Math.min(best, origin.cost() + direct + target.cost()) : best;
    }

    /** Crooked streets of 8 to 80 metres between 105 × 105 corners, a tenth missing, some one-way. */
    private static RoadNetwork bigTown(Random random) {
        int side = 105;
        double[][] at = new double[side * side][];
        for (int i = 0; i < at.length; i++) {
            at[i] = new double[] {i % side * 50 + random.nextInt(30), i / side * 50 + random.nextInt(30)};
        }
        Drawn drawn = new Drawn();
        String[] oneway = {"no", "no", "yes", "reverse"};
        for (int i = 0; i < at.length; i++) {
            for (int other : new int[] {(i + 1) % side == 0 ? i : i + 1, i + side}) {
                if (other != i && other < at.length && random.nextInt(10) > 0) {
                    String way = oneway[random.nextInt(4)];
                    drawn.road(i + "-" + other, "residential", way, at[i][0], at[i][1], at[other][0], at[other][1]);
                }
            }
        }
        return drawn.network();
    }

    /** A grid town with missing, one-way and very short streets, and a closed quarter. */
    private static RoadNetwork randomTown(Random random) {
        Drawn drawn = new Drawn();
        String[] oneway = {"no", "no", "yes", "reverse"};
        for (int x = 0; x < 7; x++) {
            for (int y = 0; y < 7; y++) {
                double wide = 50 + (x == 3 ? 0.0004 : 0);
                if (random.nextInt(4) > 0) {
                    drawn.road(
                            "e" + x + y,
                            "residential",
                            oneway[random.nextInt(4)],
                            x * 50,
                            y * 50,
                            x * 50 + wide,
                            y * 50);
                }
                if (random.nextInt(4) > 0) {
                    drawn.road(
                            "n" + x + y, "residential", oneway[random.nextInt(4)], x * 50, y * 50, x * 50, y * 50 + 50);
                }
            }
        }
        return drawn.network();
    }

    private static List<Access> places(Random random, RoadGraph graph, int count) {
        List<Access> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int edge = random.nextInt(graph.edgeCount());
            places.add(new Access(edge, random.nextInt(graph.lengthMm(edge) + 1), random.nextInt(5000), 0));
        }
        return places;
    }

    private static TravelCosts costs(RoadNetwork network, Mode mode, Least least) {
        Closures closures =
                Closures.of(network.graph(), Drawn.polygon(120, 120, 180, 120, 180, 190, 120, 190), Set.of());
        return TravelCosts.of(network, new TravelRule(mode, 3.6, false, least), closures);
    }

    private static long[] costsByRoadStart(RoadGraph graph, NearestTarget times) {
        long[] costs = new long[graph.edgeCount()];
        for (int edge = 0; edge < costs.length; edge++) {
            costs[edge] = times.costFrom(graph.tail(2 * edge));
        }
        return costs;
    }
}
