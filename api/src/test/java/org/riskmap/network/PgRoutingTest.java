package org.riskmap.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.riskmap.TestDatabase;
import org.riskmap.ToyTown;
import org.riskmap.network.TravelRule.Least;
import org.riskmap.postgis.Database;
import org.riskmap.traveltime.Access;
import org.riskmap.traveltime.NearestTarget;

/** The same edges solved by pgRouting: every node's cost must agree to the millisecond. */
class PgRoutingTest {

    private static TestDatabase test;

    @BeforeAll
    static void create() {
        test = TestDatabase.create();
        test.database().client().sql("create extension pgrouting").update();
    }

    @AfterAll
    static void drop() {
        test.close();
    }

    @Test
    void toy_town_on_foot_and_by_car() {
        ToyTown.load(test.database());
        agree(test.database(), Mode.WALK);
        agree(test.database(), Mode.DRIVE);
    }

    /** Compares the cost from every node to the nearest of 20 nodes. */
    static void agree(Database database, Mode mode) {
        try (Network network = new Network(database, () -> null)) {
            RoadGraph graph = network.current().graph();
            TravelCosts costs =
                    TravelCosts.of(network.current(), new TravelRule(mode, 4, false, Least.TIME), Closures.none(graph));
            List<Integer> targets = nodes(costs, 20);
            NearestTarget ours = NearestTarget.of(
                    costs, targets.stream().map(node -> atNode(costs, node)).toList());
            Map<Integer, Long> theirs = pgRouting(database, costs, targets);
            for (int node = 0; node < graph.nodeCount(); node++) {
                long expected = theirs.getOrDefault(node, NearestTarget.UNREACHED);
                assertThat(ours.costFrom(node)).as(mode + ", node " + node).isEqualTo(expected);
            }
        }
    }

    /** Ends of usable edges. */
    private static List<Integer> nodes(TravelCosts costs, int count) {
        Random random = new Random(7);
        List<Integer> nodes = new ArrayList<>();
        while (nodes.size() < count) {
            int arc = random.nextInt(2 * costs.graph().edgeCount());
            if (costs.usable(arc >> 1)) {
                nodes.add(costs.graph().tail(arc));
            }
        }
        return nodes;
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

    /** Least cost of {@code pgr_dijkstraCost} from each node to any target; negative costs mean no way. */
    private static Map<Integer, Long> pgRouting(Database database, TravelCosts costs, List<Integer> targets) {
        RoadGraph graph = costs.graph();
        StringBuilder rows = new StringBuilder();
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            int length = graph.lengthMm(edge);
            rows.append(edge)
                    .append('\t')
                    .append(graph.tail(2 * edge))
                    .append('\t')
                    .append(graph.head(2 * edge));
            rows.append('\t').append(costs.along(edge, 0, length));
            rows.append('\t').append(costs.along(edge, length, 0)).append('\n');
        }
        return database.inTransaction(client -> {
            client.sql("create temporary table edge (id int, source int, target int, cost float8, reverse_cost float8)"
                            + " on commit drop")
                    .update();
            database.copyIn(
                    "copy edge from stdin",
                    new java.io.ByteArrayInputStream(rows.toString().getBytes()));
            Map<Integer, Long> least = new HashMap<>();
            // against the direction of travel, so that many sources become few
            client.sql("""
                            select end_vid, min(agg_cost)::bigint
                            from pgr_dijkstraCost('select id, source, target, reverse_cost as cost, cost as reverse_cost from edge',
                                                  (select array_agg(t) from unnest(string_to_array(?, ',')::int[]) t),
                                                  (select array_agg(distinct v) from (select source v from edge union select target from edge) n))
                            group by end_vid
                            """)
                    .param(String.join(
                            ",", targets.stream().map(String::valueOf).toList()))
                    .query((row, number) -> least.put(row.getInt(1), row.getLong(2)))
                    .list();
            targets.forEach(target -> least.put(target, 0L)); // pgRouting leaves out the way from a node to itself
            return least;
        });
    }
}
