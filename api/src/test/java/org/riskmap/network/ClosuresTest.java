package org.riskmap.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.ToyTown;

/** One road of 1000 m eastward from (0, 0); what is closed on it is given in metres along it. */
class ClosuresTest {

    private final RoadNetwork network = new Drawn()
            .road("r", 0, 0, 400, 0, 1000, 0)
            .river(-50, 60, 1050, 60)
            .road("far", 0, 90, 1000, 90)
            .network();

    @Test
    void an_edge_is_closed_where_it_lies_inside() {
        assertThat(inside(Drawn.polygon(300, -10, 500, -10, 500, 10, 300, 10))).containsExactly(300_000, 500_000);
    }

    @Test
    void an_edge_that_comes_in_twice_has_two_closed_parts() {
        Geometry horseshoe = Drawn.polygon(100, -10, 200, -10, 200, 20, 600, 20, 600, -10, 700, -10, 700, 40, 100, 40);
        assertThat(inside(horseshoe)).containsExactly(100_000, 200_000, 600_000, 700_000);
    }

    @Test
    void to_touch_the_border_is_not_to_be_inside() {
        assertThat(inside(Drawn.polygon(300, 0, 500, 0, 500, 50, 300, 50))).isEmpty();
        assertThat(inside(Drawn.polygon(300, 0, 350, 50, 250, 50))).isEmpty();
    }

    @Test
    void nobody_comes_in_and_everybody_gets_out() {
        Closures closures = closures(Drawn.polygon(300, -10, 500, -10, 500, 10, 300, 10));
        assertThat(closures.forbids(0, 0, 1_000_000)).isTrue();
        assertThat(closures.forbids(0, 1_000_000, 0)).isTrue();
        assertThat(closures.forbids(0, 0, 300_000)).isFalse();
        assertThat(closures.forbids(0, 0, 300_001)).isTrue();
        assertThat(closures.forbids(0, 400_000, 0)).isFalse();
        assertThat(closures.forbids(0, 400_000, 1_000_000)).isFalse();
        assertThat(closures.forbids(0, 300_000, 0)).isFalse();
        assertThat(closures.forbids(0, 300_000, 400_000)).isTrue();
    }

    @Test
    void an_end_inside_may_be_left_once() {
        Geometry twice = Drawn.polygon(-20, -10, 100, -10, 100, 10, -20, 10)
                .union(Drawn.polygon(500, -10, 600, -10, 600, 10, 500, 10));
        Closures closures = closures(twice);
        assertThat(closures.forbids(0, 0, 500_000)).isFalse();
        assertThat(closures.forbids(0, 0, 1_000_000)).isTrue();
        assertThat(closures.forbids(0, 500_000, 0)).isTrue();
    }

    @Test
    void a_border_through_a_junction_closes_the_edge_behind_it() {
        Closures closures = closures(Drawn.polygon(0, -10, 100, -10, 100, 10, 0, 10));
        assertThat(closures.forbids(0, 0, 1_000_000)).isTrue();
        assertThat(closures.forbids(0, 1_000_000, 0)).isTrue();
        assertThat(closures.forbids(0, 50_000, 0)).isFalse();
        assertThat(closures.forbids(0, 50_000, 1_000_000)).isFalse();
    }

    @Test
    void a_position_outside_snaps_to_the_open_part_and_one_inside_to_the_nearest() {
        Closures closures = closures(Drawn.polygon(300, -10, 500, -10, 500, 10, 300, 10));
        TravelCosts costs =
                TravelCosts.of(network, new TravelRule(Mode.WALK, 3.6, false, TravelRule.Least.TIME), closures);
        Snapping snapping = new Snapping(network, costs, 500);
        assertThat(snapping.toRoad(ToyTown.lon(299.9, 0), ToyTown.lat(20)).placeMm())
                .isBetween(299_899, 299_901);
        assertThat(snapping.toRoad(ToyTown.lon(310, 0), ToyTown.lat(5)).placeMm())
                .isBetween(309_999, 310_001);
        assertThat(snapping.fromRoad(ToyTown.lon(500.1, 0), ToyTown.lat(20)).placeMm())
                .isBetween(500_099, 500_101);
    }

    @Test
    void nobody_walks_through_the_land_to_avoid_to_reach_an_open_road() {
        Closures closures = closures(Drawn.polygon(300, -10, 500, -10, 500, 10, 300, 10));
        TravelCosts costs =
                TravelCosts.of(network, new TravelRule(Mode.WALK, 3.6, false, TravelRule.Least.TIME), closures);
        assertThat(new Snapping(network, costs, 30).toRoad(ToyTown.lon(310, 0), ToyTown.lat(20)))
                .isNull();
    }

    @Test
    void nobody_walks_across_the_river_while_a_road_on_this_side_is_near_enough() {
        TravelCosts costs = TravelCosts.of(
                network,
                new TravelRule(Mode.WALK, 3.6, false, TravelRule.Least.TIME),
                Closures.of(network.graph(), Drawn.polygon(5000, 0, 5001, 0, 5001, 1), Set.of()));
        Snap south = new Snapping(network, costs, 500).toRoad(ToyTown.lon(500, 0), ToyTown.lat(55));
        assertThat(network.graph().roadId(south.edge())).isEqualTo("r");
        assertThat(south.acrossRiver()).isFalse();
        Snap forced = new Snapping(network, costs, 50).toRoad(ToyTown.lon(500, 0), ToyTown.lat(55));
        assertThat(network.graph().roadId(forced.edge())).isEqualTo("far");
        assertThat(forced.acrossRiver()).isTrue();
        assertThat(forced.walkMm()).isBetween(34_998L, 35_002L);
        assertThat(new Snapping(network, costs, 34).toRoad(ToyTown.lon(500, 0), ToyTown.lat(55)))
                .isNull();
    }

    private int[] inside(Geometry area) {
        return closures(area).insideMm(0);
    }

    private Closures closures(Geometry area) {
        return Closures.of(network.graph(), area, Set.of());
    }
}
