package org.riskmap.evacuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.riskmap.ToyTown;
import org.riskmap.network.Closures;
import org.riskmap.network.Drawn;
import org.riskmap.network.Mode;
import org.riskmap.network.RoadNetwork;
import org.riskmap.network.TravelCosts;
import org.riskmap.network.TravelRule;
import org.riskmap.network.TravelRule.Least;

/**
 * What must hold of every coverage, in towns of five by five corners 100 m apart, some streets missing; people and shelters
 * stand on corners, so that to close one street moves nobody to another.
 */
class RandomTownTest {

    private static final int SIDE = 5;
    private static final Geometry NOWHERE = new GeometryFactory().createPolygon();

    /** Somebody or something on a corner. */
    record Stand(int corner, int persons) {}

    /** @param streets by corner eastward, then northward: whether there is one */
    record Town(List<Boolean> streets, List<Stand> people, List<Stand> shelters) {

        RoadNetwork network() {
            Drawn drawn = new Drawn();
            for (int i = 0; i < streets.size(); i++) {
                if (streets.get(i)) {
                    int corner = i / 2;
                    boolean east = i % 2 == 0;
                    drawn.road(id(i), x(corner), y(corner), x(corner) + (east ? 100 : 0), y(corner) + (east ? 0 : 100));
                }
            }
            return drawn.network();
        }

        static String id(int street) {
            return "r" + street;
        }
    }

    private static double x(int corner) {
        return 100.0 * (corner % SIDE);
    }

    private static double y(int corner) {
        return 100.0 * (corner / SIDE);
    }

    @Provide
    Arbitrary<Town> towns() {
        Arbitrary<List<Boolean>> streets =
                Arbitraries.of(true, true, true, false).list().ofSize(2 * SIDE * SIDE);
        return Combinators.combine(streets, stands(60).ofMaxSize(12), stands(90).ofMaxSize(5))
                .as(Town::new)
                .filter(town -> town.streets().contains(true));
    }

