package org.riskmap.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.riskmap.TestDatabase;
import org.riskmap.elevation.Heights;
import org.riskmap.kernel.InvalidInput;
import tools.jackson.databind.json.JsonMapper;

/**
 * One township of 1° × 1° at 119°E 27°N with two settlements, a shelter and a road in two pieces; beyond it a settlement
 * outside of every township.
 */
class PageDataTest {

    private static final String TOWN = """
            insert into risk.admin_area (id, name, geom, code, level, source) values
                ('c', '文成县', st_multi(st_makeenvelope(119, 27, 121, 28, 4490)), '330328', 'county', 'demo'),
                ('t', '大峃镇', st_multi(st_makeenvelope(119, 27, 120, 28, 4490)), '330328100', 'township', 'demo');
            insert into risk.settlement (id, name, geom, population, source) values
                ('s1', '文村', st_point(119.5, 27.5, 4490), 120, 'demo'),
                ('s2', '上文村', st_point(119.6, 27.5, 4490), 80, 'demo'),
                ('s3', '50%文_村', st_point(120.5, 27.5, 4490), null, 'county');
            insert into risk.shelter (id, name, geom, capacity, source) values
                ('h1', '文村小学', st_point(119.5, 27.6, 4490), 100, 'demo');
            insert into risk.road (id, name, geom, source) values
                ('r1', '文昌路', st_multi(st_geomfromtext('LINESTRING(119.2 27.2, 119.3 27.2)', 4490)), 'demo'),
                ('r2', '文昌路', st_multi(st_geomfromtext('LINESTRING(119.3 27.2, 119.4 27.3)', 4490)), 'demo')
            """;

    @AutoClose
    private TestDatabase test;

    @BeforeEach
    void town() {
        test = TestDatabase.create();
        for (String statement : TOWN.split(";")) {
            test.database().client().sql(statement).update();
        }
    }

    private List<Place> named(String text) {
        return new Places(test.database()).named(PlaceQuery.parse(text, 12));
    }

    private @Nullable Heights heights;

    private States states() {
        return new States(test.database(), () -> heights, "0.1.0");
    }

    /** A plateau of 500 m that ends in the north at a latitude. */
    private static Heights plateauUpTo(double latitude) {
        return new Heights() {
            @Override
            public double metresAt(double lon, double lat) {
                return lat <= latitude ? 500 : Double.NaN;
            }

            @Override
            public double spacingM() {
                return 30;
            }

            @Override
            public String version() {
                return "plateau " + latitude;
            }
        };
    }

    @Test
    void an_exact_name_comes_first_then_beginnings_then_the_rest() {
        assertThat(named("文村")).extracting(Place::name).containsExactly("文村", "文村小学", "上文村");
    }

    @Test
    void a_road_in_pieces_is_one_place_with_the_extent_of_both() {
        Place road = named("文昌路").get(0);
        assertThat(road.layer()).isEqualTo("road");
        assertThat(road.extent()).containsExactly(119.2, 27.2, 119.4, 27.3);
        assertThat(named("文昌路")).hasSize(1);
    }

    @Test
    void a_point_has_its_township_and_no_extent() {
        Place settlement = named("上文村").get(0);
        assertThat(settlement.context()).isEqualTo("大峃镇");
        assertThat(settlement.extent()).isNull();
        assertThat(settlement.lon()).isCloseTo(119.6, within(1e-9));
        assertThat(settlement.lat()).isCloseTo(27.5, within(1e-9));
    }

    @Test
    void outside_of_every_township_there_is_no_context() {
        assertThat(named("50%文_村").get(0).context()).isNull();
    }

    @Test
    void wildcards_in_a_search_mean_themselves() {
        assertThat(named("%")).extracting(Place::id).containsExactly("s3");
        assertThat(named("_")).extracting(Place::id).containsExactly("s3");
        assertThat(named("\\")).isEmpty();
    }

    @Test
    void a_search_for_nothing_is_refused() {
        assertThatThrownBy(() -> PlaceQuery.parse("  ", 12))
                .isInstanceOfSatisfying(
                        InvalidInput.class, wrong -> assertThat(wrong.input()).isEqualTo("q"));
    }

