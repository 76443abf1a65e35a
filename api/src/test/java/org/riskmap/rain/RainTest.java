package org.riskmap.rain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.riskmap.TestDatabase;
import org.riskmap.operation.Audit;
import org.riskmap.postgis.SqlQuery;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two gauges on the parallel of 30° N, west and east of a high zone; the zone is nearer to the western one. It has thresholds
 * of 20 mm in 1 h (yellow) and 50 mm in 3 h (orange).
 *
 * <pre>
 *   west 120.00      [ zone 120.01–120.02 ]                east 120.10
 * </pre>
 */
class RainTest {

    @AutoClose
    private TestDatabase test;

    private Readings readings;
    private RainState rain;
    private RainThresholds thresholds;

    @BeforeEach
    void open() {
        test = TestDatabase.create();
        Audit audit = new Audit(test.database());
        readings = new Readings(test.database(), audit);
        rain = new RainState(test.database());
        thresholds = new RainThresholds(test.database(), audit);
        sql("insert into risk.geohazard_zone (id, name, geom, risk, source) values"
                + " ('z', '甲风险区', st_multi(st_makeenvelope(120.01, 29.995, 120.02, 30.005, 4490)), 'high', 'test')");
        new Gauges(test.database(), audit).keep(JsonMapper.shared().readTree("""
                                {"gauges":[{"id":"west","name":"西","lon":120.0,"lat":30.0},
                                           {"id":"east","name":"东","lon":120.1,"lat":30.0}, {"id":"nowhere","name":"无址"}]}
                                """), "test");
        thresholds.csv("""
                hazard_layer,hazard_id,window_h,level,mm,valid_from
                geohazard_zone,z,1,yellow,20,2020-01-01
                geohazard_zone,z,3,orange,50,2020-01-01
                """, "test");
    }

    private void sql(String statement) {
        test.database().client().sql(statement).update();
    }

    private Map<String, Object> csv(String text) {
        return readings.csv(text, ZoneId.of("Asia/Shanghai"), "test").json();
    }

    private List<String> over(String at) {
        return rain.over(OffsetDateTime.parse(at)).stream()
                .map(one -> one.id() + " " + one.level() + " " + one.windowH() + "h " + one.sumMm() + " " + one.gauge())
                .toList();
    }

    private List<@Nullable String> text(String query) {
        return test.database().list(SqlQuery.of(query), row -> String.valueOf(row.text(1)));
    }

    @Test
    void the_sums_of_hours_put_a_hazard_over_at_the_nearest_gauge_until_the_reading_is_too_old() {
        csv("""
            gauge,at,mm
            west,2023-07-28 08:00,10
            west,2023-07-28 09:00,19.5
            west,2023-07-28 10:00,20
            west,2023-07-28 11:00,15
            east,2023-07-28 08:00,200
            """);
        assertThat(over("2023-07-28T09:59:59+08:00"))
                .as("19.5 mm in the hour, 29.5 in three")
                .isEmpty();
        assertThat(over("2023-07-28T10:00:00+08:00")).containsExactly("z yellow 1h 20.0 west");
        assertThat(over("2023-07-28T11:00:00+08:00"))
                .as("19.5 + 20 + 15 = 54.5 in three hours; the higher level counts")
                .containsExactly("z orange 3h 54.5 west");
        assertThat(over("2023-07-28T12:59:59+08:00")).hasSize(1);
        assertThat(over("2023-07-28T13:00:00+08:00"))
                .as("two hours without a reading")
                .isEmpty();
        assertThat(rain.json(OffsetDateTime.parse("2023-07-28T13:00:00+08:00")).get("unknown"))
                .asString()
                .contains("count=1");
        // One degree of longitude at 30° N on GRS80: 96 486 m; the zone's edge is 0.01° away.
        assertThat(rain.over(OffsetDateTime.parse("2023-07-28T11:00:00+08:00"))
                        .get(0)
                        .distanceM())
                .isCloseTo(964.86, within(0.01));
    }

