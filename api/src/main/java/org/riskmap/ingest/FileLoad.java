package org.riskmap.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.riskmap.ingest.LoadReport.FileReport;
import org.riskmap.ingest.LoadReport.TableReport;
import org.riskmap.ingest.Profile.FileRule;
import org.riskmap.ingest.Profile.Table;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.TableShape;

/** One file's part of a load, in the current transaction: its layers are staged, joined, and made into the rule's tables. */
final class FileLoad {

    private static final Envelope WORLD = new Envelope(-180, -90, 180, 90);
    private static final double NEAR_DEGREES = 0.5;
    private static final int STORED = 4490;

    private final Database database;
    private final Stager stager;
    private final Profile profile;
    private final FileRule rule;
    private final LoadFolder folder;
    private final JoinedFiles joined;
    private final List<String> notes = new ArrayList<>();

    FileLoad(Database database, Stager stager, Profile profile, FileRule rule, LoadFolder folder) {
        this.database = database;
        this.stager = stager;
        this.profile = profile;
        this.rule = rule;
        this.folder = folder;
        this.joined = new JoinedFiles(database.client(), stager, folder);
    }

    /**
     * @param beforeFirstRows called when the first rows are about to be loaded
     * @param beforeMerge called with each table's name while {@code mapped} holds its records
     */
    FileReport run(Path file, Runnable beforeFirstRows, Consumer<String> beforeMerge) {
        forgetRejects(file);
        noteOtherLayers(file);
        rule.joins().forEach(joined::add);
        List<TableReport> tables = new ArrayList<>();
        for (Table table : rule.tables()) {
            Stage stage = stager.stage(file, table.layer(), rule.encodings(), rule.delimiter());
            note(stage.warnings());
            TableLoad load = new TableLoad(database.client(), mapping(table, stage));
            load.check();
            if (load.hasGood()) {
                beforeFirstRows.run();
            }
            note(load.doubts());
            beforeMerge.accept(table.target());
            load.writeRejects();
            tables.add(load.merge());
        }
        if (!rule.joins().isEmpty()) {
            String layer = rule.tables().get(0).layer();
            joined.noteUnused(stager.stage(file, layer, rule.encodings(), rule.delimiter()));
        }
        note(joined.notes());
        return new FileReport(file.getFileName().toString(), tables, null, notes);
    }

    private void note(Collection<String> more) {
        more.stream().filter(one -> !notes.contains(one)).forEach(notes::add);
    }

    private Mapping mapping(Table table, Stage stage) {
        int srid = srid(stage, table);
        return new Mapping(
                table, target(table), stage, joined.stages(), srid, projected(srid), area(table), folder.source());
    }

    /** Layers that no table is made of are named, so that nobody thinks them loaded. */
    private void noteOtherLayers(Path file) {
        List<String> meant = rule.tables().stream()
                .map(Table::layer)
                .filter(Objects::nonNull)
                .toList();
        if (meant.isEmpty() || Stager.isCsv(file)) {
            return;
        }
        try {
            List<String> others = new ArrayList<>(OgrCommand.layers(file));
            others.removeAll(meant);
            if (!others.isEmpty()) {
                notes.add("not loaded are its layers " + String.join(", ", others)
                        + ": the profile has no rule for them");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
        boolean fromFile = table.geometry().x() == null;
        if (fromFile && stage.srid() > 0) {
            return stage.srid();
        }
        if (fromFile && stage.srid() == Stage.NO_GEOMETRY && stage.hasGeometry()) {
            return STORED; // nothing to place
        }
        if (rule.crs() == null) {
            throw new InvalidInput(
                    stage.file(),
                    "neither the file nor the profile says which reference system its coordinates are in",
                    "declare it in the profile, such as 'crs: EPSG:4490'");
        }
        return rule.crs();
    }

    private boolean projected(int srid) {
        return database.client()
                .sql("select proj4text not like '%+proj=longlat%' from spatial_ref_sys where srid = ?")
                .param(srid)
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new InvalidInput(
                        "EPSG:" + srid,
                        "PostGIS does not know this reference system",
                        "declare another one in the profile, such as 'crs: EPSG:4490'"));
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
                .sql("""
                        select st_xmin(e), st_ymin(e), st_xmax(e), st_ymax(e)
                        from (select st_extent(geom) e from risk.admin_area where source <> 'demo') areas
                        where e is not null
                        """)
                .query((row, number) ->
                        new Envelope(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)))
                .optional()
                .map(area -> area.grown(NEAR_DEGREES, NEAR_DEGREES))
                .orElse(WORLD);
    }
}
