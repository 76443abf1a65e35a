package org.riskmap.standard;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.operation.Audit;
import org.riskmap.postgis.Database;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Adds versions of thresholds. A version begins on a day; the one before ends on the day before it and stays. What a day's
 * analysis used can be read afterwards.
 */
@Component
final class StandardsEditor {

    private static final List<String> CERTAINTIES = List.of("sure", "second-hand", "unverified");
    private static final int LONGEST = 300;
    private static final int MOST = 100;

    private final Database database;
    private final Audit audit;

    StandardsEditor(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** A version to add: what a {@link Threshold} has, its first day, and why. */
    private record Version(
            String topic,
            String category,
            String label,
            String quantity,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double value,
            @Nullable String unit,
            String source,
            String certainty,
            LocalDate from,
            String note) {

        private String path() {
            return topic + "/" + category + "/" + quantity;
        }
    }

    /**
     * Adds all or none of {@code {"note":"…","thresholds":[{"topic":…,"class":…,"quantity":…,"value":…,"source":…,
     * "certainty":…,"valid_from":…}]}}. Label and unit may be left out where a version before has them. Classes that border on
     * each other are changed together: their ranges may not overlap.
     *
     * @return how many
     * @throws InvalidInput naming the member that is wrong
     */
    int add(JsonNode body, String who) {
        JsonNode items = body.path("thresholds");
        if (!items.isArray() || items.isEmpty() || items.size() > MOST) {
            throw new InvalidInput(
                    "thresholds", "it is no list of 1 to " + MOST, "send {\"note\":…,\"thresholds\":[…]}");
        }
        String note = text(body, "note", "note", true);
        return database.inTransaction(client -> {
            client.sql("lock table risk.standard_threshold in share row exclusive mode")
                    .update();
            List<Version> versions = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                versions.add(version(client, items.get(i), "thresholds[" + i + "]", note));
            }
            versions.forEach(version -> add(client, version, who));
            versions.forEach(version -> check(client, version));
            return versions.size();
        });
    }

    private Version version(JdbcClient client, JsonNode item, String path, String note) {
        String topic = text(item, "topic", path + ".topic", true);
        String category = text(item, "class", path + ".class", true);
        String quantity = text(item, "quantity", path + ".quantity", true);
        List<Threshold> before = client.sql("""
                        select label_zh, unit, valid_from::text from risk.standard_threshold
                        where topic = ? and class = ? and quantity = ? order by valid_from desc limit 1
                        """)
                .params(topic, category, quantity)
                .query((row, number) -> new Threshold(
                        topic,
                        category,
                        row.getString(1),
                        quantity,
                        null,
                        null,
                        null,
                        row.getString(2),
                        "",
                        "",
                        LocalDate.parse(row.getString(3)),
                        null))
                .list();
        LocalDate from = day(item, path + ".valid_from");
        if (!before.isEmpty() && !from.isAfter(before.get(0).validFrom())) {
            throw new InvalidInput(
                    path + ".valid_from",
                    "a version already begins on " + before.get(0).validFrom(),
                    "give a later day; what has been in force is not changed");
        }
        String label = text(item, "label_zh", path + ".label_zh", before.isEmpty());
        String unit = text(item, "unit", path + ".unit", false);
        String certainty = text(item, "certainty", path + ".certainty", true);
        if (!CERTAINTIES.contains(certainty)) {
            throw new InvalidInput(
                    path + ".certainty", "it is not known", "give one of " + String.join(", ", CERTAINTIES));
        }
        Version version = new Version(
                topic,
                category,
                label.isEmpty() ? before.get(0).labelZh() : label,
                quantity,
                number(item, "lower_bound", path),
                number(item, "upper_bound", path),
                number(item, "value", path),
                unit.isEmpty() ? before.isEmpty() ? null : before.get(0).unit() : unit,
                text(item, "source", path + ".source", true),
                certainty,
                from,
                note);
        if (version.lower == null && version.upper == null && version.value == null) {
            throw new InvalidInput(path + ".value", "there is no number", "give value, lower_bound or upper_bound");
        }
        if (version.lower != null && version.upper != null && version.lower >= version.upper) {
            throw new InvalidInput(path + ".upper_bound", "it is not above lower_bound", "give a range");
        }
        return version;
    }

    private void add(JdbcClient client, Version version, String who) {
        client.sql("""
                        update risk.standard_threshold set valid_to = cast(:from as date) - 1
                        where topic = :topic and class = :class and quantity = :quantity
                          and (valid_to is null or valid_to >= :from)
                        """)
                .param("from", version.from)
                .param("topic", version.topic)
                .param("class", version.category)
                .param("quantity", version.quantity)
                .update();
        client.sql("""
                        insert into risk.standard_threshold
                            (topic, class, label_zh, quantity, lower_bound, upper_bound, value, unit, source, certainty, valid_from,
                             note, author)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        version.topic,
                        version.category,
                        version.label,
                        version.quantity,
                        version.lower,
                        version.upper,
                        version.value,
                        version.unit,
                        version.source,
                        version.certainty,
                        version.from,
                        version.note,
                        who)
                .update();
        audit.record(
                who,
                "standard-changed",
                version.path(),
                "from " + version.from + ": value " + version.value + ", range " + version.lower + " to "
                        + version.upper + "; " + version.source + " (" + version.certainty + "); " + version.note);
    }

    /** No number may belong to two classes on one day. */
    private static void check(JdbcClient client, Version version) {
        client.sql("""
                        select a.class || ' and ' || b.class || ' on ' || greatest(a.valid_from, b.valid_from)
                        from risk.standard_threshold a
                             join risk.standard_threshold b on b.topic = a.topic and b.quantity = a.quantity and b.class > a.class
                        where a.topic = ? and a.quantity = ?
                          and (a.lower_bound is not null or a.upper_bound is not null)
                          and (b.lower_bound is not null or b.upper_bound is not null)
                          and daterange(a.valid_from, a.valid_to, '[]') && daterange(b.valid_from, b.valid_to, '[]')
                          and numrange(a.lower_bound::numeric, a.upper_bound::numeric) && numrange(b.lower_bound::numeric, b.upper_bound::numeric)
                        limit 1
                        """)
                .params(version.topic, version.quantity)
                .query(String.class)
                .optional()
                .ifPresent(both -> {
                    throw new InvalidInput(
                            "thresholds",
                            "the ranges of " + both + " overlap",
                            "change classes that border on each other in one request");
                });
    }

    private static String text(JsonNode json, String name, String path, boolean needed) {
        String text = json.path(name).asString("").strip();
        if (needed && text.isEmpty() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw new InvalidInput(path, "it is missing or too long", "give 1 to " + LONGEST + " characters");
        }
        return text;
    }

    private static @Nullable Double number(JsonNode json, String name, String path) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new InvalidInput(path + "." + name, value + " is no number", "give a number, or leave it out");
        }
        return value.doubleValue();
    }

    private static LocalDate day(JsonNode json, String path) {
        try {
            return LocalDate.parse(json.path("valid_from").asString(""));
        } catch (DateTimeException unreadable) {
            throw new InvalidInput(path, "it is no day", "write 2026-12-01");
        }
    }
}
