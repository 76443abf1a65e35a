package org.riskmap.result;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.Rows;
import org.riskmap.postgis.SqlQuery;
import org.riskmap.postgis.TableShape;

/**
 * Names of tables go in; a version of each table's content comes out. The version is a fingerprint of all rows without
 * {@code updated_at}: equal contents have equal versions, also after a change that was taken back and in another database.
 * It is computed again only when {@code risk.change} has counted a change of the table.
 */
public final class DataVersions {

    /** Counted no change: empty since it was made, or a view, whose changes nobody counts. */
    private static final String NEVER = "0/0";

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Database database;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(String counter, String version) {}

    DataVersions(Database database) {
        this.database = database;
    }

    /**
     * The versions of tables in schema {@code risk} as they are now, by table name. Asked before and after reading, equal
     * answers prove that what was read belongs to one state.
     *
     * @throws InvalidInput where there is no such table
     */
    public Map<String, String> of(Set<String> tables) {
        Map<String, String> versions = new TreeMap<>();
        Map<String, String> counters = counters(tables);
        for (String table : tables) {
            versions.put(table, of(table, counters.getOrDefault(table, NEVER)));
        }
        return versions;
    }

    private String of(String table, String counter) {
        Known last = known.get(table);
        if (last != null && last.counter.equals(counter)) {
            return last.version;
        }
        String version = fingerprint(table);
        if (!counter.equals(NEVER) && counter.equals(counters(Set.of(table)).getOrDefault(table, NEVER))) {
            known.put(table, new Known(counter, version));
        }
        return version;
    }

    /** How many changes were counted of each table, and the last one's number; nothing for a table without any. */
    private Map<String, String> counters(Set<String> tables) {
        Map<String, String> counters = new HashMap<>();
        database.client().sql("""
                        select table_name, count(*) || '/' || max(seq) from risk.change
                        where table_name = any (string_to_array(?, ','))
                        group by table_name
                        """).param(String.join(",", tables)).query(row -> {
            counters.put(row.getString(1), row.getString(2));
        });
        return counters;
    }

    /** Order does not matter: the rows' digests are added up. */
    private String fingerprint(String table) {
        TableShape shape = database.shape("risk", table)
                .orElseThrow(() -> new InvalidInput("layer", "there is no table risk." + table, "name a layer"));
        String row = shape.columns().stream()
                .map(TableShape.Column::name)
                .filter(name -> !name.equals("updated_at"))
                .map(SqlQuery::identifier)
                .collect(Collectors.joining(", "));
        String sql = """
                select count(*), coalesce(sum(('x' || left(digest, 15))::bit(60)::bigint), 0),
                       coalesce(sum(('x' || substr(digest, 16, 15))::bit(60)::bigint), 0)
                from (select md5(row(%s)::text) digest from %s) d
                """.formatted(row, shape.qualifiedName());
        try (Rows rows = database.stream(SqlQuery.of(sql), PATIENCE)) {
            rows.next();
            return CanonicalJson.sha256(rows.text(1) + '/' + rows.text(2) + '/' + rows.text(3))
                    .substring(0, 16);
        }
    }
}
