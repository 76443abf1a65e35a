package org.riskmap.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.riskmap.TestDatabase;
import org.riskmap.kernel.Envelope;

class DatabaseTest {

    @AutoClose
    private static TestDatabase test;

    private static Database database;

    @BeforeAll
    static void create() {
        test = TestDatabase.create();
        database = test.database();
    }

    @Test
    void a_table_is_described_with_its_key_and_its_geometry() {
        TableShape shelter = database.shape("risk", "shelter").orElseThrow();
        assertThat(shelter.primaryKey()).containsExactly("id");
        assertThat(shelter.geometry().orElseThrow().geometryType()).isEqualTo("Point");
        assertThat(shelter.geometry().orElseThrow().srid()).isEqualTo(4490);
        assertThat(shelter.column("id").orElseThrow().sqlType()).isEqualTo("text");
        assertThat(shelter.column("id").orElseThrow().nullable()).isFalse();
        assertThat(database.shape("risk", "nothing")).isEmpty();
    }

    @Test
    void a_cursor_that_is_left_early_stops_its_query_and_gives_the_connection_back() {
        for (int i = 0; i < 20; i++) {
            try (Rows rows = database.stream(
                    SqlQuery.of("select ? + 1 from pg_proc a, pg_proc b, pg_proc c", 5), Duration.ofSeconds(60))) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.integer(1)).isEqualTo(6);
            }
        }
    }

    @Test
    void a_binary_copy_gives_each_value_as_it_was() {
        SqlQuery query = SqlQuery.of("""
                select * from (values (1, '水田'::text, 1.25::float8, true, st_setsrid(st_makepoint(119, 27), 4490)),
                                      (2, null, null, false, null)) as place (id, name, km, flag, geom) order by id
                """);
        try (BinaryRows rows = database.copyOut(query, Duration.ofSeconds(60))) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.bytes(1).getInt()).isEqualTo(1);
            assertThat(rows.text(2)).isEqualTo("水田");
            assertThat(rows.real(3)).isEqualTo(1.25);
            assertThat(rows.flag(4)).isTrue();
            // EWKB: little-endian, point with a reference system, 4490, x, y
            ByteBuffer point = rows.bytes(5).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(point.get()).isEqualTo((byte) 1);
            assertThat(point.getInt()).isEqualTo(0x20000001);
            assertThat(point.getInt()).isEqualTo(4490);
            assertThat(point.getDouble()).isEqualTo(119);
            assertThat(point.getDouble()).isEqualTo(27);
            assertThat(rows.next()).isTrue();
            assertThat(rows.text(2)).isNull();
            assertThat(rows.real(3)).isNull();
            assertThat(rows.flag(4)).isFalse();
            assertThat(rows.bytes(5)).isNull();
            assertThat(rows.next()).isFalse();
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void a_binary_copy_of_no_rows_ends_at_once() {
        try (BinaryRows rows = database.copyOut(SqlQuery.of("select 1 where false"), Duration.ofSeconds(60))) {
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void a_binary_copy_that_is_left_early_gives_the_connection_back() {
        for (int i = 0; i < 20; i++) {
            try (BinaryRows rows = database.copyOut(
                    SqlQuery.of("select 6 from pg_proc a, pg_proc b, pg_proc c"), Duration.ofSeconds(60))) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.bytes(1).getInt()).isEqualTo(6);
            }
        }
        assertThat(database.client()
                        .sql("show statement_timeout")
                        .query(String.class)
                        .single())
                .isEqualTo("0");
    }

    @Test
    void a_binary_copy_that_the_server_refuses_leaves_the_connection_as_it_was() {
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> database.copyOut(SqlQuery.of("select nonsense"), Duration.ofSeconds(60)))
                    .isInstanceOf(org.springframework.dao.DataAccessException.class)
                    .hasMessageContaining("nonsense");
        }
    }

    @Test
    void a_binary_copy_that_takes_too_long_is_ended() {
        assertThatThrownBy(() -> {
                    try (BinaryRows rows =
                            database.copyOut(SqlQuery.of("select pg_sleep(30)::text"), Duration.ofSeconds(1))) {
                        rows.next();
                    }
                })
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    @Test
    void a_query_that_takes_too_long_is_cancelled() {
        assertThatThrownBy(() -> database.stream(SqlQuery.of("select pg_sleep(30)"), Duration.ofSeconds(1)))
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    @Test
    void a_change_is_told_once_with_the_envelope_of_old_and_new_rows() throws Exception {
        try (ChangeFeed feed = new ChangeFeed(database)) {
            BlockingQueue<Change> heard = new LinkedBlockingQueue<>();
            feed.listen(heard::addAll);
            feed.start();
            insertFirePoint("a", 120, 30);
            assertThat(heard.poll(5, TimeUnit.SECONDS).envelope()).isEqualTo(new Envelope(120, 30, 120, 30));
            database.client()
                    .sql("update risk.fire_point set geom = st_point(121, 31, 4490) where id = 'a'")
                    .update();
            assertThat(heard.poll(5, TimeUnit.SECONDS).envelope()).isEqualTo(new Envelope(120, 30, 121, 31));
            database.client()
                    .sql("update risk.fire_point set name = 'x' where id = 'none'")
                    .update();
            database.client().sql("truncate risk.fire_point").update();
            Change truncated = heard.poll(5, TimeUnit.SECONDS);
            assertThat(truncated.envelope()).isNull();
            assertThat(truncated.table()).isEqualTo("fire_point");
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void a_transaction_that_began_first_and_commits_last_is_heard_too() throws Exception {
        try (ChangeFeed feed = new ChangeFeed(database);
                Connection slow = database.dataSource().getConnection()) {
            slow.setAutoCommit(false);
            try (Statement statement = slow.createStatement()) {
                statement.execute(
                        "insert into risk.fire_point (id, geom, source) values ('slow', st_point(119, 29, 4490), 't')");
            }
            BlockingQueue<Change> heard = new LinkedBlockingQueue<>();
            feed.listen(heard::addAll);
            feed.start();
            insertFirePoint("quick", 122, 32);
            assertThat(heard.poll(5, TimeUnit.SECONDS).envelope()).isEqualTo(new Envelope(122, 32, 122, 32));
            slow.commit();
            assertThat(heard.poll(5, TimeUnit.SECONDS).envelope()).isEqualTo(new Envelope(119, 29, 119, 29));
            assertThat(heard).isEmpty();
            slow.setAutoCommit(true);
        }
    }

    @Test
    void an_update_that_changes_nothing_keeps_the_time_stamp() {
        insertFirePoint("stamp", 120, 30);
        List<Object> before = stamps();
        database.client()
                .sql("update risk.fire_point set name = name where id = 'stamp'")
                .update();
        assertThat(stamps()).isEqualTo(before);
        database.client()
                .sql("update risk.fire_point set name = 'new' where id = 'stamp'")
                .update();
        assertThat(stamps()).isNotEqualTo(before);
    }

    private static List<Object> stamps() {
        return database.list(
                SqlQuery.of("select updated_at from risk.fire_point where id = 'stamp'"), row -> row.value(1));
    }

    private static void insertFirePoint(String id, double lon, double lat) {
        database.client()
                .sql("insert into risk.fire_point (id, geom, source) values (?, st_point(?, ?, 4490), 't')")
                .params(id, lon, lat)
                .update();
    }
}
