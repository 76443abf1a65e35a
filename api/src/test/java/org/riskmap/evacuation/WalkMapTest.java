package org.riskmap.evacuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.riskmap.ToyTown;
import org.riskmap.elevation.Heights;
import org.riskmap.kernel.Geodesy;
import org.riskmap.network.Drawn;
import org.riskmap.network.Mode;
import org.riskmap.network.RoadGraph;
import org.riskmap.network.RoadNetwork;

/** Where somebody at a point of the grid gets to the road; metres east and north, longest walk 160 m, points 20 m apart. */
class WalkMapTest {

    private static final double SNAP_M = 160;
    private static final double STEP_M = 20;

    /** The ground rises 1 m in 10 to the north. */
    private static final Heights RISING_NORTH = new Heights() {
        @Override
        public double metresAt(double lon, double lat) {
            return (lat - ToyTown.lat(-500)) * Geodesy.metresPerDegreeLat(lat) / 10;
        }

        @Override
        public double spacingM() {
            return 30;
        }

        @Override
        public String version() {
            return "plane";
        }
    };

    private static WalkMap map(RoadNetwork network) {
        return new WalkMap(network, Mode.WALK, SNAP_M, false);
    }

    /** The point of the grid that is nearest to a position. */
    private static int point(WalkMap map, double x, double y) {
        int column = (int) Math.round(map.grid.column(ToyTown.lon(x, y)));
        int row = (int) Math.round(map.grid.row(ToyTown.lat(y)));
        return row * map.grid.columns + column;
    }

    private static double x(WalkMap map, int point) {
        double lat = map.grid.latOf(point);
        return (map.grid.lonOf(point) - ToyTown.lon(0, 0)) * Geodesy.metresPerDegreeLon(lat);
    }

    private static double y(WalkMap map, int point) {
        return (map.grid.latOf(point) - ToyTown.lat(0)) * Geodesy.metresPerDegreeLat(ToyTown.lat(0));
    }

    @Test
    void points_beside_a_road_walk_straight_to_it_and_those_too_far_away_do_not() {
        WalkMap map = map(new Drawn().road("main", 0, 0, 1000, 0).network());
        assertThat(map.stepM).isEqualTo(STEP_M);
        for (int point = 0; point < map.grid.points(); point++) {
            double x = x(map, point);
            double y = y(map, point);
            double far = Math.hypot(Math.max(0, Math.max(-x, x - 1000)), y);
            if (far < SNAP_M - 0.1) {
                assertThat(map.segment[point]).isZero();
                assertThat(map.plainMm[point] / 1000.0).isCloseTo(far, within(0.05));
                assertThat(map.feltMm[point]).isEqualTo(map.plainMm[point]);
                assertThat(map.placeMm[point] / 1000.0).isCloseTo(Math.max(0, Math.min(1000, x)), within(0.2));
            } else if (far > SNAP_M + 0.1) {
                assertThat(map.segment[point]).isEqualTo(WalkMap.NONE);
            }
        }
    }

    @Test
    void every_point_walks_to_the_nearest_of_all_segments() {
        Random random = new Random(3);
        Drawn drawn = new Drawn();
        for (int i = 0; i < 25; i++) {
            double x = random.nextInt(900);
            double y = random.nextInt(900);
            drawn.road("r" + i, x, y, x + random.nextInt(200) - 100, y + random.nextInt(200) + 1, x + 150, y + 30);
        }
        WalkMap map = map(drawn.network());
        RoadGraph graph = map.graph;
        for (int point = 0; point < map.grid.points(); point++) {
            double least = Double.POSITIVE_INFINITY;
            for (int edge = 0; edge < graph.edgeCount(); edge++) {
                for (int i = graph.firstCoordinate(edge); i < graph.lastCoordinate(edge); i++) {
                    least = Math.min(least, map.distanceM(map.grid.lonOf(point), map.grid.latOf(point), i));
                }
            }
            if (least < SNAP_M - 0.01) {
                assertThat(map.plainMm[point] / 1000.0).as("point " + point).isCloseTo(least, within(0.01));
            } else if (least > SNAP_M + 0.01) {
                assertThat(map.segment[point]).as("point " + point).isEqualTo(WalkMap.NONE);
            }
        }
    }

