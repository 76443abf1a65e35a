package org.riskmap.warning;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.operation.Audit;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.Row;
import org.riskmap.postgis.SqlQuery;
import org.riskmap.result.CanonicalJson;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Proposed warnings: kept, looked at with what they would close and whom they would move, issued or discarded. */
@Component
public final class Drafts {

    private static final int MOST = 200;
    private static final String COLUMNS = """
            select id, request::text, reason, origin, state, created_at, created_by, warning_id, decided_at, decided_by
            from risk.warning_draft
            """;

    private final Database database;
    private final WarnedArea areas;
    private final RulesTable rules;
    private final Impacts impacts;
    private final Warnings warnings;
    private final Audit audit;

    Drafts(Database database, WarnedArea areas, RulesTable rules, Impacts impacts, Warnings warnings, Audit audit) {
        this.database = database;
        this.areas = areas;
        this.rules = rules;
        this.impacts = impacts;
        this.warnings = warnings;
        this.audit = audit;
    }

    /** The newest first; those still open, or all. */
    List<Draft> all(boolean openOnly) {
        return database.list(
                SqlQuery.of(
                        COLUMNS + "where state = 'open' or not ? order by created_at desc, id limit ?", openOnly, MOST),
                Drafts::draft);
    }

    Optional<Draft> find(String id) {
        return database.list(SqlQuery.of(COLUMNS + "where id = ?", id), Drafts::draft).stream()
                .findFirst();
    }

    /**
     * Keeps a proposal; where the same origin has an open one already, that one is brought up to date.
     *
     * @param request the body of {@code POST /riskmap/warnings}; it is checked as if it were issued
     * @param reason why, as an officer reads it
     * @param origin of the proposal, for instance {@code rain orange}; empty: a person, who may propose anything twice
     * @return the id; of the earlier one where there is one
     * @throws org.riskmap.kernel.InvalidInput where such a warning could not be issued
     */
    public String propose(JsonNode request, String reason, String origin, String who) {
        IssueRequest checked = IssueRequest.parse(request);
        Geometry area = checked.area(areas);
        rules.newest(areas.county(area)).rules().of(checked.hazard(), checked.level());
        String id = "d-" + UUID.randomUUID().toString().substring(0, 13);
        return database.inTransaction(client -> {
            String kept = client.sql("""
                            insert into risk.warning_draft as d (id, request, reason, origin, created_by)
                            values (?, ?::json, ?, ?, ?)
                            on conflict (origin) where state = 'open' and origin <> ''
                            do update set request = excluded.request, reason = excluded.reason
                            returning id
                            """)
                    .params(id, request.toString(), reason, origin, who)
                    .query(String.class)
                    .single();
            if (!kept.equals(id)) {
                return kept;
            }
            audit.record(
                    who,
                    "warning-drafted",
                    id,
                    checked.hazard() + " " + checked.level().word());
            return id;
        });
    }

    /** What a draft would mean: its land, what it would close, who would move in what order, and the steps. */
    Map<String, @Nullable Object> preview(Draft draft) {
        IssueRequest request = IssueRequest.parse(JsonMapper.shared().readTree(draft.request()));
        Geometry area = request.area(areas);
        RulesTable.Version version = rules.newest(areas.county(area));
        Rule rule = version.rules().of(request.hazard(), request.level());
        Impact impact = impacts.of(area, rule);
        Map<String, @Nullable Object> preview = new LinkedHashMap<>();
        preview.put("draft", draft);
        preview.put("rules", version.name());
        preview.put("area", GeoJsonText.area(area, request.level()));
        preview.put("closures", GeoJsonText.closures(impact.closed()));
        preview.put("closed_roads", impact.closedRoads());
        preview.put("move", impact.movers().stream().map(Drafts::mover).toList());
        preview.put("steps", rule.json().get("steps"));
        return preview;
    }

    private static Map<String, @Nullable Object> mover(Impact.Mover mover) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("order", mover.order());
        json.put("why", mover.why());
        for (String property : List.of("id", "name", "population", "vulnerable", "admin_code")) {
            json.put(property, mover.settlement().properties().get(property));
        }
        json.put("near", mover.near());
        json.put("near_id", mover.nearId());
        json.put("distance_m", CanonicalJson.decimals(mover.distanceM(), 1));
        return json;
    }

    /**
     * Makes a warning of an open draft.
     *
     * @return empty where the draft was decided on already
     */
    Optional<IssuedWarning> issue(Draft draft, String who) {
        return database.inTransaction(client -> {
            // Locked first: of two officers who press at once, one issues.
            boolean open = client.sql("select true from risk.warning_draft where id = ? and state = 'open' for update")
                    .param(draft.id())
                    .query(Boolean.class)
                    .optional()
                    .isPresent();
            if (!open) {
                return Optional.empty();
            }
            IssuedWarning issued =
                    warnings.issue(IssueRequest.parse(JsonMapper.shared().readTree(draft.request())), who);
            client.sql("""
                            update risk.warning_draft
                            set state = 'issued', warning_id = ?, decided_at = now(), decided_by = ?
                            where id = ?
                            """).params(issued.id(), who, draft.id()).update();
            return Optional.of(issued);
        });
    }

    /** False where it was decided on already. */
    boolean discard(String id, String who) {
        return database.inTransaction(client -> {
            int changed = client.sql("""
                            update risk.warning_draft set state = 'discarded', decided_at = now(), decided_by = ?
                            where id = ? and state = 'open'
                            """).params(who, id).update();
            if (changed == 1) {
                audit.record(who, "warning-draft-discarded", id, "");
            }
            return changed == 1;
        });
    }

    private static Draft draft(Row row) {
        return new Draft(
                String.valueOf(row.text(1)),
                String.valueOf(row.text(2)),
                String.valueOf(row.text(3)),
                String.valueOf(row.text(4)),
                String.valueOf(row.text(5)),
                ((OffsetDateTime) java.util.Objects.requireNonNull(row.value(6))).toInstant(),
                String.valueOf(row.text(7)),
                row.text(8),
                Warnings.instant((OffsetDateTime) row.value(9)),
                row.text(10));
    }
}
