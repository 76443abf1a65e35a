package org.riskmap.warning;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.operation.Audit;
import org.riskmap.postgis.Database;
import org.riskmap.result.CanonicalJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Issues and ends warnings. What was issued stays as it was; only its end may be brought forward. */
@Component
final class Warnings {

    /** What rows that were issued here say as their source. */
    static final String SOURCE = "issued";

    private static final Map<String, String> LEVELS = Map.of("blue", "蓝色", "yellow", "黄色", "orange", "橙色", "red", "红色");
    private static final Map<String, String> HAZARDS = Map.of(
            "flood", "洪水", "typhoon", "台风", "geohazard", "地质灾害", "earthquake", "地震", "fire", "森林火险", "tsunami", "海啸");

    private final Database database;
    private final WarnedArea areas;
    private final RulesTable rules;
    private final Impacts impacts;
    private final WarningList list;
    private final Audit audit;

    Warnings(Database database, WarnedArea areas, RulesTable rules, Impacts impacts, Audit audit) {
        this.database = database;
        this.areas = areas;
        this.rules = rules;
        this.impacts = impacts;
        this.list = new WarningList(database);
        this.audit = audit;
    }

    List<IssuedWarning> all(@Nullable String state) {
        return list.all(state);
    }

    Optional<IssuedWarning> find(String id) {
        return list.find(id);
    }

    /** Keeps the warning and what its rule closes, in one transaction. */
    IssuedWarning issue(IssueRequest request, String who) {
        Geometry area = request.area(areas);
        RulesTable.Version version = rules.newest(areas.county(area));
        Rule rule = version.rules().of(request.hazard(), request.level());
        List<Impact.Closed> closed = impacts.closed(area, rule.closings());
        String id = "w-" + UUID.randomUUID().toString().substring(0, 13);
        database.inTransaction(client -> {
            insert(client, id, request, area);
            client.sql("""
                            insert into risk.warning_record (warning_id, admin_codes, catchments, rules, rule, issued_by)
                            values (?, string_to_array(?, E'\\n'), string_to_array(?, E'\\n'), ?, ?::json, ?)
                            """)
                    .params(
                            id,
                            Impacts.joined(request.codes()),
                            Impacts.joined(request.catchments()),
                            version.name(),
                            CanonicalJson.text(rule.json()),
                            who)
                    .update();
            for (int i = 0; i < closed.size(); i++) {
                close(client, id, id + "-" + (i + 1), closed.get(i));
            }
            audit.record(
                    who,
                    "warning-issued",
                    id,
                    request.hazard() + " " + request.level().word());
            return id;
        });
        return find(id).orElseThrow();
    }

    private static void insert(JdbcClient client, String id, IssueRequest request, Geometry area) {
        String level = request.level().word();
        String name =
                request.name() == null ? HAZARDS.get(request.hazard()) + LEVELS.get(level) + "预警" : request.name();
        client.sql("""
                        insert into risk.warning (id, name, geom, level, hazard, valid_from, valid_to, source)
                        values (:id, :name, st_multi(st_geomfromwkb(:area, 4490)), :level, :hazard,
                                coalesce(cast(:from as timestamptz), now()), cast(:to as timestamptz), :source)
                        """)
                .param("id", id)
                .param("name", name)
                .param("area", Wkb.of(area))
                .param("level", level)
                .param("hazard", request.hazard())
                .param("from", request.from())
                .param("to", request.to())
                .param("source", SOURCE)
                .update();
    }

    /** It begins and ends with its warning. */
    private static void close(JdbcClient client, String warning, String id, Impact.Closed closed) {
        client.sql("""
                        insert into risk.closure (id, name, geom, valid_from, valid_to, source, warning_id, road_classes)
                        select :id, :name, st_multi(st_geomfromwkb(:land, 4490)), valid_from, valid_to, source, id, :classes
                        from risk.warning where id = :warning
                        """)
                .param("id", id)
                .param("name", closed.name())
                .param("land", Wkb.of(closed.land()))
                .param("classes", closed.roadClasses())
                .param("warning", warning)
                .update();
    }

    /** How an attempt to end a warning came out. */
    enum End {
        ENDED,
        UNKNOWN,
        OVER,
        NOT_ISSUED_HERE
    }

    /** Ends a warning and its closures now; one that has not begun is called off. */
    End end(String id, String who) {
        Optional<IssuedWarning> warning = find(id);
        if (warning.isEmpty()) {
            return End.UNKNOWN;
        }
        if (warning.get().issuedAt() == null) {
            return End.NOT_ISSUED_HERE;
        }
        return database.inTransaction(client -> {
            OffsetDateTime now =
                    client.sql("select now()").query(OffsetDateTime.class).single();
            int ended = client.sql("""
                            update risk.warning set valid_to = greatest(valid_from, :now)
                            where id = :id and (valid_to is null or valid_to > :now)
                            """).param("now", now).param("id", id).update();
            if (ended == 0) {
                return End.OVER;
            }
            client.sql("update risk.closure set valid_to = greatest(valid_from, :now) where warning_id = :id")
                    .param("now", now)
                    .param("id", id)
                    .update();
            client.sql("update risk.warning_record set ended_at = :now, ended_by = :who where warning_id = :id")
                    .param("now", now)
                    .param("who", who)
                    .param("id", id)
                    .update();
            audit.record(who, "warning-ended", id, "");
            return End.ENDED;
        });
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
