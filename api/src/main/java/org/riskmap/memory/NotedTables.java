package org.riskmap.memory;

import org.riskmap.catalog.FeatureLayer;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.SqlQuery;

/** Which layers change only with a note in {@code risk.change}. */
final class NotedTables {

    private static final int KINDS_OF_CHANGE = 4;

    private NotedTables() {}

    /** Whether a layer has no condition of its own, and its table notes every insertion, update, deletion and truncation. */
    static boolean hold(Database database, FeatureLayer layer) {
        if (layer.store().database() != database
                || layer.cqlFilter() != null && !layer.cqlFilter().isBlank()) {
            return false;
        }
        SqlQuery noted =
                SqlQuery.of("""
                select count(*) from pg_trigger
                where tgrelid = to_regclass(?) and tgenabled = 'O' and tgfoid = to_regproc('risk.note_change')
                """, SqlQuery.identifier(layer.schema()) + "." + SqlQuery.identifier(layer.table()));
        return database.list(noted, row -> row.integer(1)).get(0) >= KINDS_OF_CHANGE;
    }
}