    @Test
    void a_gauge_that_a_threshold_names_counts_instead_of_the_nearest() {
        thresholds.json(JsonMapper.shared().readTree("""
                        {"thresholds":[{"hazard_layer":"geohazard_zone","hazard_id":"z","window_h":24,"level":"red","mm":100,
                                        "gauge":"east","valid_from":"2020-01-01"}]}
                        """), "test");
        csv("gauge,at,mm\neast,2023-07-28 08:00,60\neast,2023-07-28 09:00,39.9\nwest,2023-07-28 09:00,0\n");
        assertThat(over("2023-07-28T09:00:00+08:00")).isEmpty();
        csv("gauge,at,mm\neast,2023-07-28 09:00,40\n");
        assertThat(over("2023-07-28T09:00:00+08:00")).containsExactly("z red 24h 100.0 east");
    }

    @Test
    void an_interval_that_is_partly_in_the_window_counts_in_proportion() {
        csv("gauge,at,mm,minutes\nwest,2023-07-28 10:00,30,120\nwest,2023-07-28 10:10,1,10\n");
        assertThat(test.database()
                        .list(
                                SqlQuery.of(
                                        "select sum_1h, sum_3h, known_min from risk.rain_reading order by at desc limit 1"),
                                row -> row.real(1) + " " + row.real(2) + " " + row.integer(3)))
                .as("50 of the last 60 minutes lie in the first interval: 30·50/120 + 1")
                .containsExactly("13.5 31.0 130");
    }

    @Test
    void late_readings_and_corrections_change_later_sums_and_the_same_file_twice_changes_nothing() {
        String file = "gauge,at,mm\nwest,2023-07-28 08:00,10\nwest,2023-07-28 10:00,10\n";
        assertThat(csv(file)).containsEntry("new", 2L).containsEntry("rejected", 0);
        assertThat(csv(file))
                .containsEntry("new", 0L)
                .containsEntry("unchanged", 2L)
                .containsEntry("changed", 0L);
        assertThat(csv("gauge,at,mm\nwest,2023-07-28 09:00,5\nwest,2023-07-28 08:00,11\n"))
                .containsEntry("new", 1L)
                .containsEntry("changed", 1L);
        assertThat(text("select sum_3h::text from risk.rain_reading order by at"))
                .containsExactly("11", "16", "26");
    }

    @Test
    void each_record_that_cannot_be_used_is_listed_with_its_line_and_the_reason() {
        Map<String, Object> report = csv("""
                站号,时间,雨量,minutes
                west,2023-07-28 08:00,10,60
                south,2023-07-28 08:00,10,60
                west,2023-07-28 08:30,4,60
                west,2023-07-28 08:00,11,60
                west,28.7.2023,10,60
                west,2023-07-28 11:00,-1,60
                east,2099-01-01 08:00,10,60
                east,2023-07-28 08:00,10,0
                """);
        assertThat(report).containsEntry("read", 8L).containsEntry("new", 1L).containsEntry("rejected", 7);
        assertThat(String.valueOf(report.get("rejects")))
                .contains("line=3", "there is no gauge 'south'")
                .contains("line=4", "overlaps")
                .contains("line=5", "line 2 is for the same gauge and moment")
                .contains("line=6", "'28.7.2023' is no moment")
                .contains("line=7", "'-1' is no number in range")
                .contains("line=8", "has not come yet")
                .contains("line=9", "'0' is no number in range");
    }

    @Test
    void another_number_ends_the_threshold_before_it_and_history_keeps_its_own() {
        thresholds.csv("""
                hazard_layer,hazard_id,window_h,level,mm,valid_from
                geohazard_zone,z,1,yellow,35,2023-08-01
                """, "test");
        csv("gauge,at,mm\nwest,2023-07-28 08:00,30\nwest,2023-08-02 08:00,30\n");
        assertThat(over("2023-07-28T08:00:00+08:00")).hasSize(1);
        assertThat(over("2023-08-02T08:00:00+08:00")).isEmpty();
        assertThat(text(
                        "select mm || ' ' || valid_from || ' ' || coalesce(valid_to::text, '-') from risk.rain_threshold"
                                + " where window_h = 1 order by valid_from"))
                .containsExactly("20 2020-01-01 2023-07-31", "35 2023-08-01 -");
    }
}
