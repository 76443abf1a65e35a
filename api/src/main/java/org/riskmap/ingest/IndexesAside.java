package org.riskmap.ingest;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sets the indexes of a nearly empty table aside while it takes very many rows, and makes them anew over all of them: row by row the
 * index of the geometries alone costs ten times as much. Keys and unique indexes stay. The table is this transaction's
 * alone from then on, so it is done only where next to nothing is there to be read, and only where the table can be had at
 * once. All in the current transaction: where that fails, nothing has happened.
 */
final class IndexesAside {

    private static final long FEWEST_NEW_ROWS = 20_000;
    private static final int NEW_ROWS_PER_OLD = 10;
    private static final String PATIENCE = "2s";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcClient sql;
    private final String table;
    private final List<String> definitions = new ArrayList<>();

    /** @param table qualified and quoted */
    IndexesAside(JdbcClient sql, String table) {
        this.sql = sql;
        this.table = table;
    }

    private record Index(String name, String definition) {}

    /** Sets them aside where that pays for so many new rows; false, and nothing done, where not. */
    boolean take(long newRows) {
        if (newRows < FEWEST_NEW_ROWS || holdsMoreThan(newRows / NEW_ROWS_PER_OLD) || !isOurs() || !lock()) {
            return false;
        }
        for (Index index : indexes()) {
            sql.sql("drop index " + index.name()).update();
            definitions.add(index.definition());
        }
        return true;
    }

    private boolean holdsMoreThan(long rows) {
        return sql.sql("select count(*) > ? from (select from " + table + " limit ?) first_rows")
                .params(rows, rows + 1)
                .query(Boolean.class)
                .single();
    }

    private boolean isOurs() {
        return sql.sql("select pg_has_role(relowner, 'usage') from pg_class where oid = cast(? as regclass)")
                .param(table)
                .query(Boolean.class)
                .single();
    }

    private boolean lock() {
        sql.sql("savepoint indexes_aside").update();
        try {
            sql.sql("set local lock_timeout = '" + PATIENCE + "'").update();
            sql.sql("lock table " + table + " in access exclusive mode").update();
            sql.sql("set local lock_timeout to default").update();
            sql.sql("release savepoint indexes_aside").update();
            return true;
        } catch (DataAccessException failed) {
            if (!(failed.getMostSpecificCause() instanceof SQLException reason)
                    || !LOCK_NOT_AVAILABLE.equals(reason.getSQLState())) {
                throw failed;
            }
            sql.sql("rollback to savepoint indexes_aside").update();
            return false; // others use it: then row by row, beside them
        }
    }

    private List<Index> indexes() {
        return sql.sql("""
                        select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
                        from pg_index i
                        where i.indrelid = cast(? as regclass) and i.indisvalid
                              and not i.indisunique and not i.indisclustered and not i.indisreplident
                              and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
                        order by 1
                        """)
                .param(table)
                .query((row, number) -> new Index(row.getString(1), row.getString(2)))
                .list();
    }

    /** Makes the indexes again, and tells the planner what the table holds now. */
    void putBack() {
        definitions.forEach(definition -> sql.sql(definition).update());
        sql.sql("analyze " + table).update();
    }
}
