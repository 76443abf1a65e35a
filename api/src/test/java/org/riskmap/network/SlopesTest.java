package org.riskmap.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.riskmap.ToyTown;
import org.riskmap.elevation.Heights;
import org.riskmap.network.TravelRule.Least;

/** Expected times are Tobler's 6 km/h · exp(−3.5·|slope + 0.05|) in proportion to its value on the flat, 5.0368 km/h. */
class SlopesTest {

    /** Rises 10 m in 100 m to the east, from 0 at x = 0; nothing is known east of x = 2000. */
    private static final Heights RISING_EAST = new Heights() {
        @Override
        public double metresAt(double lon, double lat) {
            double x = (lon - 119.7) / (ToyTown.lon(1, 0) - 119.7);
            return x > 2000 ? Double.NaN : x / 10;
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

    @Test
    void slowness_is_that_of_toblers_function() {
        assertThat(Tobler.slowness(0)).isEqualTo(1);
        assertThat(Tobler.slowness(-0.05)).isCloseTo(5.0368 / 6, within(1e-4));
        assertThat(Tobler.slowness(-0.1)).isCloseTo(1, within(1e-12));
        assertThat(Tobler.slowness(0.1)).isCloseTo(1.4191, within(1e-4));
        assertThat(Tobler.slowness(0.5)).isCloseTo(5.0368 / (6 * Math.exp(-3.5 * 0.55)), within(1e-4));
        assertThat(Tobler.slowness(Double.NaN)).isEqualTo(1);
    }

    @Test
    void uphill_takes_longer_than_downhill() {
        // 1000 m at 10 %: up 1419 s at 1 m/s on the flat, down 1000 s
        TravelCosts costs = costs(new Drawn().road("hill", 0, 0, 500, 0, 1000, 0), true, 3.6);
        assertThat(costs.along(0, 0, 1_000_000)).isCloseTo(1_419_068, within(20));
        assertThat(costs.along(0, 1_000_000, 0)).isCloseTo(1_000_000, within(20));
        assertThat(costs.along(0, 250_000, 500_000)).isCloseTo(354_767, within(20));
    }

    @Test
    void without_slopes_both_directions_take_the_same() {
        TravelCosts costs = costs(new Drawn().road("hill", 0, 0, 1000, 0), false, 7.2);
        assertThat(costs.along(0, 0, 1_000_000)).isEqualTo(500_000);
        assertThat(costs.along(0, 1_000_000, 0)).isEqualTo(500_000);
    }

    @Test
    void ground_without_a_height_counts_as_flat_and_the_road_is_counted() {
        Drawn drawn = new Drawn().road("out", 2500, 0, 3500, 0).road("in", 0, 0, 100, 0);
        RoadNetwork network = drawn.network(RISING_EAST);
        assertThat(network.graph().roadsPartlyWithoutHeight()).isEqualTo(1);
        assertThat(costs(drawn, true, 3.6).along(0, 0, 1_000_000)).isEqualTo(1_000_000);
    }

    @Test
    void a_bridge_does_not_go_down_into_the_valley() {
        Heights valley = new Heights() {
            @Override
            public double metresAt(double lon, double lat) {
                double x = (lon - 119.7) / (ToyTown.lon(1, 0) - 119.7);
                return Math.abs(x - 150);
            }

            @Override
            public double spacingM() {
                return 10;
            }

            @Override
            public String version() {
                return "valley";
            }
        };
        RoadNetwork network = new Drawn()
                .road(new RoadLine(
                        "bridge", "tertiary", null, null, null, null, true, Drawn.wkb(Drawn.line(0, 0, 300, 0))))
                .road(new RoadLine(
                        "ground", "tertiary", null, null, null, null, false, Drawn.wkb(Drawn.line(0, 0, 300, 0))))
                .network(valley);
        TravelCosts costs = TravelCosts.of(
                network, new TravelRule(Mode.WALK, 3.6, true, Least.TIME), Closures.none(network.graph()));
        assertThat(costs.along(0, 0, 300_000)).isCloseTo(300_000, within(5));
        assertThat(costs.along(1, 0, 300_000)).isGreaterThan(3_000_000);
    }

    private static TravelCosts costs(Drawn drawn, boolean slopes, double kmh) {
        RoadNetwork network = drawn.network(RISING_EAST);
        return TravelCosts.of(
                network, new TravelRule(Mode.WALK, kmh, slopes, Least.TIME), Closures.none(network.graph()));
    }
}
