package org.riskmap.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.Filter;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.riskmap.TestDatabase;
import org.riskmap.catalog.Attribute;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.filter.Filters;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.postgis.Database;

/** Nine huts on a square grid, one degree apart: hut 1 at 120°E 30°N, 2 at 121°E 30°N, 4 at 120°E 31°N, 9 at 122°E 32°N. */
class FeatureReaderTest {

    @AutoClose
    private static TestDatabase test;

    private static Database database;
    private static final FeatureReader READER = new FeatureReader();
    private static FeatureLayer huts;

    @BeforeAll
    static void create() {
        test = TestDatabase.create();
        database = test.database();
        database.client().sql("create schema toy").update();
        database.client().sql("""
                        create table toy.hut (gid integer primary key, name text, beds smallint, built date, inspected timestamp,
                                              tags jsonb, geom geometry(Point, 4490), door geometry(Point, 4490))
                        """).update();
        database.client().sql("""
                        insert into toy.hut
                        select n, 'hut ' || n, n % 3, date '2020-01-01' + n, timestamp '2020-01-01 00:00:00' + n * interval '1 hour',
                               jsonb_build_object('n', n), st_point(120 + (n - 1) % 3, 30 + (n - 1) / 3, 4490),
                               st_point(0, n, 4490)
                        from generate_series(1, 9) n
                        """).update();
        database.client()
                .sql("create view toy.hut_view as select name as id, beds, geom from toy.hut")
                .update();
        huts = Layers.of(database, "toy", "hut");
    }

    @Test
    void a_feature_has_the_key_as_id_and_all_columns_but_the_geometry() {
        Feature hut = read(huts, FeatureQuery.all().withFilter(Filters.ecql("f", "gid = 5")))
                .get(0);
        assertThat(hut.id()).isEqualTo("5");
        assertThat(hut.geometry()).hasToString("POINT (121 31)");
        assertThat(hut.properties().keySet())
                .containsExactly("gid", "name", "beds", "built", "inspected", "tags", "door");
        assertThat(hut.properties().get("built")).hasToString("2020-01-06");
        assertThat(hut.properties().get("inspected")).hasToString("2020-01-01T05:00Z");
        assertThat(hut.properties().get("tags")).isEqualTo("{\"n\": 5}");
        assertThat(hut.properties().get("door")).hasToString("POINT (0 5)");
    }

    @Test
    void bounds_keep_what_shares_a_point_with_them() {
        assertThat(ids(huts, FeatureQuery.all().withBounds(new Envelope(120.5, 29, 122, 31))))
                .containsExactlyInAnyOrder("2", "3", "5", "6");
    }

    @Test
    void a_page_follows_the_order_and_then_the_key() {
        FeatureQuery query = FeatureQuery.all().withSort(List.of(new SortKey("beds", false)));
        assertThat(ids(huts, query.withPage(0, 4L))).containsExactly("2", "5", "8", "1");
        assertThat(ids(huts, query.withPage(4, 4L))).containsExactly("4", "7", "3", "6");
        assertThat(ids(huts, query.withPage(8, 4L))).containsExactly("9");
    }

    @Test
    void a_page_is_cut_after_what_sql_cannot_decide() {
        FeatureQuery query = FeatureQuery.all().withFilter(Filters.ecql("f", "strLength(name) = 5 AND beds <> 0"));
        assertThat(ids(huts, query.withPage(1, 2L))).containsExactly("2", "4");
        assertThat(READER.count(huts, query)).isEqualTo(6);
    }

    @Test
    void properties_come_as_asked_and_those_of_the_filter_do_not_show() {
        FeatureQuery query = FeatureQuery.all()
                .withProperties(List.of("beds", "gid"))
                .withFilter(Filters.ecql("f", "strToUpperCase(name) = 'HUT 3'"));
        assertThat(read(huts, query).get(0).properties().toString()).isEqualTo("{beds=0, gid=3}");
    }

