package org.riskmap.evacuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskmap.TestDatabase;
import org.riskmap.ToyTown;
import org.riskmap.evacuation.Travel.Slope;
import org.riskmap.network.Drawn;
import org.riskmap.network.Mode;
import org.riskmap.network.Network;
import org.riskmap.postgis.Database;

/** What must hold of every coverage, on random towns of 8 × 8 streets with random people, shelters and closures. */
class CoveragePropertiesTest {

    private static final Geometry NOWHERE = new GeometryFactory().createPolygon();
    private static final int TOWNS = 12;

    @AutoClose
    private static final TestDatabase test = TestDatabase.create();

    @Test
    void persons_add_up_and_no_shelter_holds_more_than_it_can() {
        eachTown((coverage, random) -> {
            Question question = question(random, limit(random), true, NOWHERE, Set.of(), 1);
            Coverage answer = coverage.solve(question, (percent, doing) -> {});
            long unassigned = answer.unassigned().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(answer.assigned() + unassigned).isEqualTo(answer.population());
            assertThat(answer.reachable())
                    .isEqualTo(answer.assigned() + answer.unassigned().get(Reason.NO_CAPACITY));
            assertThat(answer.areas().stream()
                            .mapToLong(Coverage.Area::population)
                            .sum())
                    .isEqualTo(answer.population());
            int[] used = new int[question.shelters().size()];
            for (Assignment one : answer.assignments()) {
                used[one.shelter()] += one.persons();
                assertThat(one.ms()).isLessThanOrEqualTo(question.limit().most());
                assertThat(one.ms())
                        .isGreaterThanOrEqualTo(
                                answer.served().get(one.settlement()).nearest().ms());
            }
            for (int i = 0; i < used.length; i++) {
                assertThat(used[i])
                        .isLessThanOrEqualTo(question.shelters().get(i).capacity());
                assertThat(used[i]).isEqualTo(answer.used().get(i).used());
            }
        });
    }

    @Test
    void more_capacity_and_more_time_never_serve_fewer() {
        eachTown((coverage, random) -> {
            long seed = random.nextLong();
            long before = -1;
            for (int factor = 1; factor <= 3; factor++) {
                Question question = question(new Random(seed), Limit.ofSeconds(200), true, NOWHERE, Set.of(), factor);
                long assigned = coverage.solve(question, (percent, doing) -> {}).assigned();
                assertThat(assigned).isGreaterThanOrEqualTo(before);
                before = assigned;
            }
            for (int seconds : new int[] {250, 400, 900}) {
                Question question = question(new Random(seed), Limit.ofSeconds(seconds), true, NOWHERE, Set.of(), 3);
                long assigned = coverage.solve(question, (percent, doing) -> {}).assigned();
                assertThat(assigned).isGreaterThanOrEqualTo(before);
                before = assigned;
            }
        });
    }

    @Test
    void closing_a_part_of_the_town_never_helps() {
        eachTown((coverage, random) -> {
            long seed = random.nextLong();
            Question open = question(new Random(seed), Limit.ofSeconds(2000), false, NOWHERE, Set.of(), 1);
            Geometry closed = Drawn.polygon(160, 110, 290, 110, 290, 240, 160, 240);
            Question shut = question(new Random(seed), Limit.ofSeconds(2000), false, closed, Set.of(), 1);
            Coverage before = coverage.solve(open, (percent, doing) -> {});
            Coverage after = coverage.solve(shut, (percent, doing) -> {});
            // who or what must go to another road may by chance be nearer there
            boolean sameShelters =
                    snaps(before.used(), Coverage.Used::snapM).equals(snaps(after.used(), Coverage.Used::snapM));
            for (int i = 0; sameShelters && i < before.served().size(); i++) {
                Coverage.Served then = before.served().get(i);
                Coverage.Served now = after.served().get(i);
                if (now.nearest() != null && Objects.equals(then.snapM(), now.snapM())) {
                    assertThat(now.nearest().ms())
                            .isGreaterThanOrEqualTo(then.nearest().ms());
                }
            }
        });
    }

    private static <T> List<Double> snaps(List<T> ones, Function<T, Double> snapM) {
        return ones.stream().map(snapM).toList();
    }

    @Test
    void catchments_are_valid_do_not_overlap_and_hold_who_is_nearest() {
        eachTown((coverage, random) -> {
            Geometry closed = random.nextBoolean() ? NOWHERE : Drawn.polygon(90, 90, 210, 90, 210, 160, 90, 160);
            Question question = question(random, limit(random), false, closed, Set.of(), 1);
            Coverage answer = coverage.solve(question, (percent, doing) -> {});
            for (int i = 0; i < answer.catchments().size(); i++) {
                Geometry land = answer.catchments().get(i).land();
                assertThat(land.isValid()).isTrue();
                for (int j = 0; j < i; j++) {
                    assertThat(land.intersection(answer.catchments().get(j).land())
                                    .getArea())
                            .isZero();
                }
            }
        });
    }

    private interface Check {
        void on(EvacuationCoverage coverage, Random random);
    }

    private static void eachTown(Check check) {
        for (int seed = 0; seed < TOWNS; seed++) {
            Random random = new Random(seed);
            Database database = test.database();
            database.client().sql("truncate risk.road, risk.river").update();
            for (int x = 0; x < 8; x++) {
                for (int y = 0; y < 8; y++) {
                    street(database, random, "e" + x + y, x * 50, y * 50, x * 50 + 50, y * 50);
                    street(database, random, "n" + x + y, x * 50, y * 50, x * 50, y * 50 + 50);
                }
            }
            try (Network network = new Network(database, () -> null)) {
                check.on(new EvacuationCoverage(network, database), random);
            }
        }
    }

    private static void street(Database database, Random random, String id, double... xy) {
        if (random.nextInt(4) > 0) {
            database.client()
                    .sql("insert into risk.road (id, geom, class, oneway, source)"
                            + " values (?, st_multi(st_geomfromtext(?, 4490)), 'residential', 'no', 'random')")
                    .params(id, Drawn.line(xy).toText())
                    .update();
        }
    }

    private static Limit limit(Random random) {
        return Limit.ofSeconds(50 + random.nextInt(400));
    }

    private static Question question(
            Random random, Limit limit, boolean capacity, Geometry avoid, Set<String> closedRoads, int factor) {
        List<Settlement> settlements = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            double x = random.nextInt(500) - 40;
            double y = random.nextInt(500) - 40;
            settlements.add(new Settlement("d" + i, null, ToyTown.lon(x, y), ToyTown.lat(y), random.nextInt(40)));
        }
        List<Shelter> shelters = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            double x = random.nextInt(400);
            double y = random.nextInt(400);
            shelters.add(
                    new Shelter("s" + i, null, ToyTown.lon(x, y), ToyTown.lat(y), factor * random.nextInt(60), true));
        }
        settlements.sort(Comparator.comparing(Settlement::id));
        Travel walk = new Travel.Roads(Mode.WALK, 3.6, Slope.OFF, 60);
        return new Question(settlements, shelters, avoid, closedRoads, walk, limit, capacity, "village");
    }
}