    private static net.jqwik.api.arbitraries.ListArbitrary<Stand> stands(int most) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, SIDE * SIDE - 1),
                        Arbitraries.integers().between(0, most))
                .as(Stand::new)
                .list();
    }

    /** What is asked of a town, and its answer. */
    private record Answer(
            Question question, Reach reach, List<Coverage.Served> served, List<Assignment> assignments, int[] used) {

        static Answer of(Town town, int limitS, Set<String> closed, int timesCapacity) {
            List<Settlement> settlements = new ArrayList<>();
            for (Stand one : town.people()) {
                settlements.add(new Settlement("d" + settlements.size(), null, lon(one), lat(one), one.persons()));
            }
            List<Shelter> shelters = new ArrayList<>();
            for (Stand one : town.shelters()) {
                shelters.add(new Shelter(
                        "s" + shelters.size(), null, lon(one), lat(one), timesCapacity * one.persons(), true));
            }
            Travel.Roads walk = new Travel.Roads(Mode.WALK, 3.6, Travel.Slope.OFF, 1);
            return of(
                    town.network(),
                    new Question(
                            settlements, shelters, NOWHERE, closed, walk, Limit.ofSeconds(limitS), true, Groups.TIER));
        }

        static Answer of(RoadNetwork network, Question question) {
            TravelCosts costs = TravelCosts.of(
                    network,
                    new TravelRule(Mode.WALK, 3.6, false, Least.TIME),
                    Closures.of(network.graph(), NOWHERE, question.closedRoads()));
            boolean[] usable = new boolean[question.shelters().size()];
            for (int i = 0; i < usable.length; i++) {
                usable[i] = question.shelters().get(i).capacity() > 0;
            }
            Reach reach = new RoadReach(network, costs, 1, question, usable).solve();
            Bookkeeping books = new Bookkeeping(question, reach);
            AdminAreas.State noAreas = new AdminAreas.State("", List.of(), new STRtree(), null);
            return new Answer(question, reach, books.served(books.groups(noAreas)), books.assignments(), books.used());
        }

        private static double lon(Stand one) {
            return ToyTown.lon(x(one.corner()), y(one.corner()));
        }

        private static double lat(Stand one) {
            return ToyTown.lat(y(one.corner()));
        }

        long assigned() {
            return assignments.stream().mapToLong(Assignment::persons).sum();
        }

        long personMs() {
            return assignments.stream()
                    .mapToLong(one -> one.persons() * one.ms())
                    .sum();
        }

        Map<Reason, Long> unassigned() {
            return new Coverage(served, List.of(), List.of(), assignments, List.of(), List.of()).unassigned();
        }
    }

    @Property(tries = 300)
    void assigned_and_unassigned_are_the_population(
            @ForAll("towns") Town town, @ForAll @IntRange(max = 900) int limitS) {
        Answer answer = Answer.of(town, limitS, Set.of(), 1);
        long population = town.people().stream().mapToLong(Stand::persons).sum();
        long unassigned =
                answer.unassigned().values().stream().mapToLong(Long::longValue).sum();
        assertThat(answer.assigned() + unassigned).isEqualTo(population);
    }

    @Property(tries = 300)
    void nobody_is_sent_to_a_full_shelter_or_beyond_the_limit(
            @ForAll("towns") Town town, @ForAll @IntRange(max = 900) int limitS) {
        Answer answer = Answer.of(town, limitS, Set.of(), 1);
        for (int i = 0; i < answer.used().length; i++) {
            assertThat(answer.used()[i]).isBetween(0, town.shelters().get(i).persons());
        }
        assertThat(answer.assignments()).allMatch(one -> one.persons() > 0 && one.ms() <= 1000L * limitS);
    }

    @Property(tries = 300)
    void the_order_of_people_shelters_and_roads_does_not_matter(
            @ForAll("towns") Town town, @ForAll @IntRange(max = 900) int limitS, @ForAll Random random) {
        List<Stand> people = new ArrayList<>(town.people());
        List<Stand> shelters = new ArrayList<>(town.shelters());
        Collections.shuffle(people, random);
        Collections.shuffle(shelters, random);
        Answer one = Answer.of(town, limitS, Set.of(), 1);
        Answer other = Answer.of(new Town(town.streets(), people, shelters), limitS, Set.of(), 1);
        assertThat(other.assigned()).isEqualTo(one.assigned());
        assertThat(other.personMs()).isEqualTo(one.personMs());
        assertThat(other.unassigned()).isEqualTo(one.unassigned());
    }

    @Property(tries = 200)
    void more_places_never_serve_fewer(@ForAll("towns") Town town, @ForAll @IntRange(max = 900) int limitS) {
        assertThat(Answer.of(town, limitS, Set.of(), 2).assigned())
                .isGreaterThanOrEqualTo(Answer.of(town, limitS, Set.of(), 1).assigned());
    }

    @Property(tries = 200)
    void more_time_never_serves_fewer(
            @ForAll("towns") Town town,
            @ForAll @IntRange(max = 900) int limitS,
            @ForAll @IntRange(max = 300) int moreS) {
        assertThat(Answer.of(town, limitS + moreS, Set.of(), 1).assigned())
                .isGreaterThanOrEqualTo(Answer.of(town, limitS, Set.of(), 1).assigned());
    }

    @Property(tries = 300)
    void closing_roads_never_helps_anybody(
            @ForAll("towns") Town town,
            @ForAll @IntRange(max = 900) int limitS,
            @ForAll Set<@IntRange(max = 49) Integer> shut) {
        Set<String> closed = new HashSet<>();
        shut.stream().filter(town.streets()::get).forEach(street -> closed.add(Town.id(street)));
        Answer open = Answer.of(town, limitS, Set.of(), 1);
        Answer fewer = Answer.of(town, limitS, closed, 1);
        assertThat(fewer.assigned()).isLessThanOrEqualTo(open.assigned());
        for (int i = 0; i < town.people().size(); i++) {
            Way before = open.reach().nearest()[i];
            Way after = fewer.reach().nearest()[i];
            assertThat(after == null || before != null && after.ms() >= before.ms())
                    .isTrue();
        }
    }
}
