package org.riskmap.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskmap.RealData;
import org.riskmap.TestDatabase;
import org.riskmap.network.OsmPbf.Way;

/**
 * Andorra's roads joined by the ids of their nodes, straight from the extract, beside our graph, which knows positions
 * only: in OpenStreetMap two ways join if and only if they share a node.
 */
@Tag("shared-data")
class TopologyFromNodeIdsTest {

    @AutoClose
    private static TestDatabase test;

    private static OsmPbf osm;

    /** Keys that make a closed way an area. */
    private static final List<String> AREA_KEYS = List.of(
            ("aeroway,amenity,boundary,building,craft,geological,historic,landuse,leisure,military,natural,office,"
                            + "place,shop,sport,tourism,public_transport")
                    .split(","));

    @TempDir
    static Path var;

    @BeforeAll
    static void load() throws IOException {
        test = TestDatabase.create();
        RealData.load(test, "andorra", var);
        String shared = System.getenv().getOrDefault("RISKMAP_SHARED_DATA", "../../shared/data");
        osm = OsmPbf.read(Path.of(shared).resolve("andorra/andorra.osm.pbf"));
    }

    /**
     * Ways that come together.
     *
     * @param junctions how many nodes are junctions or ends, by position
     * @param edges how many pieces of a way lie between two of them
     * @param components parts that nothing joins
     */
    private record Joined(Map<Long, Integer> junctions, Map<String, Integer> edges, int components) {

        /** What another has less and more of. */
        String against(Joined other) {
            return "junctions −" + less(junctions, other.junctions) + " +" + less(other.junctions, junctions)
                    + ", edges −" + less(edges, other.edges) + " +" + less(other.edges, edges) + ", components "
                    + (other.components - components);
        }

        private static <K> int less(Map<K, Integer> one, Map<K, Integer> other) {
            return one.entrySet().stream()
                    .mapToInt(entry -> Math.max(0, entry.getValue() - other.getOrDefault(entry.getKey(), 0)))
                    .sum();
        }
    }

    @Test
    void ways_join_exactly_where_they_share_a_node_and_each_difference_has_a_cause() {
        List<Way> highways = osm.ways.stream()
                .filter(way -> way.tags().containsKey("highway"))
                .toList();
        List<Way> lines = highways.stream().filter(way -> !isArea(way)).toList();
        assertThat(highways.stream().flatMapToLong(way -> Arrays.stream(way.nodes())))
                .as("no way is cut off at the border")
                .allMatch(osm.positions::containsKey);
        Joined everyWay = joined(highways, node -> node);
        Joined everyLine = joined(lines, node -> node);
        Joined byPosition = joined(lines, osm.positions::get);
        Joined ours = ours();
        assertThat(ours.edges()).hasSizeGreaterThan(2000);
        assertThat(Map.of(
                        "an area, not a line: the square Plaça Guillemó", everyWay.against(everyLine),
                        "two nodes at one position", everyLine.against(byPosition),
                        "nothing known", byPosition.against(ours)))
                .isEqualTo(Map.of(
                        "an area, not a line: the square Plaça Guillemó", "junctions −4 +0, edges −10 +3, components 0",
                        "two nodes at one position", "junctions −0 +0, edges −0 +0, components 0",
                        "nothing known", "junctions −0 +0, edges −0 +0, components 0"));
    }

    /** A closed way that says it is an area, as the loading reads it (osmconf.ini). */
    private static boolean isArea(Way way) {
        boolean closed = way.nodes()[0] == way.nodes()[way.nodes().length - 1];
        String area = way.tags().get("area");
        if (!closed || area != null) {
            return closed && area.equals("yes");
        }
        return "platform".equals(way.tags().get("highway"))
                || AREA_KEYS.stream().anyMatch(way.tags()::containsKey);
    }

    /** @param same gives nodes that are one the same number */
    private static Joined joined(List<Way> ways, LongUnaryOperator same) {
        Map<Long, Integer> uses = new HashMap<>();
        List<List<Long>> lines = new ArrayList<>();
        for (Way way : ways) {
            List<Long> line = new ArrayList<>(); // of nodes in the file; a node that follows itself counts once
            for (long node : way.nodes()) {
                if (line.isEmpty() || same.applyAsLong(line.get(line.size() - 1)) != same.applyAsLong(node)) {
                    line.add(node);
                }
            }
            lines.add(line);
            for (int i = 0; i < line.size(); i++) {
                boolean end = i == 0 || i == line.size() - 1;
                uses.merge(same.applyAsLong(line.get(i)), end ? 2 : 1, Integer::sum);
            }
        }
        Pieces pieces = new Pieces();
        for (int way = 0; way < lines.size(); way++) {
            List<Long> line = lines.get(way);
            long from = line.get(0);
            for (long node : line.subList(1, line.size())) {
                if (uses.get(same.applyAsLong(node)) >= 2) {
                    pieces.add(
                            ways.get(way).id(),
                            same.applyAsLong(from),
                            osm.positions.get(from),
                            same.applyAsLong(node),
                            osm.positions.get(node));
                    from = node;
                }
            }
        }
        return pieces.joined();
    }

    /** Our graph in the same words. */
    private static Joined ours() {
        try (Network network = new Network(test.database(), () -> null)) {
            RoadGraph graph = network.current().graph();
            Pieces pieces = new Pieces();
            for (int edge = 0; edge < graph.edgeCount(); edge++) {
                int from = graph.tail(2 * edge);
                int to = graph.head(2 * edge);
                pieces.add(
                        graph.roadId(edge),
                        from,
                        OsmPbf.position(graph.nodeLon(from), graph.nodeLat(from)),
                        to,
                        OsmPbf.position(graph.nodeLon(to), graph.nodeLat(to)));
            }
            return pieces.joined();
        }
    }

    /** Pieces of ways between nodes; what they join is found by colouring. */
    private static final class Pieces {

        private final Map<Long, Long> positionOf = new HashMap<>();
        private final Map<Long, List<Long>> neighbours = new HashMap<>();
        private final Map<String, Integer> edges = new HashMap<>();

        void add(String way, long from, long fromPosition, long to, long toPosition) {
            positionOf.put(from, fromPosition);
            positionOf.put(to, toPosition);
            neighbours.computeIfAbsent(from, unused -> new ArrayList<>()).add(to);
            neighbours.computeIfAbsent(to, unused -> new ArrayList<>()).add(from);
            edges.merge(way + " " + fromPosition + " " + toPosition, 1, Integer::sum);
        }

        Joined joined() {
            Map<Long, Integer> junctions = new HashMap<>();
            positionOf.values().forEach(position -> junctions.merge(position, 1, Integer::sum));
            Set<Long> coloured = new HashSet<>();
            int components = 0;
            for (long node : neighbours.keySet()) {
                components += coloured.contains(node) ? 0 : 1;
                colour(node, coloured);
            }
            return new Joined(junctions, edges, components);
        }

        private void colour(long start, Set<Long> coloured) {
            List<Long> waiting = new ArrayList<>(List.of(start));
            while (!waiting.isEmpty()) {
                long node = waiting.remove(waiting.size() - 1);
                if (coloured.add(node)) {
                    waiting.addAll(neighbours.get(node));
                }
            }
        }
    }
}
