package org.riskmap.warning;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.operation.Audit;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.Row;
import org.riskmap.postgis.SqlQuery;
import org.riskmap.result.CanonicalJson;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code risk.warning_rules}: for each county, and for all others ({@link #ANY}), versions of rules. The newest counts; a
 * version is never changed.
 */
@Component
public final class RulesTable {

    /** Counties without rules of their own. */
    public static final String ANY = "*";

    private final Database database;
    private final Audit audit;

    RulesTable(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /**
     * One version.
     *
     * @param county code of the county, or {@link #ANY}
     * @param version from 1
     * @param rules what it says
     * @param note who says so, and how sure it is
     * @param author login that wrote it
     * @param createdAt when
     */
    public record Version(
            String county, int version, WarningRules rules, String note, String author, Instant createdAt) {

        /** How runs and records name it: {@code 330329/2}. */
        public String name() {
            return county + "/" + version;
        }
    }

    /** The newest rules of a county, else those for any. */
    public Version newest(@Nullable String county) {
        return versions(county).stream()
                .findFirst()
                .orElseThrow(() -> new InvalidInput("rules", "the rules table is empty", "give rules in the request"));
    }

    /** All that a county can go by, its own before those for any, newest first. */
    List<Version> versions(@Nullable String county) {
        return database.list(SqlQuery.of("""
                select county, version, rules::text, note, author, created_at
                from risk.warning_rules
                where county in (?, ?)
                order by county = ?, version desc
                """, county == null ? ANY : county, ANY, ANY), RulesTable::version);
    }

    /** Adds a version; those before stay. */
    Version add(String county, WarningRules rules, String note, String author) {
        return database.inTransaction(client -> {
            client.sql("lock table risk.warning_rules in share row exclusive mode")
                    .update();
            client.sql("""
                            insert into risk.warning_rules (county, version, rules, note, author)
                            select ?, coalesce(max(version), 0) + 1, ?::json, ?, ?
                            from risk.warning_rules where county = ?
                            """)
                    .params(county, CanonicalJson.text(rules.json()), note, author, county)
                    .update();
            Version added = client.sql("""
                            select county, version, rules::text, note, author, created_at
                            from risk.warning_rules where county = ? order by version desc limit 1
                            """)
                    .param(county)
                    .query((row, number) -> new Version(
                            row.getString(1),
                            row.getInt(2),
                            rules,
                            row.getString(4),
                            row.getString(5),
                            row.getObject(6, OffsetDateTime.class).toInstant()))
                    .single();
            audit.record(author, "warning-rules", added.name(), note);
            return added;
        });
    }

    private static Version version(Row row) {
        return new Version(
                String.valueOf(row.text(1)),
                (int) row.integer(2),
                WarningRules.parse("rules", JsonMapper.shared().readTree(row.text(3))),
                String.valueOf(row.text(4)),
                String.valueOf(row.text(5)),
                ((OffsetDateTime) java.util.Objects.requireNonNull(row.value(6))).toInstant());
    }
}
