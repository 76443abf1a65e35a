package org.riskmap.catalog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.SqlQuery;
import org.springframework.dao.DataAccessException;

/** The tables and views that a directory publishes, and whether their databases have them. For one reading of it. */
final class Tables {

    private record Schema(Database database, String name) {}

    private final Map<Schema, Set<String>> wanted = new HashMap<>();
    private final Map<Schema, Set<String>> present = new HashMap<>();
    private final Set<Schema> silent = new HashSet<>();

    /** @throws InvalidInput where there is no such table, or its database does not say */
    void require(PostgisStore store, String table) {
        Schema schema = new Schema(store.database(), store.schema());
        wanted.computeIfAbsent(schema, unused -> new TreeSet<>()).add(table);
        if (!silent.contains(schema) && !present.containsKey(schema)) {
            try {
                present.put(schema, list(schema));
            } catch (DataAccessException unreachable) {
                silent.add(schema); // said for each table, asked once: a database that is away lets one wait
            }
        }
        if (silent.contains(schema)) {
            throw new InvalidInput(
                    "nativeName",
                    "the database of the store '" + store.name() + "' does not answer",
                    "see that it runs and that the connection is right; it is asked again every few seconds");
        }
        if (!present.get(schema).contains(table)) {
            throw new InvalidInput(
                    "nativeName",
                    "there is no table or view " + store.schema() + "." + table,
                    "create it, or disable the layer");
        }
    }

    /** The databases that were named, whether they answer or not. */
    Set<Database> databases() {
        Set<Database> databases = new HashSet<>();
        wanted.keySet().forEach(schema -> databases.add(schema.database()));
        return databases;
    }

    /** Whether tables came or went since they were looked for. A database that does not answer has not changed. */
    boolean changed() {
        for (Map.Entry<Schema, Set<String>> entry : wanted.entrySet()) {
            try {
                Set<String> now = list(entry.getKey());
                now.retainAll(entry.getValue());
                Set<String> then = new HashSet<>(present.getOrDefault(entry.getKey(), Set.of()));
                then.retainAll(entry.getValue());
                if (silent.contains(entry.getKey()) || !now.equals(then)) {
                    return true;
                }
            } catch (DataAccessException away) {
                continue; // layers stay as they are while their database is away
            }
        }
        return false;
    }

    private static Set<String> list(Schema schema) {
        return new HashSet<>(
                schema.database().list(SqlQuery.of("""
                                select c.relname
                                from pg_class c
                                     join pg_namespace n on n.oid = c.relnamespace
                                where n.nspname = ? and c.relkind in ('r', 'v', 'm', 'p', 'f')
                                """, schema.name()), row -> String.valueOf(row.text(1))));
    }
}
