package org.riskmap.rain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.operation.Audit;
import org.riskmap.postgis.Database;
import org.riskmap.upload.CsvTable;
import org.riskmap.upload.Upload;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Keeps at how much rain a hazard is warned of. A threshold is never overwritten: another number ends the one before on the
 * day before it begins (of the same day, it takes its place).
 */
@Component
final class RainThresholds {

    private static final Set<String> LEVELS = Set.of("blue", "yellow", "orange", "red");
    private static final Set<String> CERTAINTIES = Set.of("sure", "second-hand", "unverified");
    private static final Set<Integer> WINDOWS_H = Set.of(1, 3, 6, 24);
    private static final double MOST_MM = 2000;
    private static final int LONGEST = 300;
    private static final Map<String, String> TABLES = Map.of(
            "geohazard_zone", "id",
            "geohazard_point", "id",
            "geohazard_line", "id",
            "small_catchment", "id",
            "admin_area", "id");

    private final Database database;
    private final AlertUnits units;
    private final Audit audit;

    RainThresholds(Database database, Audit audit) {
        this.database = database;
        this.units = new AlertUnits();
        this.audit = audit;
    }

    /**
     * A threshold to keep.
     *
     * @param line of the file, or number of the item
     * @param gauge that counts for the hazard; null: the nearest
     * @param says where the number is from
     * @param from first day
     */
    record Wanted(
            long line,
            String layer,
            String hazard,
            int windowH,
            String level,
            double mm,
            @Nullable String gauge,
            String says,
            String certainty,
            LocalDate from) {

        private String key() {
            return layer + '\n' + hazard + '\n' + windowH + '\n' + level + '\n' + gauge;
        }
    }

    /** A record, a village's unit or an item that cannot be used. */
    record Refused(long line, String reason) {}

    /** Reads {@code hazard_layer,hazard_id,window_h,level,mm[,gauge,says,certainty,valid_from]}, or alert units. */
    Upload csv(String text, String who) {
        CsvTable table = CsvTable.parse(text, Map.of());
        if (table.has("county_town")) {
            return database.inTransaction(client -> {
                List<Refused> refused = new ArrayList<>();
                List<Wanted> wanted = units.read(client, table, refused);
                return keep(client, wanted, refused, who);
            });
        }
        table.with("hazard_layer", "hazard_id", "window_h", "level", "mm");
        Map<Long, Map<String, @Nullable String>> records = new LinkedHashMap<>();
        table.lines().forEach(line -> records.put(line.line(), new HashMap<>(line.values())));
        return keep(records, who);
    }

    /** Reads {@code {"thresholds":[{"hazard_layer":…,"hazard_id":…,"window_h":24,"level":"orange","mm":120}]}}. */
    Upload json(JsonNode body, String who) {
        JsonNode items = body.path("thresholds");
        if (!items.isArray()) {
            throw new InvalidInput(
                    "thresholds", "it is no list", "send {\"thresholds\":[{\"hazard_layer\":…,\"hazard_id\":…}]}");
        }
        Map<Long, Map<String, @Nullable String>> records = new LinkedHashMap<>();
        long number = 0;
        for (JsonNode item : items) {
            Map<String, @Nullable String> values = new HashMap<>();
            item.properties().forEach(member -> {
                if (member.getValue().isString() || member.getValue().isNumber()) {
                    values.put(member.getKey(), member.getValue().asString());
                }
            });
            records.put(++number, values);
        }
        return keep(records, who);
    }

    private Upload keep(Map<Long, Map<String, @Nullable String>> records, String who) {
        List<Wanted> wanted = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        records.forEach((line, values) -> {
            try {
                wanted.add(wanted(line, values));
            } catch (InvalidInput wrong) {
                refused.add(new Refused(line, String.valueOf(wrong.getMessage())));
            }
        });
        return database.inTransaction(client -> keep(client, wanted, refused, who));
    }

    private Upload keep(JdbcClient client, List<Wanted> wanted, List<Refused> refused, String who) {
        Upload upload = new Upload();
        refused.forEach(one -> upload.reject(one.line(), one.reason()));
        Map<String, Wanted> lowest = new LinkedHashMap<>();
        for (Wanted one : wanted) {
            Wanted before = lowest.get(one.key());
            if (before == null) {
                lowest.put(one.key(), one);
            } else {
                Wanted lower = one.mm < before.mm ? one : before;
                Wanted higher = lower == one ? before : one;
                lowest.put(one.key(), lower);
                upload.reject(
                        higher.line,
                        "mm: line " + lower.line + " has " + lower.mm
                                + " mm for the same hazard, gauge, hours and level; the" + " lower number counts");
            }
        }
        lowest.values().forEach(one -> keep(client, one, upload));
        audit.record(who, "rain-thresholds", "rain", upload.summary());
        return upload;
    }

