package org.riskmap.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskmap.TestDatabase;
import org.riskmap.ToyTown;
import org.riskmap.demo.DemoCounty;
import org.riskmap.demo.DemoSettings;
import org.riskmap.elevation.Elevation;
import org.riskmap.elevation.Heights;
import org.riskmap.network.TravelRule.Least;
import org.riskmap.postgis.Database;
import org.riskmap.traveltime.Access;
import org.riskmap.traveltime.NearestTarget;
import org.riskmap.traveltime.Pairs;
import org.riskmap.traveltime.WithinLimit;

/** The same edges solved by pgRouting: every node's cost must agree to the millisecond. */
class PgRoutingTest {

    private static final long LIMIT_MS = 1_800_000;

    private static TestDatabase toyTown;
    private static TestDatabase demo;

    @TempDir
    static Path rasters;

    @BeforeAll
    static void create() {
        toyTown = withPgRouting();
        ToyTown.load(toyTown.database());
        demo = withPgRouting();
        DemoCounty.load(demo.database(), DemoSettings.STANDARD, rasters);
    }

    private static TestDatabase withPgRouting() {
        TestDatabase test = TestDatabase.create();
        test.database().client().sql("create extension pgrouting").update();
        return test;
    }

    @AfterAll
    static void drop() {
        toyTown.close();
        demo.close();
    }

    @Test
    void toy_town_on_foot_and_by_car() {
        agree(toyTown.database(), () -> null, Mode.WALK, false);
        agree(toyTown.database(), () -> null, Mode.DRIVE, false);
    }

    @Test
    void every_node_of_the_demo_county_on_foot_and_by_car() {
        agree(demo.database(), () -> null, Mode.WALK, false);
        agree(demo.database(), () -> null, Mode.DRIVE, false);
    }

    @Test
    void every_node_of_the_demo_county_up_and_down_its_slopes() {
        agree(demo.database(), new Elevation(rasters)::newest, Mode.WALK, true);
    }

    @Test
    void every_road_of_the_demo_county_is_as_long_as_postgis_measures() {
        Map<String, Double> theirsM = new HashMap<>();
        demo.database()
                .client()
                .sql("select id, st_length(geom::geography) from risk.road")
                .query((row, number) -> theirsM.put(row.getString(1), row.getDouble(2)))
                .list();
        try (Network network = new Network(demo.database(), () -> null)) {
            RoadGraph graph = network.current().graph();
            Map<String, Double> oursM = new HashMap<>();
            Map<String, Integer> parts = new HashMap<>();
            for (int edge = 0; edge < graph.edgeCount(); edge++) {
                oursM.merge(graph.roadId(edge), graph.lengthMm(edge) / 1000.0, Double::sum);
                parts.merge(graph.roadId(edge), 1, Integer::sum);
            }
            assertThat(oursM.keySet()).isEqualTo(theirsM.keySet());
            // each edge is rounded to a millimetre; 1 part in 10 million is what the two series of the ellipsoid may
            // differ
            oursM.forEach((road, metres) -> assertThat(Math.abs(metres - theirsM.get(road)))
                    .as(road)
                    .isLessThanOrEqualTo(0.001 * parts.get(road) + 1e-7 * metres));
        }
    }

    /**
     * Compares the cost from every node to the nearest of 20 nodes with both of pgRouting's searches, and the costs from 300
     * nodes to each of the 20.
     */
    static void agree(Database database, Supplier<@Nullable Heights> heights, Mode mode, boolean slopes) {
        try (Network network = new Network(database, heights)) {
            TravelCosts costs = TravelCosts.of(
                    network.current(),
                    new TravelRule(mode, 4, slopes, Least.TIME),
                    Closures.none(network.current().graph()));
            Random random = new Random(7);
            List<Integer> targets = nodes(costs, 20, random);
            List<Integer> origins = nodes(costs, 300, random);
            PgRouting.ask(database, costs, theirs -> {
                NearestTarget ours = NearestTarget.of(costs, at(costs, targets));
                agreeEverywhere(ours, costs, theirs.costsToward(targets), theirs.withinToward(targets, LIMIT_MS));
                assertThat(pairs(costs, origins, targets)).isEqualTo(within(theirs.pairs(origins, targets)));
                return null;
            });
        }
    }

    private static void agreeEverywhere(
            NearestTarget ours, TravelCosts costs, Map<Integer, Long> dijkstra, Map<Integer, Long> drivingDistance) {
        int reached = 0;
        for (int node = 0; node < costs.graph().nodeCount(); node++) {
            long cost = ours.costFrom(node);
            String which = costs.rule() + ", node " + node;
            assertThat(cost).as(which).isEqualTo(dijkstra.getOrDefault(node, NearestTarget.UNREACHED));
            assertThat(drivingDistance.get(node))
                    .as(which + ", driving distance")
                    .isEqualTo(cost <= LIMIT_MS ? cost : null);
            reached += cost <= LIMIT_MS ? 1 : 0;
        }
        assertThat(reached).isGreaterThan(costs.graph().nodeCount() / 20).isEqualTo(drivingDistance.size());
    }

    private static Map<String, Long> pairs(TravelCosts costs, List<Integer> origins, List<Integer> targets) {
        Pairs ours = WithinLimit.pairs(costs, at(costs, origins), at(costs, targets), LIMIT_MS);
        Map<String, Long> pairs = new HashMap<>();
        for (int pair = 0; pair < ours.count(); pair++) {
            int from = origins.get(ours.origin(pair));
            int to = targets.get(ours.target(pair));
            if (from != to) { // pgRouting leaves out the way from a node to itself
                pairs.put(from + "→" + to, ours.cost(pair));
            }
        }
        assertThat(pairs).isNotEmpty();
        return pairs;
    }

    private static Map<String, Long> within(Map<String, Long> pairs) {
        pairs.values().removeIf(cost -> cost > LIMIT_MS);
        return pairs;
    }

    /** Ends of usable edges, each once. */
    private static List<Integer> nodes(TravelCosts costs, int count, Random random) {
        List<Integer> nodes = new ArrayList<>();
        for (int tries = 0; nodes.size() < count && tries < 100 * count; tries++) {
            int arc = random.nextInt(2 * costs.graph().edgeCount());
            int node = costs.graph().tail(arc);
            if (costs.usable(arc >> 1) && !nodes.contains(node)) {
                nodes.add(node);
            }
        }
        return nodes;
    }

    private static List<Access> at(TravelCosts costs, List<Integer> nodes) {
        return nodes.stream().map(node -> atNode(costs, node)).toList();
    }

    private static Access atNode(TravelCosts costs, int node) {
        RoadGraph graph = costs.graph();
        int slot = graph.firstSlot(node);
        while (!costs.usable(graph.arcAt(slot) >> 1)) {
            slot++;
        }
        int arc = graph.arcAt(slot);
        return new Access(arc >> 1, (arc & 1) == 0 ? 0 : graph.lengthMm(arc >> 1), 0, 0);
    }
}
