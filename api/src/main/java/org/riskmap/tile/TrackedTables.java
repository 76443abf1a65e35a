package org.riskmap.tile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.postgis.Database;

/** The tables whose every change is told by {@link org.riskmap.postgis.ChangeFeed}. */
public final class TrackedTables {

    private static final String SCHEMA = "risk";
    private static final long HOLDS_NANOS = 10_000_000_000L;

    private record Known(Set<String> tables, long readAtNanos) {}

    private final Database database;
    private volatile Known known = new Known(Set.of(), Long.MIN_VALUE);

    public TrackedTables(Database database) {
        this.database = database;
    }

    /** Whether a layer's rows come from such a table, not from a view, another schema or another database. */
    public boolean holds(FeatureLayer layer) {
        return layer.store().database() == database
                && layer.schema().equals(SCHEMA)
                && tables().contains(layer.table());
    }

    private Set<String> tables() {
        Known now = known;
        long nanos = System.nanoTime();
        if (now.readAtNanos() == Long.MIN_VALUE || nanos - now.readAtNanos() > HOLDS_NANOS) {
            now = new Known(read(), nanos);
            known = now;
        }
        return now.tables();
    }

    /** Tables with enabled triggers for each of insert (4), delete (8), update (16) and truncate (32). */
    private Set<String> read() {
        List<String> names = database.client().sql("""
                select c.relname
                from pg_trigger t
                join pg_class c on c.oid = t.tgrelid and c.relkind = 'r'
                join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'risk'
                join pg_proc p on p.oid = t.tgfoid and p.proname = 'note_change'
                where t.tgenabled in ('O', 'A') and t.tgqual is null and not t.tgisinternal
                group by c.relname
                having bit_or(t.tgtype) & 60 = 60
                """).query(String.class).list();
        return new HashSet<>(names);
    }
}
