package org.riskmap.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskmap.RealData;
import org.riskmap.TestDatabase;
import org.riskmap.elevation.Elevation;
import org.riskmap.network.TravelRule.Least;
import org.riskmap.traveltime.Access;
import org.riskmap.traveltime.NearestTarget;

/** Andorra's roads and heights. */
@Tag("shared-data")
class RealRoadsTest {

    @AutoClose
    private static TestDatabase test;

    @TempDir
    static Path var;

    @BeforeAll
    static void load() {
        test = TestDatabase.create();
        RealData.load(test, "andorra", var);
        test.database().client().sql("create extension pgrouting").update();
    }

    @Test
    void every_node_has_the_cost_that_pgrouting_finds() {
        PgRoutingTest.agree(test.database(), () -> null, Mode.WALK, false);
        PgRoutingTest.agree(test.database(), () -> null, Mode.DRIVE, false);
    }

    @Test
    void mountain_roads_are_slower_up_than_down() {
        try (Network network = new Network(test.database(), new Elevation(var.resolve("raster"))::newest)) {
            RoadGraph graph = network.current().graph();
            TravelCosts costs = TravelCosts.of(
                    network.current(), new TravelRule(Mode.WALK, 4, true, Least.TIME), Closures.none(graph));
            TravelCosts flat = TravelCosts.of(
                    network.current(), new TravelRule(Mode.WALK, 4, false, Least.TIME), Closures.none(graph));
            // Andorra la Vella lies at 1020 m, Ordino-Arcalís above 1900 m
            int low = nearestNode(graph, 1.5218, 42.5063);
            int high = nearestNode(graph, 1.4909, 42.6247);
            long up = time(costs, low, high);
            long down = time(costs, high, low);
            assertThat(up).isGreaterThan(down * 11 / 10);
            assertThat(down).isLessThan(time(flat, high, low) * 13 / 10);
        }
    }

    private static long time(TravelCosts costs, int from, int to) {
        RoadGraph graph = costs.graph();
        int arc = graph.arcAt(graph.firstSlot(to));
        Access target = new Access(arc >> 1, (arc & 1) == 0 ? 0 : graph.lengthMm(arc >> 1), 0, 0);
        return NearestTarget.of(costs, List.of(target)).costFrom(from);
    }

    /** Of those that a walker can come to and leave. */
    private static int nearestNode(RoadGraph graph, double lon, double lat) {
        int best = -1;
        double least = Double.MAX_VALUE;
        for (int node = 0; node < graph.nodeCount(); node++) {
            int edge = graph.arcAt(graph.firstSlot(node)) >> 1;
            double far = Math.hypot(graph.nodeLon(node) - lon, graph.nodeLat(node) - lat);
            boolean road = graph.edgePermissions[edge] == 15;
            if (road && far < least) {
                best = node;
                least = far;
            }
        }
        return best;
    }
}
