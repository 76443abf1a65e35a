package org.riskmap.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.SqlQuery;
import org.springframework.dao.DataAccessException;

/**
 * The tables and views that a directory publishes, and what columns their databases have for them. For one reading of it.
 */
final class Tables {

    private record Schema(Database database, String name) {}

    /**
     * @param columns names in their order
     * @param types of the columns, in short: differs where one has another type
     */
    private record Shape(List<String> columns, String types) {}

    private final Map<Schema, Set<String>> wanted = new HashMap<>();
    private final Map<Schema, Map<String, Shape>> present = new HashMap<>();
    private final Set<Schema> silent = new HashSet<>();

    /**
     * The names of a table's columns.
     *
     * @throws InvalidInput where there is no such table, or its database does not say
     */
    List<String> require(PostgisStore store, String table) {
        Schema schema = new Schema(store.database(), store.schema());
        wanted.computeIfAbsent(schema, unused -> new TreeSet<>()).add(table);
        if (!silent.contains(schema) && !present.containsKey(schema)) {
            try {
                present.put(schema, shapes(schema));
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
        Shape shape = present.get(schema).get(table);
        if (shape == null) {
            throw new InvalidInput(
                    "nativeName",
                    "there is no table or view " + store.schema() + "." + table,
                    "create it, or disable the layer");
        }
        return shape.columns();
    }

    /** The databases that were named, whether they answer or not. */
    Set<Database> databases() {
        Set<Database> databases = new HashSet<>();
        wanted.keySet().forEach(schema -> databases.add(schema.database()));
        return databases;
    }

    /** Whether tables came, went or were altered since they were looked for. A database that does not answer has not changed. */
    boolean changed() {
        for (Map.Entry<Schema, Set<String>> entry : wanted.entrySet()) {
            try {
                Map<String, Shape> now = shapes(entry.getKey());
                now.keySet().retainAll(entry.getValue());
                Map<String, Shape> then = new HashMap<>(present.getOrDefault(entry.getKey(), Map.of()));
                then.keySet().retainAll(entry.getValue());
                if (silent.contains(entry.getKey()) || !now.equals(then)) {
                    return true;
                }
            } catch (DataAccessException away) {
                continue; // layers stay as they are while their database is away
            }
        }
        return false;
    }

    private static Map<String, Shape> shapes(Schema schema) {
        Map<String, Shape> shapes = new HashMap<>();
        schema.database()
                .list(SqlQuery.of("""
                                select c.relname, a.attname, a.atttypid::text || ':' || a.atttypmod::text
                                from pg_class c
                                     join pg_namespace n on n.oid = c.relnamespace
                                     left join pg_attribute a
                                         on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                                where n.nspname = ? and c.relkind in ('r', 'v', 'm', 'p', 'f')
                                order by c.relname, a.attnum
                                """, schema.name()), row -> new String[] {row.text(1), row.text(2), row.text(3)})
                .forEach(column -> shapes.merge(
                        column[0],
                        new Shape(column[1] == null ? List.of() : List.of(column[1]), String.valueOf(column[2])),
                        Tables::joined));
        return shapes;
    }

    private static Shape joined(Shape first, Shape next) {
        List<String> columns = new ArrayList<>(first.columns());
        columns.addAll(next.columns());
        return new Shape(columns, first.types() + " " + next.types());
    }
}