    @Test
    void nobody_walks_across_a_river_to_a_nearer_road() {
        // south road y = 0, river y = 20 from x = −500 to 1500, north road y = 130: at y = 40 the south road is nearer
        WalkMap map = map(new Drawn()
                .road("north", 0, 130, 1000, 130)
                .road("south", 0, 0, 1000, 0)
                .river(-500, 20, 1500, 20)
                .network());
        int north = point(map, 500, 40);
        assertThat(map.graph.roadId(map.edgeOf[map.segment[north]])).isEqualTo("north");
        assertThat(map.plainMm[north] / 1000.0).isCloseTo(130 - y(map, north), within(0.05));
        WalkMap alone = map(new Drawn()
                .road("south", 0, 0, 1000, 0)
                .river(-500, 20, 1500, 20)
                .network());
        assertThat(alone.segment[point(alone, 500, 40)]).isEqualTo(WalkMap.NONE);
        assertThat(alone.segment[point(alone, 500, 0)]).isZero();
    }

    @Test
    void a_road_that_nobody_may_use_so_is_no_road_to_walk_to() {
        RoadNetwork network = new Drawn()
                .road("path", "footway", "no", 0, 0, 1000, 0)
                .road("street", 0, 100, 1000, 100)
                .network();
        WalkMap walk = new WalkMap(network, Mode.WALK, SNAP_M, false);
        WalkMap drive = new WalkMap(network, Mode.DRIVE, SNAP_M, true);
        int beside = point(walk, 500, 20);
        assertThat(walk.graph.roadId(walk.edgeOf[walk.segment[beside]])).isEqualTo("path");
        assertThat(drive.graph.roadId(drive.edgeOf[drive.segment[beside]])).isEqualTo("street");
    }

    @Test
    void between_two_roads_the_change_lies_in_the_middle() {
        WalkMap map = map(new Drawn()
                .road("south", 0, 0, 1000, 0)
                .road("north", 0, 107, 1000, 107)
                .network());
        int from = point(map, 500, 53);
        from -= y(map, from) > 53.5 ? map.grid.columns : 0;
        int to = from + map.grid.columns;
        double change = map.change(from, to);
        assertThat(y(map, from) + change * STEP_M).isCloseTo(53.5, within(STEP_M / 64 + 0.05));
        assertThat(map.change(from, to)).isEqualTo(change);
    }

    @Test
    void walks_up_and_down_a_slope_take_different_times() {
        RoadNetwork slope = new Drawn().road("main", 0, 0, 1000, 0).network(RISING_NORTH);
        WalkMap toRoad = new WalkMap(slope, Mode.WALK, SNAP_M, false);
        WalkMap fromRoad = new WalkMap(slope, Mode.WALK, SNAP_M, true);
        int above = point(toRoad, 500, 100);
        assertThat(toRoad.plainMm[above]).isEqualTo(fromRoad.plainMm[above]);
        assertThat(toRoad.feltMm[above]).isLessThan(fromRoad.feltMm[above]);
        // Tobler 1993: 6 · exp(−3.5 · |slope + 0.05|) km/h, relative to the flat: uphill 0.1 is exp(0.35) as slow
        assertThat((double) fromRoad.feltMm[above] / fromRoad.plainMm[above]).isCloseTo(Math.exp(0.35), within(0.01));
        assertThat((double) toRoad.feltMm[above] / toRoad.plainMm[above]).isCloseTo(1, within(0.01));
    }

    @Test
    void the_four_maps_asked_for_last_are_kept_and_those_of_older_roads_are_not() {
        RoadNetwork network = new Drawn().road("main", 0, 0, 1000, 0).network();
        WalkMaps maps = new WalkMaps();
        WalkMap first = maps.of(network, Mode.WALK, 100, false);
        WalkMap second = maps.of(network, Mode.WALK, 110, false);
        maps.of(network, Mode.DRIVE, 100, false);
        maps.of(network, Mode.WALK, 100, true);
        assertThat(maps.of(network, Mode.WALK, 100, false)).isSameAs(first);
        maps.of(network, Mode.WALK, 120, false); // the second is the one not asked for longest
        assertThat(maps.of(network, Mode.WALK, 100, false)).isSameAs(first);
        assertThat(maps.of(network, Mode.WALK, 110, false)).isNotSameAs(second);
        maps.of(new Drawn().road("main", 0, 0, 900, 0).network(), Mode.WALK, 100, false);
        assertThat(maps.of(network, Mode.WALK, 100, false)).isNotSameAs(first);
    }
}
