package org.riskmap.rain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskmap.RealData;
import org.riskmap.TestDatabase;
import org.riskmap.operation.Audit;
import org.riskmap.postgis.SqlQuery;

/**
 * Hualien's real warning units on Hualien's real villages. Counted apart in the file: 60 lines name 81 villages of units, 3 of
 * which repeat a village and station with a higher number; 48 stations, 65 villages.
 */
class AlertUnitsTest {

    @AutoClose
    private static TestDatabase test;

    private static String units;

    @TempDir
    private static Path var;

    @BeforeAll
    static void load() throws IOException {
        test = TestDatabase.create();
        RealData.load(test, "hualien", var);
        String shared = System.getenv().getOrDefault("RISKMAP_SHARED_DATA", "../../shared/data");
        units = Files.readString(Path.of(shared, "hualien", "debris_rain_alert_units.csv"));
    }

    private static long number(String sql) {
        return test.database().list(SqlQuery.of(sql), row -> row.integer(1)).get(0);
    }

    @Test
    void every_village_of_a_unit_has_its_stations_number_and_the_rest_is_listed() {
        Audit audit = new Audit(test.database());
        Map<String, Object> report =
                new RainThresholds(test.database(), audit).csv(units, "test").json();
        assertThat(report).containsEntry("read", 81L).containsEntry("new", 78L).containsEntry("rejected", 3);
        assertThat(String.valueOf(report.get("rejects"))).contains("the lower number counts");
        assertThat(number("select count(*) from risk.rain_gauge")).isEqualTo(48);
        assertThat(number("select count(distinct hazard_id) from risk.rain_threshold"))
                .isEqualTo(65);
        assertThat(number("""
                select sum(mm) from risk.rain_threshold t join risk.admin_area a on a.id = t.hazard_id
                where a.name in ('卓清村', '源城里', '東豐里')
                """)).isEqualTo(450 + 400 + 400);
        assertThat(new RainThresholds(test.database(), audit).csv(units, "test").json())
                .containsEntry("unchanged", 78L);

        String gauge = test.database()
                .list(SqlQuery.of("select id from risk.rain_gauge where name = '和仁車站'"), row -> row.text(1))
                .get(0);
        new Readings(test.database(), audit)
                .csv(
                        "gauge,at,mm\n" + gauge + ",2024-10-31T20:00:00+08:00,120\n" + gauge
                                + ",2024-10-31T21:00:00+08:00,130\n",
                        null,
                        "test");
        RainState rain = new RainState(test.database());
        OffsetDateTime evening = OffsetDateTime.of(2024, 10, 31, 13, 0, 0, 0, ZoneOffset.UTC);
        assertThat(rain.over(evening.minusMinutes(1))).isEmpty();
        test.database()
                .client()
                .sql("update risk.rain_threshold set valid_from = '2024-01-01'")
                .update();
        assertThat(rain.over(evening)).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("和平村");
            assertThat(one.level()).isEqualTo("red");
            assertThat(one.sumMm()).isEqualTo(250);
            assertThat(one.assigned()).isTrue();
        });
        assertThat(rain.villages(evening)).containsOnlyKeys("red").containsValue(List.of(code("和平村")));
    }

    private static String code(String village) {
        return String.valueOf(test.database()
                .list(
                        SqlQuery.of("select code from risk.admin_area where level = 'village' and name = ?", village),
                        row -> row.text(1))
                .get(0));
    }
}
