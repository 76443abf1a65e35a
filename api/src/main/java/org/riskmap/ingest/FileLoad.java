package org.riskmap.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.riskmap.ingest.LoadReport.FileReport;
import org.riskmap.ingest.LoadReport.TableReport;
import org.riskmap.ingest.Mapping.JoinedStage;
import org.riskmap.ingest.Profile.FileRule;
import org.riskmap.ingest.Profile.Join;
import org.riskmap.ingest.Profile.Table;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.TableShape;

/** One file's part of a load, in the current transaction: its layers are staged, joined, and made into the rule's tables. */
final class FileLoad {

    private static final Envelope WORLD = new Envelope(-180, -90, 180, 90);
    private static final double NEAR_DEGREES = 0.5;

    private final Database database;
    private final Stager stager;
    private final Profile profile;
    private final FileRule rule;
    private final LoadFolder folder;
    private final List<String> notes = new ArrayList<>();

    FileLoad(Database database, Stager stager, Profile profile, FileRule rule, LoadFolder folder) {
        this.database = database;
        this.stager = stager;
        this.profile = profile;
        this.rule = rule;
        this.folder = folder;
    }

    /**
     * @param beforeFirstRows called when the first rows are about to be loaded
     * @param beforeMerge called with each table's name while {@code mapped} holds its records
     */
    FileReport run(Path file, Runnable beforeFirstRows, Consumer<String> beforeMerge) {
        forgetRejects(file);
        Map<String, JoinedStage> joins = new HashMap<>();
        rule.joins().forEach(join -> joins.put(join.name(), join(join)));
        List<TableReport> tables = new ArrayList<>();
        for (Table table : rule.tables()) {
            Stage stage = stager.stage(file, table.layer(), rule.encoding(), rule.delimiter());
            stage.warnings().stream()
                    .filter(warning -> !notes.contains(warning))
                    .forEach(notes::add);
            TableLoad load = new TableLoad(
                    database.client(),
                    new Mapping(table, target(table), stage, joins, srid(stage, table), area(table), folder.source()));
            load.check();
            if (load.hasGood()) {
                beforeFirstRows.run();
            }
            beforeMerge.accept(table.target());
            load.writeRejects();
            tables.add(load.merge());
        }
        return new FileReport(file.getFileName().toString(), tables, null, notes);
    }

    private void forgetRejects(Path file) {
        database.client()
                .sql("delete from risk.import_reject where source = ? and file = ?")
                .params(folder.source(), file.getFileName().toString())
                .update();
    }

    private TableShape target(Table table) {
        TableShape shape = database.shape("risk", table.target())
                .filter(found -> found.geometry().isPresent()
                        && found.column("source").isPresent()
                        && !found.table().startsWith("run_"))
                .orElseThrow(() -> new InvalidInput(
                        "target " + table.target(),
                        "there is no such layer",
                        "name one of the layers, such as shelter"));
        for (String column : table.columns().keySet()) {
            if (shape.column(column).isEmpty()) {
                throw new InvalidInput(
                        "column " + column + " of " + table.target(),
                        "the layer has no such column",
                        "it has "
                                + shape.columns().stream()
                                        .map(TableShape.Column::name)
                                        .collect(Collectors.joining(", ")));
            }
        }
        return shape;
    }

    private int srid(Stage stage, Table table) {
        if (stage.srid() != 0 && table.geometry().x() == null) {
            return stage.srid();
        }
        if (rule.crs() == null) {
            throw new InvalidInput(
                    stage.file(),
                    "neither the file nor the profile says which reference system its coordinates are in",
                    "declare it in the profile, such as 'crs: EPSG:4490'");
        }
        return rule.crs();
    }

    /** The profile's area; else near the administrative areas; else anywhere on earth. */
    private Envelope area(Table table) {
        if (profile.area() != null) {
            return profile.area();
        }
        if (table.target().equals("admin_area")) {
            return WORLD;
        }
        return database.client()
                .sql(
                        "select st_xmin(e), st_ymin(e), st_xmax(e), st_ymax(e) "
                                + "from (select st_extent(geom) e from risk.admin_area where source <> 'demo') x where e is not null")
                .query((row, number) ->
                        new Envelope(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)))
                .optional()
                .map(area -> area.grown(NEAR_DEGREES, NEAR_DEGREES))
                .orElse(WORLD);
    }

    private JoinedStage join(Join join) {
        Path file = joinedFile(join);
        Stage stage = stager.stage(file, join.layer(), join.encoding(), join.delimiter());
        String table = "joined_" + stage.table();
        Sql key = ColumnSql.word(join.key(), field -> "s." + stage.column(field), (other, field) -> {
            throw new InvalidInput(
                    "joins." + join.name(), "its key comes from another join", "use a field of the file");
        });
        database.client().sql("drop table if exists pg_temp." + table).update();
        database.client()
                .sql("create temporary table " + table + " (like " + stage.table() + ", k text) on commit drop")
                .update();
        Sql copy = Sql.fill(
                "insert into " + table + " select s.*, $ from " + stage.table() + " s where fault is null", key);
        database.client().sql(copy.text()).params(copy.values()).update();
        refuseRepeatedKeys(join, stage, table);
        database.client().sql("create index on " + table + " (k)").update();
        return new JoinedStage(table, stage, join.on());
    }

    private void refuseRepeatedKeys(Join join, Stage stage, String table) {
        database.client()
                .sql("select k from " + table
                        + " where k is not null group by k having count(*) > 1 order by k limit 1")
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

    private Path joinedFile(Join join) {
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
