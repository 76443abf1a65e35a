package org.riskmap.network;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.riskmap.postgis.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Edges with what they cost, in a temporary table that pgRouting searches; costs come out in milliseconds by node. */
final class PgRouting {

    private static final String TOWARD =
            "select id, source, target, reverse_cost as cost, cost as reverse_cost from edge";
    private static final String NODES =
            "(select array_agg(distinct v) from" + " (select source v from edge union select target from edge) n)";

    private final JdbcClient client;

    private PgRouting(JdbcClient client) {
        this.client = client;
    }

    /** Asks about the edges of some costs; the table is gone afterwards. */
    static <T> T ask(Database database, TravelCosts costs, Function<PgRouting, T> questions) {
        return database.inTransaction(client -> {
            client.sql("create temporary table edge (id int, source int, target int, cost float8, reverse_cost float8)"
                            + " on commit drop")
                    .update();
            database.copyIn(
                    "copy edge from stdin", new ByteArrayInputStream(rows(costs).getBytes(StandardCharsets.US_ASCII)));
            return questions.apply(new PgRouting(client));
        });
    }

    /** A closed direction costs −1, which pgRouting reads as no edge. */
    private static String rows(TravelCosts costs) {
        RoadGraph graph = costs.graph();
        StringBuilder rows = new StringBuilder();
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            int length = graph.lengthMm(edge);
            rows.append(edge).append('\t').append(graph.tail(2 * edge)).append('\t');
            rows.append(graph.head(2 * edge)).append('\t').append(costs.along(edge, 0, length));
            rows.append('\t').append(costs.along(edge, length, 0)).append('\n');
        }
        return rows.toString();
    }

    /** Least cost from every node to any of some nodes, by {@code pgr_dijkstraCost}; nodes without a way are left out. */
    Map<Integer, Long> costsToward(List<Integer> targets) {
        Map<Integer, Long> least = new HashMap<>();
        // against the direction of travel, so that many sources become few
        client.sql("select end_vid, min(agg_cost)::bigint from pgr_dijkstraCost('" + TOWARD
                        + "', string_to_array(?, ',')::int[], " + NODES + ") group by end_vid")
                .param(list(targets))
                .query((row, number) -> least.put(row.getInt(1), row.getLong(2)))
                .list();
        targets.forEach(target -> least.put(target, 0L)); // pgRouting leaves out the way from a node to itself
        return least;
    }

    /** Least cost from every node within a limit of the nearest of some nodes, by {@code pgr_drivingDistance}. */
    Map<Integer, Long> withinToward(List<Integer> targets, long limitMs) {
        Map<Integer, Long> least = new HashMap<>();
        // not with equicost, whose answer in pgRouting 3.4 is not always the least
        client.sql("select node, min(agg_cost)::bigint from pgr_drivingDistance('" + TOWARD
                        + "', string_to_array(?, ',')::int[], ?::float8) group by node")
                .params(list(targets), limitMs)
                .query((row, number) -> least.put(row.getInt(1), row.getLong(2)))
                .list();
        return least;
    }

    /** Least cost of each of some nodes to each of others, as {@code from→to}, by {@code pgr_dijkstraCost}. */
    Map<String, Long> pairs(List<Integer> from, List<Integer> to) {
        Map<String, Long> pairs = new HashMap<>();
        client.sql("select start_vid || '→' || end_vid, agg_cost::bigint from pgr_dijkstraCost("
                        + "'select id, source, target, cost, reverse_cost from edge',"
                        + " string_to_array(?, ',')::int[], string_to_array(?, ',')::int[])")
                .params(list(from), list(to))
                .query((row, number) -> pairs.put(row.getString(1), row.getLong(2)))
                .list();
        return pairs;
    }

    private static String list(List<Integer> nodes) {
        return nodes.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
