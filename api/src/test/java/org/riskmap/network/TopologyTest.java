package org.riskmap.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.riskmap.ToyTown;
import org.riskmap.network.TravelRule.Least;

/** What may be wrong with drawn roads, and where somebody gets to them beside a river; metres east and north. */
class TopologyTest {

    @Test
    void ends_components_and_an_end_three_metres_from_a_junction() {
        //                 b
        //                 |
        //   ------ a ------ .. ------ c ------      the gap is 3 m wide
        Topology topology = Topology.of(
                new Drawn()
                        .road("a", 0, 0, 100, 0)
                        .road("b", 100, 0, 100, 100)
                        .road("c", 103, 0, 200, 0)
                        .network(),
                Mode.WALK);
        assertThat(topology.nodes()).isEqualTo(5);
        assertThat(topology.edges()).isEqualTo(3);
        assertThat(topology.components()).extracting(Topology.Component::edges).containsExactly(2, 1);
        assertThat(topology.deadEnds()).hasSize(4);
        assertThat(topology.nearMisses()).hasSize(1);
        assertThat(topology.nearMisses().get(0).roadId()).isEqualTo("c");
        assertThat(topology.nearMisses().get(0).distanceM()).isCloseTo(3, within(0.01));
    }

    @Test
    void an_end_six_metres_away_is_no_near_miss_and_a_road_closed_to_cars_is_none_of_theirs() {
        RoadNetwork roads = new Drawn()
                .road("a", 0, 0, 100, 0)
                .road("path", "footway", "no", 106, 0, 200, 0)
                .network();
        assertThat(Topology.of(roads, Mode.WALK).nearMisses()).isEmpty();
        assertThat(Topology.of(roads, Mode.WALK).components()).hasSize(2);
        assertThat(Topology.of(roads, Mode.DRIVE).components()).hasSize(1);
    }

    @Test
    void the_road_across_the_river_is_taken_only_where_none_on_this_side_is_near_enough() {
        // west road, 80 m | house, 10 m | river, 10 m | east road
        RoadNetwork roads = new Drawn()
                .road("west", -40, 0, -40, 100)
                .road("east", 60, 0, 60, 100)
                .river(50, -100, 50, 200)
                .network();
        TravelCosts costs =
                TravelCosts.of(roads, new TravelRule(Mode.WALK, 4, false, Least.TIME), Closures.none(roads.graph()));
        Snap near = new Snapping(roads, costs, 100).toRoad(ToyTown.lon(40, 50), ToyTown.lat(50));
        assertThat(near.acrossRiver()).isFalse();
        assertThat(near.walkMm()).isCloseTo(80_000, within(20L));
        Snap far = new Snapping(roads, costs, 79).toRoad(ToyTown.lon(40, 50), ToyTown.lat(50));
        assertThat(far.acrossRiver()).isTrue();
        assertThat(far.walkMm()).isCloseTo(20_000, within(20L));
        assertThat(new Snapping(roads, costs, 19).toRoad(ToyTown.lon(40, 50), ToyTown.lat(50)))
                .isNull();
    }
}
