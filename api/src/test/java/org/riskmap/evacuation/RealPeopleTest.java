package org.riskmap.evacuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskmap.RealData;
import org.riskmap.TestDatabase;
import org.riskmap.network.Network;
import org.riskmap.postgis.SqlQuery;

/** Hualien: 323 666 people in 176 villages and 198 shelters with 20 561 places, 8 of them with none. */
@Tag("shared-data")
class RealPeopleTest {

    private static TestDatabase test;
    private static Network network;
    private static Question question;
    private static Coverage answer;

    @TempDir
    static Path var;

    @BeforeAll
    static void load() {
        test = TestDatabase.create();
        RealData.load(test, "hualien", var);
        List<Settlement> settlements = test.database()
                .list(
                        SqlQuery.of("select id, name, st_x(geom), st_y(geom), population from risk.settlement"
                                + " order by id collate \"C\""),
                        row -> new Settlement(
                                row.text(1), row.text(2), row.real(3), row.real(4), (int) row.integer(5)));
        List<Shelter> shelters = test.database()
                .list(
                        SqlQuery.of("select id, name, st_x(geom), st_y(geom), capacity from risk.shelter"
                                + " where status = 'open' order by id collate \"C\""),
                        row -> new Shelter(
                                row.text(1), row.text(2), row.real(3), row.real(4), (int) row.integer(5), true));
        question = new Question(
                settlements,
                shelters,
                new GeometryFactory().createPolygon(),
                Set.of(),
                new Travel.StraightLine(4, 1.3),
                Limit.ofMetres(2000),
                true,
                "township");
        network = new Network(test.database(), () -> null);
        answer = new EvacuationCoverage(network, test.database()).solve(question, (percent, doing) -> {});
    }

    @AfterAll
    static void drop() {
        network.close();
        test.close();
    }

    @Test
    void persons_add_up_to_the_population_and_nobody_gets_a_place_that_is_not_there() {
        assertThat(answer.population()).isEqualTo(323_666);
        assertThat(answer.assigned()).isBetween(1L, 20_561L);
        assertThat(answer.assigned()
                        + answer.unassigned().values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                .isEqualTo(323_666);
        assertThat(answer.used().stream()
                        .filter(one -> one.excluded() == Exclusion.NO_CAPACITY)
                        .count())
                .isEqualTo(8);
        assertThat(answer.areas().stream().mapToLong(Coverage.Area::population).sum())
                .isEqualTo(323_666);
        assertThat(answer.areas()).hasSize(13);
    }

    @Test
    void postgis_finds_the_same_villages_within_two_kilometres() {
        Set<String> reached = new TreeSet<>();
        for (int i = 0; i < answer.served().size(); i++) {
            if (answer.served().get(i).reachable() > 0) {
                reached.add(question.settlements().get(i).id());
            }
        }
        assertThat(reached)
                .isEqualTo(new TreeSet<>(
                        test.database().client().sql("""
                                        select id from risk.settlement s
                                        where population > 0
                                          and exists (select from risk.shelter h
                                                      where h.status = 'open' and h.capacity > 0
                                                        and st_dwithin(s.geom::geography, h.geom::geography, 2000))
                                        """).query(String.class).list()));
    }

    @Test
    void postgis_finds_the_same_nearest_shelters_and_distances() {
        List<String> theirs =
                test.database().client().sql("""
                        select s.id || ' ' || n.id || ' ' || round(n.far::numeric, 2)
                        from risk.settlement s
                             cross join lateral (select h.id, st_distance(s.geom::geography, h.geom::geography) as far
                                                 from risk.shelter h
                                                 where h.status = 'open' and h.capacity > 0
                                                 order by 2, h.id collate "C" limit 1) n
                        order by s.id collate "C"
                        """).query(String.class).list();
        List<String> ours = new java.util.ArrayList<>();
        for (int i = 0; i < answer.served().size(); i++) {
            Way nearest = answer.served().get(i).nearest();
            ours.add(question.settlements().get(i).id() + " "
                    + question.shelters().get(nearest.shelter()).id() + " "
                    + new java.math.BigDecimal(nearest.distanceM()).setScale(2, java.math.RoundingMode.HALF_UP));
        }
        assertThat(withoutLastDigit(ours)).isEqualTo(withoutLastDigit(theirs));
    }

    /** Centimetres may be rounded either way. */
    private static List<String> withoutLastDigit(List<String> lines) {
        return lines.stream().map(line -> line.substring(0, line.length() - 3)).toList();
    }

    @Test
    void people_within_catchments_are_those_who_reach_a_shelter() {
        assertThat(answer.catchments().stream()
                        .mapToLong(Coverage.Catchment::population)
                        .sum())
                .isEqualTo(answer.reachable());
        assertThat(answer.catchments()).allMatch(one -> one.land().isValid());
    }
}