    private void keep(JdbcClient client, Wanted one, Upload upload) {
        String missing = missing(client, one);
        if (missing != null) {
            upload.reject(one.line, missing);
            return;
        }
        String same = """
                hazard_layer = :layer and hazard_id = :hazard and window_h = :window and level = :level
                and gauge_id is not distinct from cast(:gauge as text)
                """;
        boolean known = bound(
                                client,
                                "select count(*) from risk.rain_threshold where valid_to is null and mm = :mm and "
                                        + same,
                                one)
                        .query(Long.class)
                        .single()
                > 0;
        if (known) {
            upload.counted(0, 0, 1);
            return;
        }
        int replaced = bound(
                        client,
                        "delete from risk.rain_threshold where valid_to is null and valid_from >= :from and " + same,
                        one)
                .update();
        int ended = bound(
                        client,
                        "update risk.rain_threshold set valid_to = cast(:from as date) - 1 where valid_to is null and "
                                + same,
                        one)
                .update();
        bound(client, """
                        insert into risk.rain_threshold
                            (id, hazard_layer, hazard_id, window_h, level, mm, gauge_id, valid_from, certainty, says)
                        values ('t' || md5(random()::text || clock_timestamp()::text), :layer, :hazard, :window, :level, :mm,
                                :gauge, :from, :certainty, :says)
                        """, one).update();
        upload.counted(replaced + ended > 0 ? 0 : 1, replaced + ended > 0 ? 1 : 0, 0);
    }

    private static JdbcClient.StatementSpec bound(JdbcClient client, String sql, Wanted one) {
        return client.sql(sql)
                .param("layer", one.layer)
                .param("hazard", one.hazard)
                .param("window", one.windowH)
                .param("level", one.level)
                .param("mm", one.mm)
                .param("gauge", one.gauge)
                .param("from", one.from)
                .param("certainty", one.certainty)
                .param("says", one.says);
    }

    private static @Nullable String missing(JdbcClient client, Wanted one) {
        long hazards = client.sql("select count(*) from risk." + one.layer + " where id = ?")
                .param(one.hazard)
                .query(Long.class)
                .single();
        if (hazards == 0) {
            return "hazard_id: there is no " + one.layer + " '" + one.hazard + "'; give an id of the layer";
        }
        if (one.gauge == null) {
            return null;
        }
        long gauges = client.sql("select count(*) from risk.rain_gauge where id = ?")
                .param(one.gauge)
                .query(Long.class)
                .single();
        return gauges == 0 ? "gauge: there is no gauge '" + one.gauge + "'; add it first, or leave it out" : null;
    }

    private static Wanted wanted(long line, Map<String, @Nullable String> values) {
        String layer = word(values, "hazard_layer", TABLES.keySet(), null);
        String hazard = values.get("hazard_id");
        if (hazard == null) {
            throw new InvalidInput("hazard_id", "it is missing", "give an id of the layer");
        }
        int window = (int) number(values, "window_h", 24);
        if (!WINDOWS_H.contains(window)) {
            throw new InvalidInput("window_h", window + " is no window", "give 1, 3, 6 or 24");
        }
        String says = values.getOrDefault("says", "");
        if (says == null || says.length() > LONGEST) {
            throw new InvalidInput("says", "it is too long", "give up to " + LONGEST + " characters");
        }
        return new Wanted(
                line,
                layer,
                hazard,
                window,
                word(values, "level", LEVELS, null),
                number(values, "mm", MOST_MM),
                values.get("gauge"),
                says,
                word(values, "certainty", CERTAINTIES, "unverified"),
                day(values.get("valid_from")));
    }

    private static String word(
            Map<String, @Nullable String> values, String name, Set<String> words, @Nullable String otherwise) {
        String word = values.get(name) == null ? otherwise : values.get(name);
        if (word == null || !words.contains(word)) {
            throw new InvalidInput(
                    name,
                    word == null ? "it is missing" : "'" + word + "' is not known",
                    "give one of " + String.join(", ", words.stream().sorted().toList()));
        }
        return word;
    }

    private static double number(Map<String, @Nullable String> values, String name, double most) {
        double number = Double.NaN;
        String text = values.get(name);
        if (text != null && text.matches("[0-9]{1,5}([.][0-9]{1,3})?")) {
            number = Double.parseDouble(text);
        }
        if (!(number > 0 && number <= most)) {
            throw new InvalidInput(
                    name,
                    text == null ? "it is missing" : "'" + text + "' is out of range",
                    "give a number above 0, up to " + most);
        }
        return number;
    }

    private static LocalDate day(@Nullable String text) {
        try {
            return text == null ? LocalDate.now() : LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw new InvalidInput("valid_from", "'" + text + "' is no day", "write 2026-07-28");
        }
    }
}
