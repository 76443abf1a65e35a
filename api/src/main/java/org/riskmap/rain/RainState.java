package org.riskmap.rain;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.Row;
import org.riskmap.postgis.SqlQuery;
import org.springframework.stereotype.Component;

/** What the gauges say at a moment, and which hazards that puts over their thresholds. */
@Component
final class RainState {

    private static final int MOST_UNKNOWN = 200;

    private final Database database;

    RainState(Database database) {
        this.database = database;
    }

    /** A hazard over a threshold; level the highest that is reached. */
    record Over(
            String layer,
            String id,
            @Nullable String name,
            String level,
            int windowH,
            double sumMm,
            double thresholdMm,
            String gauge,
            boolean assigned,
            @Nullable Double distanceM,
            String says,
            String certainty,
            List<Double> extent) {}

    List<Over> over(OffsetDateTime at) {
        return database.list(
                SqlQuery.of("""
                select layer, hazard_id, name, level, window_h, sum_mm, threshold_mm, gauge_id, assigned, distance_m, says, certainty,
                       st_xmin(geom), st_ymin(geom), st_xmax(geom), st_ymax(geom)
                from risk.rain_over
                where time_from <= ? and time_to > ?
                order by array_position(array ['red', 'orange', 'yellow', 'blue'], level), sum_mm / threshold_mm desc, layer, hazard_id
                """, at, at),
                row -> new Over(
                        String.valueOf(row.text(1)),
                        String.valueOf(row.text(2)),
                        row.text(3),
                        String.valueOf(row.text(4)),
                        (int) row.integer(5),
                        row.real(6),
                        row.real(7),
                        String.valueOf(row.text(8)),
                        Boolean.TRUE.equals(row.value(9)),
                        (Double) row.value(10),
                        String.valueOf(row.text(11)),
                        String.valueOf(row.text(12)),
                        List.of(row.real(13), row.real(14), row.real(15), row.real(16))));
    }

    /** The answer of {@code GET /riskmap/rain}. */
    Map<String, @Nullable Object> json(OffsetDateTime at) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("at", at.toInstant().toString());
        json.put("latest", latest());
        json.put("gauges", gauges(at));
        json.put("over", over(at).stream().map(RainState::json).toList());
        json.put("watched", count("select count(*) from (select distinct layer, hazard_id from risk.rain_watch) w"));
        json.put("unknown", unknown(at));
        return json;
    }

    private @Nullable String latest() {
        return database
                .list(
                        SqlQuery.of("select max(at) from risk.rain_reading"),
                        row -> row.value(1) == null
                                ? ""
                                : ((OffsetDateTime) row.value(1)).toInstant().toString())
                .stream()
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private long count(String sql) {
        return database.list(SqlQuery.of(sql), row -> row.integer(1)).get(0);
    }

    private List<Map<String, @Nullable Object>> gauges(OffsetDateTime at) {
        return database.list(SqlQuery.of("""
                select g.id, g.name, st_x(g.geom), st_y(g.geom), r.at, r.mm, r.minutes, r.sum_1h, r.sum_3h, r.sum_6h, r.sum_24h, r.known_min
                from risk.rain_gauge g
                     left join risk.rain_reading r on r.gauge_id = g.id and r.at <= ? and r.time_to > ?
                order by r.sum_24h desc nulls last, g.id
                """, at, at), RainState::gauge);
    }

    private static Map<String, @Nullable Object> gauge(Row row) {
        Map<String, @Nullable Object> gauge = new LinkedHashMap<>();
        gauge.put("id", row.text(1));
        gauge.put("name", row.text(2));
        gauge.put("lon", row.value(3));
        gauge.put("lat", row.value(4));
        OffsetDateTime read = (OffsetDateTime) row.value(5);
        gauge.put("at", read == null ? null : read.toInstant().toString());
        gauge.put("mm", row.value(6));
        gauge.put("minutes", row.value(7));
        for (int i = 0; i < 4; i++) {
            gauge.put("sum_" + new int[] {1, 3, 6, 24}[i] + "h_mm", rounded(row.value(8 + i)));
        }
        gauge.put("known_minutes", row.value(12));
        return gauge;
    }

    private static @Nullable Double rounded(@Nullable Object mm) {
        return mm == null ? null : Math.rint(((Number) mm).doubleValue() * 10) / 10;
    }

    private static Map<String, @Nullable Object> json(Over one) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("layer", "risk:" + one.layer);
        json.put("id", one.id);
        json.put("name", one.name);
        json.put("level", one.level);
        json.put("window_h", one.windowH);
        json.put("sum_mm", one.sumMm);
        json.put("threshold_mm", one.thresholdMm);
        json.put("gauge", one.gauge);
        json.put("gauge_is", one.assigned ? "assigned" : "nearest");
        json.put("gauge_distance_m", one.distanceM == null ? null : Math.rint(one.distanceM));
        json.put("says", one.says);
        json.put("certainty", one.certainty);
        json.put("extent", one.extent);
        return json;
    }

    /** Hazards that nobody can say of: their gauge has no reading that still counts, or they have no gauge. */
    private Map<String, Object> unknown(OffsetDateTime at) {
        List<Map<String, @Nullable Object>> all = database.list(SqlQuery.of("""
                select distinct w.layer, w.hazard_id, w.name, w.gauge_id
                from risk.rain_watch w
                where not exists (select from risk.rain_watch v
                                       join risk.rain_reading r on r.gauge_id = v.gauge_id and r.at <= ? and r.time_to > ?
                                  where v.layer = w.layer and v.hazard_id = w.hazard_id)
                order by 1, 2
                """, at, at), row -> {
            Map<String, @Nullable Object> hazard = new LinkedHashMap<>();
            hazard.put("layer", "risk:" + row.text(1));
            hazard.put("id", row.text(2));
            hazard.put("name", row.text(3));
            hazard.put("gauge", row.text(4));
            return hazard;
        });
        return Map.of("count", all.size(), "hazards", all.subList(0, Math.min(MOST_UNKNOWN, all.size())));
    }

    /** Villages that hazards over a threshold lie in, or are, by the hazards' level. */
    Map<String, List<String>> villages(OffsetDateTime at) {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        database.list(
                SqlQuery.of("""
                select level, string_agg(code, E'\\n' order by code)
                from (select distinct on (code) a.code, o.level
                      from risk.rain_over o
                           join risk.admin_area a on a.level = 'village'
                               and (a.id = o.hazard_id and o.layer = 'admin_area'
                                    or o.layer <> 'admin_area' and st_intersects(a.geom, o.geom))
                      where o.time_from <= ? and o.time_to > ?
                      order by a.code, array_position(array ['red', 'orange', 'yellow', 'blue'], o.level)) v
                group by level
                order by array_position(array ['red', 'orange', 'yellow', 'blue'], level)
                """, at, at),
                row -> codes.put(
                        String.valueOf(row.text(1)),
                        List.of(String.valueOf(row.text(2)).split("\n"))));
        return codes;
    }

    static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
