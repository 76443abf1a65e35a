package org.riskmap.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.riskmap.ingest.Mapping.JoinedStage;
import org.riskmap.ingest.Profile.Join;
import org.riskmap.kernel.InvalidInput;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The other files whose fields a file's records take: staged with their keys, each key once. */
final class JoinedFiles {

    private final JdbcClient sql;
    private final Stager stager;
    private final LoadFolder folder;
    private final Map<String, JoinedStage> stages = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    JoinedFiles(JdbcClient sql, Stager stager, LoadFolder folder) {
        this.sql = sql;
        this.stager = stager;
        this.folder = folder;
    }

    /** By the join's name. */
    Map<String, JoinedStage> stages() {
        return stages;
    }

    /** What a reader of the report should know about them. */
    List<String> notes() {
        return notes;
    }

    /** @throws InvalidInput where the file is missing or a key belongs to several of its records */
    void add(Join join) {
        Stage stage = stager.stage(file(join), join.layer(), join.encodings(), join.delimiter());
        String table = "joined_" + stages.size();
        sql.sql("drop table if exists pg_temp." + table).update();
        sql.sql("create temporary table " + table + " (like " + stage.table() + ", k text) on commit drop")
                .update();
        Sql key = ColumnSql.word(join.key(), field -> "s." + stage.column(field), (other, field) -> {
            throw new InvalidInput(
                    "joins." + join.name(), "its key comes from another join", "use a field of the file");
        });
        Sql copy = Sql.fill(
                "insert into " + table + " select s.*, $ from " + stage.table() + " s where fault is null", key);
        sql.sql(copy.text()).params(copy.values()).update();
        refuseRepeatedKeys(join, stage, table);
        keepFaults(stage);
        sql.sql("create index on " + table + " (k)").update();
        stages.put(join.name(), new JoinedStage(table, stage, join.on()));
    }

    private void refuseRepeatedKeys(Join join, Stage stage, String table) {
        sql.sql("select k from " + table + " where k is not null group by k having count(*) > 1 order by k limit 1")
                .query(String.class)
                .optional()
                .ifPresent(key -> {
                    throw new InvalidInput(
                            stage.file(),
                            "its key '" + key + "' belongs to several records, so they cannot be joined (" + join.name()
                                    + ")",
                            "leave one of them");
                });
    }

    /** Lines that are no records are kept as those of any file are. */
    private void keepFaults(Stage stage) {
        sql.sql("delete from risk.import_reject where source = ? and file = ? and target is null")
                .params(folder.source(), stage.file())
                .update();
        int faults = sql.sql("""
                        insert into risk.import_reject (source, file, line, original, reasons)
                        select ?, ?, line, jsonb_build_object('text', f1), array [fault]
                        from {stage} where fault is not null order by rec
                        """.replace("{stage}", stage.table()))
                .params(folder.source(), stage.file())
                .update();
        if (faults > 0) {
            notes.add(faults + " lines of " + stage.file() + " could not be read (kept in risk.import_reject)");
        }
    }

    /** Notes the partners that no record of a file asked for. */
    void noteUnused(Stage of) {
        stages.forEach((name, joined) -> {
            Sql key = ColumnSql.word(joined.on(), field -> "s." + of.column(field), (other, field) -> "null");
            Sql query = Sql.fill(
                    "select count(*) from " + joined.table() + " j where k is not null and not exists (select from "
                            + of.table() + " s where $ = j.k)",
                    key);
            long unused = sql.sql(query.text())
                    .params(query.values())
                    .query(Long.class)
                    .single();
            if (unused > 0) {
                notes.add(unused + " records of " + joined.stage().file() + " belong to no record of " + of.file());
            }
        });
    }

    private Path file(Join join) {
        try (Stream<Path> files = Files.list(folder.folder())) {
            List<Path> found = files.filter(join::matches).sorted().toList();
            if (found.size() == 1) {
                return found.get(0);
            }
            throw new InvalidInput(
                    join.match(),
                    found.isEmpty()
                            ? "it is not there, and is needed for its fields"
                            : "several files have such a name",
                    "put exactly one into the folder");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
