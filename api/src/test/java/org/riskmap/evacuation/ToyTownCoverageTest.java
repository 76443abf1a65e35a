package org.riskmap.evacuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskmap.TestDatabase;
import org.riskmap.ToyTown;
import org.riskmap.evacuation.Travel.Slope;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.network.Mode;
import org.riskmap.network.Network;
import org.riskmap.postgis.SqlQuery;

/** Answers of {@code src/test/resources/toytown/README.md}, where they are worked out by hand. */
class ToyTownCoverageTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final Geometry NOWHERE = FACTORY.createPolygon();
    private static final Travel WALK = new Travel.Roads(Mode.WALK, 3.6, Slope.OFF, 500);
    private static final Steps SILENT = (percent, doing) -> {};

    private static TestDatabase test;
    private static Network network;
    private static EvacuationCoverage coverage;
    private static List<Settlement> settlements;
    private static List<Shelter> shelters;

    @BeforeAll
    static void load() {
        test = TestDatabase.create();
        ToyTown.load(test.database());
        network = new Network(test.database(), () -> null);
        coverage = new EvacuationCoverage(network, test.database());
        settlements = test.database()
                .list(
                        SqlQuery.of(
                                "select id, name, st_x(geom), st_y(geom), population from risk.settlement order by id"),
                        row -> new Settlement(
                                row.text(1), row.text(2), row.real(3), row.real(4), (int) row.integer(5)));
        shelters = test.database()
                .list(
                        SqlQuery.of("select id, name, st_x(geom), st_y(geom), capacity from risk.shelter"
                                + " where status = 'open' order by id"),
                        row -> new Shelter(
                                row.text(1), row.text(2), row.real(3), row.real(4), (int) row.integer(5), true));
    }

    @AfterAll
    static void drop() {
        network.close();
        test.close();
    }

    @Test
    void the_largest_number_gets_a_place_at_the_least_person_seconds() {
        Coverage answer = solve(WALK, Limit.ofSeconds(1200), true);
        assertThat(answer.population()).isEqualTo(327);
        assertThat(answer.reachable()).isEqualTo(285);
        assertThat(answer.assigned()).isEqualTo(160);
        assertThat(answer.unassigned())
                .containsExactly(
                        Map.entry(Reason.NOT_SNAPPED, 7L),
                        Map.entry(Reason.NO_PATH, 25L),
                        Map.entry(Reason.TOO_FAR, 10L),
                        Map.entry(Reason.NO_CAPACITY, 125L));
        assertThat(assignments(answer))
                .containsExactly("a→s1 85 in 570 s", "c→s1 30 in 360 s", "h→s1 5 in 250 s", "h→s2 40 in 260 s");
    }

    @Test
    void with_a_limit_in_metres_the_same_ways_are_measured_in_metres() {
        Coverage answer = solve(WALK, Limit.ofMetres(1200), true);
        assertThat(assignments(answer))
                .containsExactly("a→s1 85 in 570 s", "c→s1 30 in 360 s", "h→s1 5 in 250 s", "h→s2 40 in 260 s");
        assertThat(answer.assignments()).extracting(Assignment::distanceM).containsExactly(570.0, 360.0, 250.0, 260.0);
    }

    @Test
    void without_capacity_everybody_goes_to_the_nearest() {
        Coverage answer = solve(WALK, Limit.ofSeconds(1200), false);
        assertThat(assignments(answer))
                .containsExactly(
                        "a→s1 100 in 570 s",
                        "b→s1 60 in 640 s",
                        "c→s1 30 in 360 s",
                        "f→s2 50 in 1190 s",
                        "h→s1 45 in 250 s");
        assertThat(answer.unassigned().get(Reason.NO_CAPACITY)).isZero();
    }

    @Test
    void the_limit_is_inclusive_to_the_millisecond() {
        assertThat(solve(WALK, Limit.ofSeconds(1190), false).reachable()).isEqualTo(285);
        assertThat(solve(WALK, Limit.ofSeconds(1189.999), false).reachable()).isEqualTo(235);
    }

    @Test
    void the_river_makes_people_walk_to_the_farther_road_on_their_side() {
        Coverage answer = solve(WALK, Limit.ofSeconds(1200), true);
        assertThat(answer.served().get(2).snapM()).isCloseTo(90, within(0.002));
        assertThat(answer.warnings()).noneMatch(warning -> warning.contains("river"));
        Coverage near = solve(new Travel.Roads(Mode.WALK, 3.6, Slope.OFF, 80), Limit.ofSeconds(1200), true);
        assertThat(near.served().get(2).snapM()).isCloseTo(60, within(0.002));
        assertThat(near.warnings())
                .anyMatch(warning -> warning.startsWith("1 settlements reach the road across a river"));
    }

    @Test
    void a_car_obeys_the_one_way_and_the_signs() {
        Travel drive = new Travel.Roads(Mode.DRIVE, 3.6, Slope.AUTO, 500);
        Coverage answer = solve(drive, Limit.ofSeconds(1200), false);
        assertThat(answer.served().get(5).nearest().travelTimeS()).isEqualTo(91 + 27);
        Coverage onlyS1 = coverage.solve(question(drive, Limit.ofSeconds(1200), false, shelters.subList(0, 1)), SILENT);
        assertThat(onlyS1.served().get(5).nearest().travelTimeS()).isEqualTo(181);
    }

    @Test
    void land_to_avoid_is_never_entered_but_may_be_left() {
        // the closure lies across main between the lane and s1; z lives in it
        Settlement z = new Settlement("z", null, ToyTown.lon(400, 0), ToyTown.lat(10), 3);
        Question question = new Question(
                IntStream.range(0, 9)
                        .mapToObj(i -> i < 8 ? settlements.get(i) : z)
                        .toList(),
                shelters,
                box(380, -50, 420, 50),
                Set.of(),
                WALK,
                Limit.ofSeconds(1200),
                false,
                "township");
        Coverage answer = coverage.solve(question, SILENT);
        assertThat(assignments(answer, question))
                .containsExactly("f→s2 50 in 1190 s", "h→s1 45 in 250 s", "z→s1 3 in 130 s");
        assertThat(answer.served().get(0).reason()).isEqualTo(Reason.NO_PATH);
        assertThat(answer.served().get(1).reason()).isEqualTo(Reason.NO_PATH);
    }

    @Test
    void a_shelter_inside_land_to_avoid_drops_out() {
        Question question = new Question(
                settlements, shelters, box(490, 10, 510, 30), Set.of(), WALK, Limit.ofSeconds(1200), true, "township");
        Coverage answer = coverage.solve(question, SILENT);
        assertThat(answer.used()).extracting(Coverage.Used::excluded).containsExactly(Exclusion.IN_HAZARD, null);
        assertThat(assignments(answer, question)).containsExactly("h→s2 40 in 260 s");
    }

    @Test
    void a_closed_road_carries_nobody() {
        Question question = new Question(
                settlements, shelters, NOWHERE, Set.of("ramp"), WALK, Limit.ofSeconds(1200), false, "township");
        Coverage answer = coverage.solve(question, SILENT);
        assertThat(answer.served().get(5).reason()).isEqualTo(Reason.NO_PATH);
        assertThat(answer.served().get(6).reason()).isEqualTo(Reason.NO_PATH);
        // s2 is reached from main's end now, 30 m away
        assertThat(answer.used().get(1).snapM()).isCloseTo(30, within(0.002));
        assertThatThrownBy(() -> coverage.solve(
                        new Question(
                                settlements, shelters, NOWHERE, Set.of("x"), WALK, Limit.ofSeconds(1), true, "village"),
                        SILENT))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("closedRoads");
    }

    @Test
    void areas_add_up_and_people_in_no_area_have_a_row() {
        assertThat(groups(settlements, shelters, "village"))
                .containsExactly(
                        "330001001 西村 200: 190 reachable, 115 placed {not_snapped=0, no_path=0, too_far=10, no_capacity=75}",
                        "330001002 东村 95: 95 reachable, 45 placed {not_snapped=0, no_path=0, too_far=0, no_capacity=50}",
                        "null null 32: 0 reachable, 0 placed {not_snapped=7, no_path=25, too_far=0, no_capacity=0}");
    }

    @Test
    void settlements_of_one_name_in_one_village_are_one_natural_village() {
        // a and c stand in 西村, h in 东村
        List<Settlement> named = List.of(
                renamed(settlements.get(0), "塘下"),
                renamed(settlements.get(2), "塘下"),
                renamed(settlements.get(7), "塘下"));
        assertThat(groups(named, shelters, "natural_village"))
                .containsExactly(
                        "a 塘下 130: 130 reachable, 115 placed {not_snapped=0, no_path=0, too_far=0, no_capacity=15}",
                        "h 塘下 45: 45 reachable, 45 placed {not_snapped=0, no_path=0, too_far=0, no_capacity=0}");
        assertThat(groups(
                        List.of(renamed(settlements.get(0), null), renamed(settlements.get(2), null)),
                        shelters,
                        "natural_village"))
                .extracting(row -> row.substring(0, 1))
                .containsExactly("a", "c");
    }

    @Test
    void tiers_have_the_people_their_shelters_take_in_and_those_whose_nearest_shelter_they_keep() {
        Shelter s1 = shelters.get(0);
        Shelter s2 = shelters.get(1);
        List<Shelter> tiers = List.of(
                new Shelter("s1", null, s1.lon(), s1.lat(), s1.capacity(), true, "township"),
                new Shelter("s2", null, s2.lon(), s2.lat(), s2.capacity(), true, "village"));
        // s1 takes 85 of a, 30 of c, 5 of h; 15 of a and b's 60 stay behind. s2 takes 40 of h; f's 50 and g's 10 do
        assertThat(groups(settlements, tiers, "tier"))
                .containsExactly(
                        "township null 195: 195 reachable, 120 placed {not_snapped=0, no_path=0, too_far=0, no_capacity=75}",
                        "village null 100: 90 reachable, 40 placed {not_snapped=0, no_path=0, too_far=10, no_capacity=50}",
                        "null null 32: 0 reachable, 0 placed {not_snapped=7, no_path=25, too_far=0, no_capacity=0}");
    }

    private static Settlement renamed(Settlement one, String name) {
        return new Settlement(one.id(), name, one.lon(), one.lat(), one.population());
    }

    private static List<String> groups(List<Settlement> people, List<Shelter> places, String groupBy) {
        Question question = new Question(people, places, NOWHERE, Set.of(), WALK, Limit.ofSeconds(1200), true, groupBy);
        return coverage.solve(question, SILENT).areas().stream()
                .map(area -> area.code() + " " + area.name() + " " + area.population() + ": " + area.reachable()
                        + " reachable, " + area.assigned() + " placed "
                        + area.unassigned().toString().toLowerCase(java.util.Locale.ROOT))
                .toList();
    }

    @Test
    void slopes_without_a_model_are_an_error_when_demanded_and_a_warning_otherwise() {
        assertThatThrownBy(() -> solve(new Travel.Roads(Mode.WALK, 3.6, Slope.ON, 500), Limit.ofSeconds(1200), true))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("travel.slope");
        Coverage answer = solve(new Travel.Roads(Mode.WALK, 3.6, Slope.AUTO, 500), Limit.ofSeconds(1200), true);
        assertThat(answer.warnings()).anyMatch(warning -> warning.contains("elevation model"));
    }

    @Test
    void catchments_hold_the_land_people_come_from_and_do_not_overlap() {
        Coverage answer = solve(WALK, Limit.ofSeconds(1200), true);
        assertThat(answer.catchments()).hasSize(2);
        Coverage.Catchment s1 = answer.catchments().get(0);
        Coverage.Catchment s2 = answer.catchments().get(1);
        assertThat(s1.population()).isEqualTo(100 + 60 + 30 + 45);
        assertThat(s1.maxTravelTimeS()).isEqualTo(640);
        assertThat(s2.population()).isEqualTo(50);
        assertThat(s2.maxTravelTimeS()).isEqualTo(1190);
        assertThat(s1.land().isValid()).isTrue();
        assertThat(s2.land().isValid()).isTrue();
        assertThat(s1.land().intersection(s2.land()).getArea()).isZero();
        assertThat(s1.land().contains(point(0, 400))).isTrue(); // 300 m from the lane
        assertThat(s1.land().contains(point(250, -150))).isFalse(); // across the river
        assertThat(s2.land().contains(point(700, -250))).isTrue();
        // on main the two are equally far where x − 500 + 20 = 900 − x + 30
        assertThat(s1.land().contains(point(704, 1))).isTrue();
        assertThat(s2.land().contains(point(706, 1))).isTrue();
    }

    @Test
    void straight_line_distances_are_geodesic_and_the_detour_serves_time_only() {
        Coverage near = solve(new Travel.StraightLine(3.6, 1.5), Limit.ofMetres(510), false);
        // a is hypot(500, 30) = 500.9 m from s1
        assertThat(near.served().get(0).nearest().distanceM()).isCloseTo(500.9, within(0.01));
        assertThat(near.served().get(0).nearest().travelTimeS()).isEqualTo(752);
        assertThat(near.served().get(0).assigned()).isEqualTo(100);
        // b is hypot(200, 400) = 447.2 m away, 670.8 s with the detour
        assertThat(solve(new Travel.StraightLine(3.6, 1.5), Limit.ofSeconds(671), false)
                        .served()
                        .get(1)
                        .assigned())
                .isEqualTo(60);
        assertThat(solve(new Travel.StraightLine(3.6, 1.5), Limit.ofSeconds(670), false)
                        .served()
                        .get(1)
                        .assigned())
                .isZero();
        assertThat(near.unassigned().get(Reason.NOT_SNAPPED)).isZero();
        assertThat(near.unassigned().get(Reason.TOO_FAR)).isEqualTo(327 - near.reachable());
    }

    @Test
    void nobody_and_no_shelter_have_answers_too() {
        Coverage nobody = coverage.solve(
                new Question(List.of(), shelters, NOWHERE, Set.of(), WALK, Limit.ofSeconds(1200), true, "village"),
                SILENT);
        assertThat(nobody.population()).isZero();
        Coverage noShelter = coverage.solve(question(WALK, Limit.ofSeconds(1200), true, List.of()), SILENT);
        assertThat(noShelter.unassigned()).containsEntry(Reason.NO_PATH, 320L).containsEntry(Reason.NOT_SNAPPED, 7L);
        Coverage straight =
                coverage.solve(question(new Travel.StraightLine(4, 1.3), Limit.ofMetres(9), true, List.of()), SILENT);
        assertThat(straight.unassigned()).containsEntry(Reason.NO_PATH, 327L);
    }

    private static Coverage solve(Travel travel, Limit limit, boolean capacity) {
        return coverage.solve(question(travel, limit, capacity, shelters), SILENT);
    }

    private static Question question(Travel travel, Limit limit, boolean capacity, List<Shelter> of) {
        return new Question(settlements, of, NOWHERE, Set.of(), travel, limit, capacity, "township");
    }

    private static List<String> assignments(Coverage answer) {
        return assignments(answer, question(WALK, Limit.ofSeconds(0), true, shelters));
    }

    private static List<String> assignments(Coverage answer, Question question) {
        return answer.assignments().stream()
                .map(one -> question.settlements().get(one.settlement()).id() + "→"
                        + question.shelters().get(one.shelter()).id() + " " + one.persons() + " in "
                        + one.travelTimeS() + " s")
                .collect(Collectors.toList());
    }

    private static Geometry box(double west, double south, double east, double north) {
        return FACTORY.createPolygon(new Coordinate[] {
            corner(west, south), corner(east, south), corner(east, north), corner(west, north), corner(west, south)
        });
    }

    private static Coordinate corner(double x, double y) {
        return new Coordinate(ToyTown.lon(x, y), ToyTown.lat(y));
    }

    private static Geometry point(double x, double y) {
        return FACTORY.createPoint(corner(x, y));
    }
}
