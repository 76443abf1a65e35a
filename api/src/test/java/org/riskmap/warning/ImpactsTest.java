package org.riskmap.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.TestDatabase;
import org.riskmap.warning.Rule.Closing;
import org.riskmap.warning.Rule.Move;

/**
 * Township T is the square 120.0–120.1° E, 30.0–30.1° N. In it a high zone (its eastern part outside T) and a medium one.
 *
 * <pre>
 *   120.00      .02 .04         .06 .08        120.10      .12
 *   |  far      [ medium  in-m ]  near·[ high   in-h    |  out-h ]
 * </pre>
 *
 * {@code near} stands 0.0005° west of the high zone: at 30.05° N one degree of longitude is 96 396 m, so 48.2 m.
 */
class ImpactsTest {

    private static final Rule RULE = new Rule(
            List.of("geohazard"),
            Level.ORANGE,
            List.of(
                    new Move("geohazard_zone", List.of("high"), 0, "inside high"),
                    new Move("geohazard_zone", List.of("high"), 50, "near high"),
                    new Move("geohazard_zone", List.of("high", "medium"), 0, "inside")),
            List.of(new Closing("geohazard_zone", List.of("high")), new Closing(null, List.of("track"))),
            List.of());

    @AutoClose
    private static TestDatabase test;

    private static Geometry township;
    private static Impact impact;

    @BeforeAll
    static void open() {
        test = TestDatabase.create();
        sql("""
            insert into risk.admin_area (id, name, geom, code, level, source)
            values ('t', 'T', st_multi(st_makeenvelope(120, 30, 120.1, 30.1, 4490)), 'T', 'township', 'test')
            """);
        sql("""
            insert into risk.geohazard_zone (id, name, geom, risk, source)
            values ('high', '高', st_multi(st_makeenvelope(120.08, 30.04, 120.12, 30.06, 4490)), 'high', 'test'),
                   ('medium', '中', st_multi(st_makeenvelope(120.02, 30.04, 120.04, 30.06, 4490)), 'medium', 'test'),
                   ('elsewhere', '外', st_multi(st_makeenvelope(121, 30, 121.1, 30.1, 4490)), 'high', 'test')
            """);
        sql("""
            insert into risk.settlement (id, geom, population, vulnerable, source)
            select v.id, st_setsrid(st_makepoint(v.x, 30.05), 4490), v.p, 1, 'test'
            from (values ('far', 120.01, 1), ('in-m', 120.03, 20), ('near', 120.0795, 300), ('in-h', 120.09, 4000),
                         ('out-h', 120.11, 50000), ('elsewhere', 121.05, 7)) v(id, x, p)
            """);
        sql("""
            insert into risk.road (id, class, geom, source)
            select v.id, v.class, st_multi(st_geomfromtext(v.line, 4490)), 'test'
            from (values ('track', 'track', 'LINESTRING(120.01 30.02, 120.09 30.02)'),
                         ('crossing', 'secondary', 'LINESTRING(120.05 30.05, 120.09 30.05)'),
                         ('open', 'secondary', 'LINESTRING(120.01 30.03, 120.09 30.03)'),
                         ('away', 'track', 'LINESTRING(121.01 30.03, 121.09 30.03)')) v(id, class, line)
            """);
        township = new WarnedArea(test.database()).ofCodes("admin_codes", List.of("T"));
        impact = new Impacts(test.database()).of(township, RULE);
    }

    private static void sql(String statement) {
        test.database().client().sql(statement).update();
    }

    @Test
    void who_moves_moves_once_by_the_first_reason_in_order() {
        assertThat(impact.movers())
                .extracting(mover -> mover.settlement().id(), Impact.Mover::order, Impact.Mover::nearId)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("in-h", 1, "high"),
                        org.assertj.core.groups.Tuple.tuple("out-h", 1, "high"),
                        org.assertj.core.groups.Tuple.tuple("near", 2, "high"),
                        org.assertj.core.groups.Tuple.tuple("in-m", 3, "medium"));
    }

    @Test
    void distances_are_geodesic() {
        assertThat(impact.movers().get(0).distanceM()).isZero();
        assertThat(impact.movers().get(2).distanceM()).isCloseTo(48.2, within(0.05));
    }

    @Test
    void what_lies_in_the_area_is_affected_and_zones_say_whether_they_are_closed() {
        assertThat(impact.zones())
                .extracting(zone -> zone.properties().get("id"), zone -> zone.properties()
                        .get("closed"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("high", true),
                        org.assertj.core.groups.Tuple.tuple("medium", false));
        assertThat(impact.settlements()).extracting(each -> each.id()).containsExactly("far", "in-h", "in-m", "near");
    }

    @Test
    void roads_are_closed_by_class_or_cut_where_they_cross_closed_land() {
        assertThat(impact.roads())
                .extracting(road -> road.properties().get("id"), road -> road.properties()
                        .get("closed"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("crossing", "part"),
                        org.assertj.core.groups.Tuple.tuple("open", null),
                        org.assertj.core.groups.Tuple.tuple("track", "whole"));
        assertThat(impact.closedRoads()).containsExactly("track");
    }

    @Test
    void land_and_road_classes_are_closed_apart() {
        assertThat(impact.closed()).extracting(Impact.Closed::roadClasses).containsExactly(null, "track");
        assertThat(Impacts.land(impact.closed()).getArea()).isCloseTo(0.04 * 0.02, within(1e-12));
    }

    @Test
    void without_closings_nothing_is_closed() {
        Impact open = new Impacts(test.database())
                .of(township, new Rule(List.of("fire"), Level.BLUE, List.of(), List.of(), List.of()));

        assertThat(open.closed()).isEmpty();
        assertThat(open.movers()).isEmpty();
        assertThat(open.roads()).noneMatch(road -> road.properties().get("closed") != null);
    }
}
