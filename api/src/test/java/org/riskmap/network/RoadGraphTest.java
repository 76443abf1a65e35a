package org.riskmap.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.riskmap.ToyTown;
import org.riskmap.kernel.Geodesy;

class RoadGraphTest {

    @Test
    void roads_that_share_a_vertex_are_cut_there() {
        //        n
        //   w----+----e     both roads have a vertex in the middle
        //        s
        RoadGraph graph = new Drawn()
                .road("we", -100, 0, 0, 0, 100, 0)
                .road("sn", 0, -100, 0, 0, 0, 100)
                .graph();
        assertThat(graph.nodeCount()).isEqualTo(5);
        assertThat(graph.edgeCount()).isEqualTo(4);
        assertThat(degrees(graph)).containsExactlyInAnyOrder(1, 1, 1, 1, 4);
    }

    @Test
    void a_bridge_does_not_join_what_it_crosses() {
        RoadGraph graph = new Drawn()
                .road("we", -100, 0, 100, 0)
                .road("sn", 0, -100, 0, 100)
                .graph();
        assertThat(graph.nodeCount()).isEqualTo(4);
        assertThat(graph.edgeCount()).isEqualTo(2);
    }

    @Test
    void a_vertex_between_two_edges_of_one_road_is_no_node() {
        RoadGraph graph = new Drawn().road("bend", 0, 0, 50, 10, 100, 0).graph();
        assertThat(graph.edgeCount()).isEqualTo(1);
        assertThat(graph.nodeCount()).isEqualTo(2);
    }

    @Test
    void a_road_that_crosses_itself_at_a_vertex_is_cut_there() {
        //   a---x---.
        //       |   |    the loop x → x is an edge of its own
        //       '---'
        RoadGraph graph = new Drawn()
                .road("lollipop", 0, 0, 100, 0, 200, 0, 200, -100, 100, -100, 100, 0)
                .graph();
        assertThat(graph.edgeCount()).isEqualTo(2);
        assertThat(degrees(graph)).containsExactlyInAnyOrder(1, 3);
    }

    @Test
    void a_ring_without_a_junction_is_one_edge_from_a_node_to_itself() {
        RoadGraph graph = new Drawn().road("ring", 0, 0, 100, 0, 100, 100, 0, 0).graph();
        assertThat(graph.nodeCount()).isEqualTo(1);
        assertThat(graph.tail(0)).isEqualTo(graph.head(0));
    }

    @Test
    void two_roads_between_the_same_junctions_stay_two_edges() {
        RoadGraph graph = new Drawn()
                .road("short", 0, 0, 100, 0)
                .road("long", 0, 0, 50, 80, 100, 0)
                .graph();
        assertThat(graph.edgeCount()).isEqualTo(2);
        assertThat(graph.nodeCount()).isEqualTo(2);
        assertThat(graph.lengthMm(0)).isNotEqualTo(graph.lengthMm(1));
    }

    @Test
    void repeated_vertices_and_parts_without_length_are_left_out() {
        GeometryFactory factory = new GeometryFactory();
        LineString twice = Drawn.line(0, 0, 0, 0, 100, 0, 100, 0);
        LineString nothing = Drawn.line(7, 7, 7, 7);
        RoadGraph graph = new Drawn()
                .road(new RoadLine(
                        "r",
                        "residential",
                        null,
                        null,
                        null,
                        null,
                        false,
                        Drawn.wkb(factory.createMultiLineString(new LineString[] {twice, nothing}))))
                .graph();
        assertThat(graph.edgeCount()).isEqualTo(1);
        assertThat(graph.lengthMm(0)).isEqualTo(100_000);
    }

    @Test
    void parts_of_a_road_join_each_other_only_at_shared_vertices() {
        GeometryFactory factory = new GeometryFactory();
        RoadGraph graph = new Drawn()
                .road(new RoadLine(
                        "r",
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        Drawn.wkb(factory.createMultiLineString(new LineString[] {
                            Drawn.line(0, 0, 100, 0), Drawn.line(100, 0, 200, 0), Drawn.line(300, 0, 400, 0)
                        }))))
                .graph();
        assertThat(graph.edgeCount()).isEqualTo(3);
        assertThat(graph.nodeCount()).isEqualTo(5);
        assertThat(graph.roadId(2)).isEqualTo("r");
    }

