package org.riskmap.rain;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.operation.Audit;
import org.riskmap.postgis.Database;
import org.riskmap.upload.CsvTable;
import org.riskmap.upload.Upload;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes readings in: a record twice is one reading, another value for the same moment corrects it. */
@Component
final class Readings {

    private static final Map<String, String> HEADERS = Map.of(
            "gauge",
            "gauge",
            "gauge_id",
            "gauge",
            "站号",
            "gauge",
            "测站编码",
            "gauge",
            "at",
            "at",
            "time",
            "at",
            "时间",
            "at",
            "mm",
            "mm",
            "雨量",
            "mm",
            "minutes",
            "minutes");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd[ ]['T']HH:mm[:ss]");
    private static final Duration AHEAD = Duration.ofMinutes(10);
    private static final double MOST_MM = 500;
    private static final int LONGEST_MIN = 1440;

    private final Database database;
    private final Audit audit;

    Readings(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** @param at end of the interval of so many minutes in which the rain fell */
    private record Reading(long line, String gauge, OffsetDateTime at, int minutes, double mm) {}

    /**
     * Reads {@code gauge,at,mm[,minutes]}.
     *
     * @param zone of moments without an offset; null: they are rejected
     */
    Upload csv(String text, @Nullable ZoneId zone, String who) {
        CsvTable table = CsvTable.parse(text, HEADERS).with("gauge", "at", "mm");
        Map<Long, Map<String, @Nullable String>> records = new LinkedHashMap<>();
        table.lines().forEach(line -> records.put(line.line(), new HashMap<>(line.values())));
        return keep(records, zone, who);
    }

    /** Reads {@code {"readings":[{"gauge":"g1","at":"2026-07-28T08:00:00+08:00","mm":12.5,"minutes":60}]}}. */
    Upload json(JsonNode body, String who) {
        JsonNode items = body.path("readings");
        if (!items.isArray()) {
            throw new InvalidInput(
                    "readings", "it is no list", "send {\"readings\":[{\"gauge\":…,\"at\":…,\"mm\":…}]}");
        }
        Map<Long, Map<String, @Nullable String>> records = new LinkedHashMap<>();
        long number = 0;
        for (JsonNode item : items) {
            Map<String, @Nullable String> values = new HashMap<>();
            for (String name : List.of("gauge", "at", "mm", "minutes")) {
                JsonNode value = item.path(name);
                if (value.isString() || value.isNumber()) {
                    values.put(name, value.asString());
                }
            }
            records.put(++number, values);
        }
        return keep(records, null, who);
    }

    private Upload keep(Map<Long, Map<String, @Nullable String>> records, @Nullable ZoneId zone, String who) {
        Upload upload = new Upload();
        OffsetDateTime latest = OffsetDateTime.now().plus(AHEAD);
        List<Reading> readings = new ArrayList<>();
        records.forEach((line, values) -> {
            try {
                readings.add(reading(line, values, zone, latest));
            } catch (InvalidInput wrong) {
                upload.reject(line, wrong.getMessage());
            }
        });
        database.inTransaction(client -> {
            client.sql("lock table risk.rain_reading in share row exclusive mode")
                    .update();
            stage(client, readings);
            reject(client, upload);
            merge(client, upload, who);
            audit.record(who, "rain-readings", "rain", upload.summary());
            return null;
        });
        return upload;
    }

    private static Reading reading(
            long line, Map<String, @Nullable String> values, @Nullable ZoneId zone, OffsetDateTime latest) {
        String gauge = values.get("gauge");
        if (gauge == null) {
            throw new InvalidInput("gauge", "it is missing", "give the gauge's id");
        }
        OffsetDateTime at = moment(values.get("at"), zone);
        if (at.isAfter(latest)) {
            throw new InvalidInput("at", at + " has not come yet", "give the end of an interval that is over");
        }
        double minutes = number("minutes", values.getOrDefault("minutes", "60"), 1, LONGEST_MIN);
        if (minutes != Math.rint(minutes)) {
            throw new InvalidInput("minutes", minutes + " is not whole", "give whole minutes");
        }
        return new Reading(line, gauge, at, (int) minutes, number("mm", values.get("mm"), 0, MOST_MM));
    }

    private static OffsetDateTime moment(@Nullable String text, @Nullable ZoneId zone) {
        if (text == null) {
            throw new InvalidInput("at", "it is missing", "give the end of the interval");
        }
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException withoutOffset) {
            if (zone == null) {
                throw new InvalidInput(
                        "at",
                        "'" + text + "' is no moment with an offset",
                        "write 2026-07-28T08:00:00+08:00, or name a zone");
            }
        }
        try {
            return LocalDateTime.parse(text.replace('/', '-'), LOCAL)
                    .atZone(zone)
                    .toOffsetDateTime();
        } catch (DateTimeException unreadable) {
            throw new InvalidInput("at", "'" + text + "' is no moment", "write 2026-07-28 08:00");
        }
    }