    @Test
    void count_and_bounds_are_those_of_the_table() {
        assertThat(READER.count(huts, FeatureQuery.all())).isEqualTo(9);
        assertThat(READER.count(huts, FeatureQuery.all().withFilter(Filter.EXCLUDE)))
                .isZero();
        assertThat(READER.bounds(huts)).contains(new Envelope(120, 30, 122, 32));
        FeatureLayer none = Layers.of(database, "toy", "hut", List.of(), "beds > 5", true, Crs.STORAGE);
        assertThat(READER.bounds(none)).isEmpty();
    }

    @Test
    void a_layer_publishes_its_attributes_under_their_names_and_computes_the_rest() {
        List<Attribute> attributes = List.of(
                new Attribute("places", "beds"), new Attribute("double", "beds * 2"), new Attribute("where", "geom"));
        FeatureLayer renamed = Layers.of(database, "toy", "hut", attributes, "places > 1", true, Crs.STORAGE);
        assertThat(READER.schema(renamed).names()).containsExactly("places", "double", "where");
        FeatureQuery query =
                FeatureQuery.all().withFilter(Filters.ecql("f", "double = 4 AND BBOX(where, 121, 30, 121, 30)"));
        Feature hut = read(renamed, query).get(0);
        assertThat(hut.id()).isEqualTo("2");
        assertThat(hut.properties().toString()).isEqualTo("{places=2, double=4.0}");
        assertThat(ids(renamed, FeatureQuery.all().withSort(List.of(new SortKey("places", true)))))
                .containsExactly("2", "5", "8");
    }

    @Test
    void a_hidden_key_is_still_the_id() {
        FeatureLayer hidden = Layers.of(database, "toy", "hut", List.of(), null, false, Crs.STORAGE);
        assertThat(READER.schema(hidden).names()).doesNotContain("gid");
        assertThat(ids(hidden, FeatureQuery.all().withFilter(Filters.ecql("f", "IN ('hut.7')"))))
                .containsExactly("7");
    }

    @Test
    void a_view_is_identified_by_its_column_id() {
        FeatureLayer view = Layers.of(database, "toy", "hut_view");
        assertThat(ids(view, FeatureQuery.all().withPage(0, 2L))).containsExactly("hut 1", "hut 2");
    }

