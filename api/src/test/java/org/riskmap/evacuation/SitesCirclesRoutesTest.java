package org.riskmap.evacuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskmap.TestDatabase;
import org.riskmap.ToyTown;
import org.riskmap.evacuation.SitingQuestion.Aim;
import org.riskmap.evacuation.Travel.Slope;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.network.Mode;
import org.riskmap.network.Network;

/** Sites, circles and routes in the town of {@code src/test/resources/toytown/README.md}, worked out by hand or by trying all. */
class SitesCirclesRoutesTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final Geometry NOWHERE = FACTORY.createPolygon();
    private static final Travel.Roads WALK = new Travel.Roads(Mode.WALK, 3.6, Slope.OFF, 500);
    private static final Travel.Roads DRIVE = new Travel.Roads(Mode.DRIVE, 3.6, Slope.OFF, 500);
    private static final Steps SILENT = (percent, doing) -> {};

    private static TestDatabase test;
    private static Network network;
    private static EvacuationCoverage coverage;

    @BeforeAll
    static void load() {
        test = TestDatabase.create();
        ToyTown.load(test.database());
        network = new Network(test.database(), () -> null);
        coverage = new EvacuationCoverage(network, test.database());
    }

    @AfterAll
    static void drop() {
        network.close();
        test.close();
    }

    private static Settlement settlement(String id, double x, double y, int persons) {
        return new Settlement(id, null, ToyTown.lon(x, y), ToyTown.lat(y), persons);
    }

    private static Shelter shelter(String id, double x, double y, int capacity) {
        return new Shelter(id, null, ToyTown.lon(x, y), ToyTown.lat(y), capacity, true);
    }

    private static CirclesQuestion.Station station(String id, double x, double y) {
        return new CirclesQuestion.Station(id, null, ToyTown.lon(x, y), ToyTown.lat(y));
    }

    private static Circles circles(List<CirclesQuestion.Station> stations, long turnoutMs, long... limitsMs) {
        List<Settlement> settlements =
                List.of(settlement("b", 300, 420, 60), settlement("f", 600, 320, 50), settlement("h", 700, 30, 45));
        return new ResponseCircles(coverage)
                .solve(
                        new CirclesQuestion(settlements, stations, NOWHERE, Set.of(), DRIVE, limitsMs, turnoutMs),
                        SILENT);
    }

    @Test
    void cars_leave_a_station_with_the_one_way_road_not_against_it() {
        // from beside N: 20 m on foot, express 380 m at 20 m/s to f, who stands on it
        Circles fromN = circles(List.of(station("n", 300, 420)), 0, 900_000);
        assertThat(fromN.arrivals().get(1).ms()).isCloseTo(39_000, within(60L));
        // from f: express 20 m, flyover 60 s, ramp 60 s, main 60 s, lane 40 s, 20 m on foot to b
        Circles fromF = circles(List.of(station("f", 600, 320)), 0, 900_000);
        assertThat(fromF.arrivals().get(0).ms()).isCloseTo(241_000, within(100L));
    }

    @Test
    void the_turn_out_counts_and_the_nearest_station_is_first() {
        // s at (500,20): 20 + 20 + 30 s to h; n is farther
        Circles both = circles(List.of(station("n", 300, 420), station("s", 500, 20)), 60_000, 120_000, 180_000);
        assertThat(both.arrivals().get(2).station()).isEqualTo(1);
        assertThat(both.arrivals().get(2).ms()).isCloseTo(130_000, within(60L));
        assertThat(both.land().get(1).covers(both.land().get(0))).isTrue();
        assertThat(both.land()
                        .get(1)
                        .covers(FACTORY.createPoint(new Coordinate(ToyTown.lon(700, 30), ToyTown.lat(30)))))
                .isTrue();
        assertThat(both.land()
                        .get(0)
                        .covers(FACTORY.createPoint(new Coordinate(ToyTown.lon(700, 30), ToyTown.lat(30)))))
                .isFalse();
        for (int i = 0; i < both.zones().size(); i++) {
            for (int k = 0; k < i; k++) {
                assertThat(both.zones()
                                .get(i)
                                .land()
                                .intersection(both.zones().get(k).land())
                                .getArea())
                        .isLessThan(1e-12);
            }
        }
    }

    @Test
    void no_circle_comes_across_the_river() {
        Circles south = circles(List.of(station("s", 250, -160)), 0, 160_000);
        // (250,−90) lies north of the river, 60 m from the road south of it: 10 + 175 + 90 s around by ramp and main
        assertThat(south.land()
                        .get(0)
                        .covers(FACTORY.createPoint(new Coordinate(ToyTown.lon(250, -90), ToyTown.lat(-90)))))
                .isFalse();
        assertThat(south.land()
                        .get(0)
                        .covers(FACTORY.createPoint(new Coordinate(ToyTown.lon(250, -140), ToyTown.lat(-140)))))
                .isTrue();
    }

    @Test
    void a_turn_out_longer_than_the_limit_leaves_an_empty_circle() {
        assertThat(circles(List.of(station("s", 500, 20)), 61_000, 60_000)
                        .land()
                        .get(0)
                        .isEmpty())
                .isTrue();
    }

    private static Question walking(List<Settlement> settlements, List<Shelter> shelters, Set<String> closed) {
        return new Question(settlements, shelters, NOWHERE, closed, WALK, Limit.ofSeconds(1200), true, "township");
    }

    @Test
    void a_route_runs_from_the_house_along_the_road_to_the_shelter() {
        Routes routes = new EvacuationRoutes(coverage)
                .solve(
                        walking(List.of(settlement("a", 0, 50, 100)), List.of(shelter("s1", 500, 20, 120)), Set.of()),
                        true,
                        SILENT);
        Route route = routes.routes().get(0);
        assertThat(route.ms()).isCloseTo(570_000, within(20L));
        assertThat(route.mm()).isCloseTo(570_000, within(20L));
        assertThat(route.persons()).isEqualTo(100);
        assertThat(route.climbM()).isNull();
        double[][] expected = {{0, 50}, {0, 0}, {300, 0}, {500, 0}, {500, 20}};
        assertThat(route.line().getNumPoints()).isEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(route.line().getCoordinateN(i).x)
                    .isCloseTo(ToyTown.lon(expected[i][0], expected[i][1]), within(2e-8));
            assertThat(route.line().getCoordinateN(i).y).isCloseTo(ToyTown.lat(expected[i][1]), within(2e-8));
        }
    }

    @Test
    void a_route_says_what_closed_road_it_goes_around() {
        // b lives at the lane's end: without the lane, 323.1 m to the flyover's end, then 600 + 300 + 300 + 400 + 20 m
        Question question = new Question(
                List.of(settlement("b", 300, 420, 60)),
                List.of(shelter("s1", 500, 20, 120)),
                NOWHERE,
                Set.of("lane"),
                WALK,
                Limit.ofSeconds(2400),
                true,
                "township");
        Route route = new EvacuationRoutes(coverage)
                .solve(question, false, SILENT)
                .routes()
                .get(0);
        assertThat(route.closedRoads()).containsExactly("lane");
        assertThat(route.ms()).isCloseTo(1_943_110, within(100L));
        assertThat(route.longerMs()).isCloseTo(1_943_110 - 640_000, within(150L));
    }

    private static Siting siting(Question base, List<Shelter> candidates, int count, Aim aim, String... required) {
        boolean[] needed = new boolean[candidates.size()];
        for (int i = 0; i < needed.length; i++) {
            needed[i] = Arrays.asList(required).contains(candidates.get(i).id());
        }
        return new ShelterSiting(coverage).solve(new SitingQuestion(base, candidates, needed, count, aim), SILENT);
    }

    @Test
    void the_island_is_served_before_the_few_beyond_the_river() {
        Question base = new Question(
                List.of(settlement("d", 2100, 40, 25), settlement("g", 0, -130, 10)),
                List.of(),
                NOWHERE,
                Set.of(),
                WALK,
                Limit.ofSeconds(600),
                false,
                "township");
        List<Shelter> candidates = List.of(shelter("island", 2050, 10, 0), shelter("south", 100, -160, 0));
        Siting one = siting(base, candidates, 1, Aim.PERSONS);
        assertThat(one.sites()).containsExactly(new Siting.Site(0, false, 25, 25));
        assertThat(one.gap()).isZero();
        Siting needed = siting(base, candidates, 1, Aim.PERSONS, "south");
        assertThat(needed.sites()).containsExactly(new Siting.Site(1, true, 10, 10));
        assertThatThrownBy(() -> siting(base, candidates, 3, Aim.PERSONS)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void no_choice_exceeds_the_bound_and_none_of_all_pairs_is_better_than_the_gap_says() {
        for (int seed = 0; seed < 25; seed++) {
            Random random = new Random(seed);
            List<Settlement> settlements = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                settlements.add(
                        settlement("d" + (10 + i), random.nextInt(3000), random.nextInt(3000), random.nextInt(90)));
            }
            List<Shelter> candidates = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                candidates.add(shelter("c" + i, random.nextInt(3000), random.nextInt(3000), 20 + random.nextInt(90)));
            }
            List<Shelter> shelters = List.of(shelter("s", 1500, 1500, 50));
            for (boolean capacity : new boolean[] {true, false}) {
                Question base = new Question(
                        settlements,
                        shelters,
                        NOWHERE,
                        Set.of(),
                        new Travel.StraightLine(4, 1.3),
                        Limit.ofMetres(1000),
                        capacity,
                        "township");
                Siting siting = siting(base, candidates, 2, Aim.PERSONS);
                long best = bestOfAllPairs(base, candidates) - persons(base, coverage.solveWithoutLand(base, SILENT));
                assertThat(siting.added()).as("seed " + seed).isLessThanOrEqualTo(best);
                assertThat(siting.bound()).as("seed " + seed).isGreaterThanOrEqualTo(best);
                assertThat(siting.added())
                        .as("seed " + seed)
                        .isEqualTo(persons(base, siting.after()) - persons(base, siting.before()));
                assertThat((double) siting.added()).as("seed " + seed).isGreaterThanOrEqualTo(0.9 * best);
            }
        }
    }

    @Test
    void the_p_median_is_no_worse_than_its_gap_says_and_later_sites_add_no_more() {
        for (int seed = 0; seed < 25; seed++) {
            Random random = new Random(seed);
            List<Settlement> settlements = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                settlements.add(
                        settlement("d" + (10 + i), random.nextInt(2000), random.nextInt(2000), random.nextInt(90)));
            }
            List<Shelter> candidates = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                candidates.add(shelter("c" + i, random.nextInt(2000), random.nextInt(2000), 0));
            }
            Question base = new Question(
                    settlements,
                    List.of(),
                    NOWHERE,
                    Set.of(),
                    new Travel.StraightLine(3.6, 1),
                    Limit.ofSeconds(1500),
                    false,
                    "township");
            Siting siting = siting(base, candidates, 2, Aim.PERSON_TIME);
            long best = 0;
            for (int i = 0; i < candidates.size(); i++) {
                for (int k = 0; k < i; k++) {
                    best = Math.max(best, savedMs(base.with(List.of(candidates.get(k), candidates.get(i)))));
                }
            }
            assertThat(siting.added()).as("seed " + seed).isLessThanOrEqualTo(best);
            assertThat(siting.bound()).as("seed " + seed).isGreaterThanOrEqualTo(best);
            assertThat(siting.added()).isEqualTo(savedMs(siting.afterQuestion()));
            assertThat(siting.sites().get(1).adds())
                    .isLessThanOrEqualTo(siting.sites().get(0).adds());
            assertThat(siting.sites().get(1).total()).isEqualTo(siting.added());
        }
    }

    /** Persons times what they need less than the limit to the nearest shelter. */
    private static long savedMs(Question question) {
        long saved = 0;
        for (Coverage.Served one : coverage.solveWithoutLand(question, SILENT).served()) {
            long ms = one.nearest() == null
                    ? 1_500_000
                    : Math.min(1_500_000, one.nearest().ms());
            saved += one.population() * (1_500_000 - ms);
        }
        return saved;
    }

    private static long persons(Question base, Coverage answer) {
        return base.capacity() ? answer.assigned() : answer.reachable();
    }

    private static long bestOfAllPairs(Question base, List<Shelter> candidates) {
        long best = 0;
        for (int i = 0; i < candidates.size(); i++) {
            for (int k = 0; k < i; k++) {
                List<Shelter> with = new ArrayList<>(base.shelters());
                with.add(candidates.get(i));
                with.add(candidates.get(k));
                best = Math.max(best, persons(base, coverage.solveWithoutLand(base.with(with), SILENT)));
            }
        }
        return best;
    }
}