    @Test
    void the_state_counts_names_and_bounds_the_data() {
        State state = states().now();
        assertThat(state.demo()).isTrue();
        assertThat(state.county()).isEqualTo(new State.County("文成县", "330328"));
        assertThat(state.extent()).containsExactly(119.0, 27.0, 121.0, 28.0);
        assertThat(state.counts()).containsEntry("settlement", 3L).containsEntry("river", 0L);
        assertThat(state.counts()).doesNotContainKeys("change", "run_ring");
        assertThat(state.population()).isEqualTo(200);
        assertThat(state.sources())
                .containsExactly(
                        new State.Source("county", List.of("settlement")),
                        new State.Source("demo", List.of("admin_area", "road", "settlement", "shelter")));
    }

    @Test
    void of_warnings_and_closures_those_that_hold_now_are_counted() {
        State before = states().now();
        test.database().client().sql("""
                        insert into risk.warning (id, geom, level, valid_from, valid_to, source)
                        select v.id, st_multi(st_makeenvelope(119, 27, 120, 28, 4490)), 'orange', now() + v.starts, now() + v.ends,
                               'demo'
                        from (values ('over', interval '-2 days', interval '-1 day'),
                                     ('now', interval '-1 hour', interval '1 hour'),
                                     ('since', interval '-1 hour', null),
                                     ('planned', interval '1 hour', interval '2 hours')) v(id, starts, ends)
                        """).update();
        assertThat(before.counts()).containsEntry("warning", 0L);
        assertThat(states().now().counts()).containsEntry("warning", 2L).containsEntry("settlement", 3L);
    }

    @Test
    void an_edit_by_any_client_gives_the_data_a_new_version() {
        States states = states();
        State before = states.now();
        assertThat(states.now()).isSameAs(before);
        test.database()
                .client()
                .sql("update risk.settlement set population = 0 where id = 's1'")
                .update();
        State after = states.now();
        assertThat(after.dataVersion()).isNotEqualTo(before.dataVersion());
        assertThat(after.population()).isEqualTo(80);
    }

    @Test
    void a_terrain_model_counts_where_people_live() {
        States states = states();
        assertThat(states.now().elevation()).isFalse();
        heights = plateauUpTo(26);
        assertThat(states.now().elevation())
                .as("it ends south of all settlements")
                .isFalse();
        heights = plateauUpTo(28);
        assertThat(states.now().elevation()).isTrue();
    }

    @Test
    void an_empty_database_has_no_county_and_no_extent() {
        test.database()
                .client()
                .sql("truncate risk.admin_area, risk.settlement, risk.shelter, risk.road")
                .update();
        State state = states().now();
        assertThat(state.county()).isNull();
        assertThat(state.extent()).isNull();
        assertThat(state.demo()).isFalse();
    }

    @Test
    void a_shelter_is_closed_and_an_unknown_one_is_not_found() {
        Shelters shelters = new Shelters(test.database());
        assertThat(shelters.set("h1", new ShelterChange("closed")))
                .contains(new Shelters.Shelter("h1", "文村小学", "closed", 100));
        assertThat(shelters.set("h2", new ShelterChange("closed"))).isEmpty();
    }

    @Test
    void a_change_of_anything_but_the_status_is_refused_by_name() {
        assertThatThrownBy(() -> ShelterChange.parse(JsonMapper.shared().readTree("{\"capacity\":5}")))
                .isInstanceOfSatisfying(
                        InvalidInput.class, wrong -> assertThat(wrong.input()).isEqualTo("capacity"));
        assertThatThrownBy(() -> ShelterChange.parse(JsonMapper.shared().readTree("{\"status\":\"shut\"}")))
                .isInstanceOfSatisfying(
                        InvalidInput.class, wrong -> assertThat(wrong.input()).isEqualTo("status"));
    }

    @Test
    void every_threshold_says_who_set_it() {
        assertThat(new Thresholds(test.database()).all())
                .isNotEmpty()
                .allSatisfy(threshold -> assertThat(threshold.source()).isNotBlank());
    }
}