    private static double number(String name, @Nullable String text, double least, double most) {
        double number = Double.NaN;
        if (text != null) {
            try {
                number = Double.parseDouble(text);
            } catch (NumberFormatException words) {
                number = Double.NaN;
            }
        }
        if (!(number >= least && number <= most)) {
            throw new InvalidInput(
                    name,
                    text == null ? "it is missing" : "'" + text + "' is no number in range",
                    "give one from " + (int) least + " to " + (int) most);
        }
        return number;
    }

    private static void stage(JdbcClient client, List<Reading> readings) {
        client.sql("""
                        create temporary table staged (line bigint, gauge_id text, at timestamptz, minutes integer,
                                                       mm double precision, reason text) on commit drop
                        """).update();
        for (int from = 0; from < readings.size(); from += 2000) {
            List<Reading> part = readings.subList(from, Math.min(readings.size(), from + 2000));
            client.sql("""
                            insert into staged (line, gauge_id, at, minutes, mm)
                            select * from unnest(:lines::bigint[], :gauges::text[], :moments::timestamptz[], :minutes::integer[],
                                                 :mm::double precision[])
                            """)
                    .param("lines", part.stream().map(Reading::line).toArray(Long[]::new))
                    .param("gauges", part.stream().map(Reading::gauge).toArray(String[]::new))
                    .param(
                            "moments",
                            part.stream().map(one -> one.at().toString()).toArray(String[]::new))
                    .param("minutes", part.stream().map(Reading::minutes).toArray(Integer[]::new))
                    .param("mm", part.stream().map(Reading::mm).toArray(Double[]::new))
                    .update();
        }
        client.sql("analyze staged").update();
    }

    /** What only the database knows: gauges that are not there, two values for a moment, intervals that overlap. */
    private static void reject(JdbcClient client, Upload upload) {
        client.sql("""
                        update staged s set reason = 'gauge: there is no gauge ''' || left(gauge_id, 64) || '''; add it first'
                        where not exists (select from risk.rain_gauge g where g.id = s.gauge_id)
                        """).update();
        client.sql("""
                        update staged s set reason = 'at: line ' || o.line || ' is for the same gauge and moment; leave one out'
                        from staged o
                        where s.reason is null and o.reason is null and o.gauge_id = s.gauge_id and o.at = s.at and o.line < s.line
                          and not exists (select from staged p where p.gauge_id = s.gauge_id and p.at = s.at and p.line < o.line)
                        """).update();
        client.sql("""
                        update staged s set reason = 'minutes: the interval overlaps that of the reading of ' || o.at
                                                     || ', whose rain would count twice; give intervals that do not'
                        from (select gauge_id, at, minutes, 0 as line from risk.rain_reading
                              union all
                              select gauge_id, at, minutes, line from staged where reason is null) o
                        where s.reason is null and o.gauge_id = s.gauge_id and o.at <> s.at
                          and o.at > s.at - s.minutes * interval '1 minute' and o.at < s.at + interval '1 day'
                          and o.at - o.minutes * interval '1 minute' < s.at
                          and (o.line = 0 or o.line < s.line)
                        """).update();
        client.sql("select line, reason from staged where reason is not null order by line")
                .query((row, number) -> new Upload.Rejected(row.getLong(1), row.getString(2)))
                .list()
                .forEach(one -> upload.reject(one.line(), one.reason()));
    }

    private static void merge(JdbcClient client, Upload upload, String who) {
        long good = client.sql("select count(*) from staged where reason is null")
                .query(Long.class)
                .single();
        long known = client.sql("""
                        select count(*) from staged s join risk.rain_reading r on r.gauge_id = s.gauge_id and r.at = s.at
                        where s.reason is null
                        """).query(Long.class).single();
        long changed = client.sql("""
                        update risk.rain_reading r set mm = s.mm, minutes = s.minutes, source = :source, updated_at = now()
                        from staged s
                        where s.reason is null and r.gauge_id = s.gauge_id and r.at = s.at
                          and (r.mm, r.minutes) is distinct from (s.mm, s.minutes)
                        """).param("source", "readings of " + who).update();
        long fresh = client.sql("""
                        insert into risk.rain_reading (id, gauge_id, at, minutes, mm, source)
                        select 'r' || md5(s.gauge_id || extract(epoch from s.at)), s.gauge_id, s.at, s.minutes, s.mm, :source
                        from staged s
                        where s.reason is null
                        on conflict (gauge_id, at) do nothing
                        """).param("source", "readings of " + who).update();
        upload.counted(fresh, changed, good - fresh - changed);
        if (good - fresh != known) {
            throw new IllegalStateException("readings were changed while the table was locked");
        }
    }
}