    @Test
    void an_edge_knows_its_road_and_where_on_it_it_begins() {
        RoadGraph graph = new Drawn()
                .road("main", 0, 0, 300, 0, 900, 0)
                .road("side", 300, 0, 300, 50)
                .graph();
        assertThat(IntStream.range(0, 3).mapToObj(edge -> graph.roadId(edge) + "@" + graph.startOnRoadMm(edge)))
                .containsExactly("main@0", "main@300000", "side@0");
        assertThat(graph.lonAt(1, 100_000)).isCloseTo(ToyTown.lon(400, 0), within(1e-8));
        assertThat(graph.latAt(2, 25_000)).isCloseTo(ToyTown.lat(25), within(1e-8));
    }

    @Test
    void no_roads_are_a_graph_without_nodes() {
        RoadGraph graph = new Drawn().graph();
        assertThat(graph.nodeCount()).isZero();
        assertThat(graph.edgeCount()).isZero();
    }

    @Test
    void a_square_of_streets_has_a_node_at_every_corner_and_an_edge_on_every_side_of_a_block() {
        int streets = 400; // 320 000 coordinates: more than one processor's share
        Drawn town = new Drawn();
        for (int street = 0; street < streets; street++) {
            Coordinate[] east = new Coordinate[streets];
            Coordinate[] north = new Coordinate[streets];
            for (int corner = 0; corner < streets; corner++) {
                east[corner] = new Coordinate(119 + corner * 1e-4, 27 + street * 1e-4);
                north[corner] = new Coordinate(119 + street * 1e-4, 27 + corner * 1e-4);
            }
            town.road(street("east" + street, east)).road(street("north" + street, north));
        }
        RoadGraph graph = town.graph();
        assertThat(graph.nodeCount()).isEqualTo(streets * streets);
        assertThat(graph.edgeCount()).isEqualTo(2 * streets * (streets - 1));
        int[] withArcs = new int[5];
        for (int node = 0; node < graph.nodeCount(); node++) {
            withArcs[graph.firstSlot(node + 1) - graph.firstSlot(node)]++;
        }
        // the town's corners have two, its borders three
        assertThat(withArcs).containsExactly(0, 0, 4, 4 * (streets - 2), (streets - 2) * (streets - 2));
    }

    private static RoadLine street(String id, Coordinate[] corners) {
        return new RoadLine(
                id,
                "residential",
                null,
                null,
                null,
                null,
                false,
                Drawn.wkb(new GeometryFactory().createLineString(corners)));
    }

    @Test
    void lengths_are_those_of_the_ellipsoid() {
        // GeographicLib's solution is the independent one; 50 m to 1.9 km in all directions, 0° to 60° of latitude
        for (double lat = 0; lat <= 60; lat += 7.5) {
            for (double angle = 0; angle < 6.28; angle += 0.3) {
                for (double degrees : new double[] {0.0005, 0.005, 0.017, 0.3}) {
                    double lon2 = 100 + degrees * Math.cos(angle);
                    double lat2 = lat + degrees * Math.sin(angle);
                    double exact = Geodesy.distanceM(100, lat, lon2, lat2);
                    assertThat(Lengths.metres(100, lat, lon2, lat2)).isCloseTo(exact, within(exact * 1e-8 + 1e-9));
                }
            }
        }
    }

    @Test
    void roads_say_who_may_use_them() {
        assertThat(permissions("motorway", null, null, null)).isEqualTo(RoadLine.DRIVE_FORWARD);
        assertThat(permissions("footway", null, null, null)).isEqualTo(RoadLine.WALK_FORWARD | RoadLine.WALK_BACKWARD);
        assertThat(permissions("residential", "reverse", null, null))
                .isEqualTo(RoadLine.WALK_FORWARD | RoadLine.WALK_BACKWARD | RoadLine.DRIVE_BACKWARD);
        assertThat(permissions("tertiary", null, "roundabout", null))
                .isEqualTo(RoadLine.WALK_FORWARD | RoadLine.WALK_BACKWARD | RoadLine.DRIVE_FORWARD);
        assertThat(permissions("service", null, null, "private")).isZero();
        assertThat(permissions(null, null, null, null)).isEqualTo(15);
        assertThat(permissions("construction", null, null, null)).isZero();
    }

    private static int permissions(String roadClass, String oneway, String junction, String access) {
        return new RoadLine("r", roadClass, oneway, null, junction, access, false, Drawn.wkb(Drawn.line(0, 0, 1, 0)))
                .permissions();
    }

    private static int[] degrees(RoadGraph graph) {
        return IntStream.range(0, graph.nodeCount())
                .map(node -> graph.firstSlot(node + 1) - graph.firstSlot(node))
                .toArray();
    }
}