    @Test
    void what_the_layer_does_not_have_is_named() {
        assertThatThrownBy(() -> ids(huts, FeatureQuery.all().withFilter(Filters.ecql("f", "nope = 1"))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("nope")
                .hasMessageContaining("beds");
        assertThatThrownBy(() -> ids(huts, FeatureQuery.all().withSort(List.of(new SortKey("geom; drop table", true)))))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ids(huts, FeatureQuery.all().withProperties(List.of("nope"))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_cursor_left_early_stops_its_query() {
        database.client()
                .sql(
                        "create view toy.endless as select row_number() over () as id, geom from toy.hut, generate_series(1, 1000000)")
                .update();
        FeatureLayer endless = Layers.of(database, "toy", "endless");
        for (int i = 0; i < 10; i++) {
            try (FeatureCursor cursor = READER.read(endless, FeatureQuery.all().withTimeout(Duration.ofSeconds(30)))) {
                assertThat(cursor.next()).isTrue();
            }
        }
        Long running = database.client()
                .sql(
                        "select count(*) from pg_stat_activity where datname = current_database() and state = 'active' and query like '%endless%' and pid <> pg_backend_pid()")
                .query(Long.class)
                .single();
        assertThat(running).isZero();
    }

    @Test
    void detail_below_half_a_pixel_is_left_out_at_a_resolution() {
        database.client()
                .sql("create table toy.path (id text primary key, geom geometry(LineString, 4490))")
                .update();
        database.client()
                .sql(
                        "insert into toy.path select 'p', st_makeline(st_point(120 + n / 1000.0, 30 + (n % 2) / 10000.0, 4490) order by n) from generate_series(0, 1000) n")
                .update();
        FeatureLayer path = Layers.of(database, "toy", "path");
        assertThat(read(path, FeatureQuery.all()).get(0).geometry().getNumPoints())
                .isEqualTo(1001);
        assertThat(read(path, FeatureQuery.all().withResolution(0.001))
                        .get(0)
                        .geometry()
                        .getNumPoints())
                .isLessThan(5);
    }

    @Test
    void a_selection_is_sorted_by_id_in_storage_coordinates() {
        database.client()
                .sql("create table toy.pile (id text primary key, volume integer, geom geometry(Point, 4549))")
                .update();
        // PROJ: 120.5°E 31.25°N is E 547627.3809 N 3458800.0373 in EPSG:4549
        database.client()
                .sql(
                        "insert into toy.pile values ('z', 1, st_point(547627.3809, 3458800.0373, 4549)), ('B', 2, st_point(500000, 3458800, 4549)), ('a', 3, st_point(500000, 3458800, 4549))")
                .update();
        FeatureLayer pile = Layers.of(database, "toy", "pile", List.of(), null, true, Crs.byAuthority(4549));
        SelectionReader selections = new SelectionReader(() -> Layers.catalog(List.of(pile, huts)), READER);
        assertThat(selections.select("toy:pile", null)).extracting(Feature::id).containsExactly("B", "a", "z");
        List<Feature> found = selections.select("pile", "BBOX(geom, 120.4, 31.2, 120.6, 31.3)");
        assertThat(found).extracting(Feature::id).containsExactly("z");
        assertThat(found.get(0).geometry().getCoordinate().x)
                .isCloseTo(120.5, org.assertj.core.api.Assertions.within(1e-8));
        assertThatThrownBy(() -> selections.select("toy:nope", null))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("toy:hut");
        assertThatThrownBy(() -> selections.select("toy:hut", "nope = 1")).isInstanceOf(InvalidInput.class);
    }

    private static List<String> ids(FeatureLayer layer, FeatureQuery query) {
        return read(layer, query).stream().map(Feature::id).toList();
    }

    private static List<Feature> read(FeatureLayer layer, FeatureQuery query) {
        List<Feature> features = new ArrayList<>();
        try (FeatureCursor cursor = READER.read(layer, query)) {
            while (cursor.next()) {
                features.add(cursor.feature());
            }
        }
        return features;
    }

    @Test
    void a_table_that_is_altered_or_goes_between_two_questions_is_seen_as_it_is() {
        database.client()
                .sql("create table toy.tent as select gid as id, name, geom from toy.hut")
                .update();
        FeatureLayer tents = Layers.of(database, "toy", "tent");
        assertThat(read(tents, FeatureQuery.all()).get(0).properties().keySet()).containsExactly("id", "name");

        database.client()
                .sql("alter table toy.tent rename column name to called")
                .update();
        assertThat(read(tents, FeatureQuery.all()).get(0).properties().keySet()).containsExactly("id", "called");

        database.client().sql("drop table toy.tent").update();
        assertThatThrownBy(() -> READER.count(tents, FeatureQuery.all()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("toy.tent is gone");
        assertThatThrownBy(() -> READER.bounds(tents)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_view_that_does_not_declare_its_reference_system_is_filtered_by_place() {
        database.client()
                .sql("create view toy.undeclared as select gid as id, geom::geometry as geom from toy.hut")
                .update();
        FeatureLayer view = Layers.of(database, "toy", "undeclared");
        assertThat(READER.count(
                        view,
                        FeatureQuery.all()
                                .withFilter(Filters.ecql(
                                        "f",
                                        "INTERSECTS(geom, POLYGON((119 29, 120.5 29, 120.5 33, 119 33, 119 29)))"))))
                .isEqualTo(3);
    }
}
