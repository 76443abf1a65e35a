package org.riskmap.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.SqlQuery;

/** Rows that make way: those of the demo county, and with {@code --replace} those of an earlier load of the same source. */
final class EarlierRows implements AutoCloseable {

    private final Database database;
    private final Map<String, Path> loadedIds = new TreeMap<>();

    EarlierRows(Database database) {
        this.database = database;
    }

    /** Tables of schema {@code risk} whose rows carry a source. */
    private List<String> tables() {
        return database.client().sql("""
                        select c.table_name
                        from information_schema.columns c
                             join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'risk' and c.column_name = 'source' and t.table_type = 'BASE TABLE'
                              and c.table_name not in ('import_reject', 'standard_threshold')
                        order by c.table_name
                        """).query(String.class).list();
    }

    /** Deletes the demo county's rows; gives table → number. */
    Map<String, Long> removeDemo() {
        Map<String, Long> removed = new TreeMap<>();
        for (String table : tables()) {
            long rows = database.client()
                    .sql("delete from risk." + SqlQuery.identifier(table) + " where source = 'demo'")
                    .update();
            if (rows > 0) {
                removed.put(table, rows);
            }
        }
        long people = database.client()
                .sql("delete from personal.responsible where source = 'demo'")
                .update();
        if (people > 0) {
            removed.put("responsible people", people);
        }
        return removed;
    }

    /** Remembers, outside the database, the identifiers that {@code mapped} brings to a table. */
    void remember(String table) {
        Path ids = loadedIds.computeIfAbsent(table, unused -> temporaryFile());
        database.inConnection(connection -> {
            try (OutputStream file = Files.newOutputStream(ids, StandardOpenOption.APPEND)) {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (select id from mapped where reasons = '{}') to stdout", file);
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        });
    }

    private static Path temporaryFile() {
        try {
            Path file = Files.createTempFile("riskmap-ids", ".txt");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Deletes the source's rows that this load did not bring; gives table → number. */
    Map<String, Long> removeNotLoaded(String source) {
        Map<String, Long> removed = new TreeMap<>();
        for (String table : tables()) {
            database.client().sql("drop table if exists pg_temp.loaded").update();
            database.client()
                    .sql("create temporary table loaded (id text) on commit drop")
                    .update();
            if (loadedIds.containsKey(table)) {
                try (InputStream ids = new BufferedInputStream(Files.newInputStream(loadedIds.get(table)))) {
                    database.copyIn("copy loaded from stdin", ids);
                } catch (IOException lost) {
                    throw new UncheckedIOException(lost);
                }
            }
            long rows = database.client()
                    .sql("delete from risk." + SqlQuery.identifier(table)
                            + " t where source = ? and not exists (select from loaded l where l.id = t.id)")
                    .param(source)
                    .update();
            if (rows > 0) {
                removed.put(table, rows);
            }
        }
        return removed;
    }

    @Override
    public void close() {
        for (Path file : loadedIds.values()) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stuck) {
                throw new UncheckedIOException(stuck);
            }
        }
    }
}
