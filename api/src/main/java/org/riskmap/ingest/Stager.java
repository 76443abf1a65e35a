package org.riskmap.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.postgis.Database;

/**
 * Brings files into temporary tables of the current transaction by {@code COPY}: CSV through {@link CsvFile}, everything
 * else through the dump that {@code ogr2ogr} writes to its output, so that GDAL never connects to the database. What was
 * staged is kept until {@link #forget}, for several tables can be made from one layer.
 */
final class Stager {

    private final Database database;
    private final Map<String, Stage> staged = new HashMap<>();
    private int tables;

    Stager(Database database) {
        this.database = database;
    }

    /** The transaction ended, and its tables with it. */
    void forget() {
        staged.clear();
    }

    /**
     * The records of a layer.
     *
     * @param layer null: the only one
     * @param encodings of its text where the file does not say
     * @throws InvalidInput where the file cannot be read
     */
    Stage stage(Path file, @Nullable String layer, Encodings encodings, char delimiter) {
        return staged.computeIfAbsent(file + "\0" + layer, unused -> {
            try {
                return isCsv(file) ? csv(file, encodings, delimiter) : new OgrReading(file, layer, encodings).stage();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(file + " cannot be read", unreadable);
            }
        });
    }

    static boolean isCsv(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt");
    }

    private Stage csv(Path file, Encodings encodings, char delimiter) throws IOException {
        try (CsvFile csv = CsvFile.open(file, encodings, delimiter)) {
            String table = create(csv.fields().size());
            copy("copy " + table + " (line, fault, " + columns(csv.fields().size()) + ") from stdin", copy -> {
                CopyText rows = new CopyText(copy);
                List<@Nullable String> row = new ArrayList<>();
                for (CsvFile.Line line = csv.next(); line != null; line = csv.next()) {
                    row.clear();
                    row.add(Long.toString(line.line()));
                    row.add(line.fault());
                    row.addAll(line.values());
                    row.addAll(Collections.nCopies(
                            csv.fields().size() - line.values().size(), null));
                    rows.row(row);
                }
                rows.end();
            });
            return new Stage(table, file.getFileName().toString(), csv.fields(), false, 0, csv.notes());
        }
    }

    private String create(int fields) {
        String table = "stage_" + ++tables;
        database.client()
                .sql("create temporary table " + table
                        + " (rec bigint generated always as identity, line bigint, fault text, geom geometry"
                        + IntStream.rangeClosed(1, fields)
                                .mapToObj(i -> ", f" + i + " text")
                                .collect(Collectors.joining())
                        + ") on commit drop")
                .update();
        return table;
    }

    private static String columns(int fields) {
        return IntStream.rangeClosed(1, fields).mapToObj(i -> "f" + i).collect(Collectors.joining(", "));
    }

    private interface CopyWork {
        void run(CopyIn copy) throws IOException, SQLException;
    }

    private void copy(String statement, CopyWork work) {
        database.inConnection(connection -> {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
            try {
                work.run(copy);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
            return null;
        });
    }

    /** One run of {@code ogr2ogr}. */
    private final class OgrReading {

        private final Path file;
        private final @Nullable String layer;
        private final Encodings encodings;
        private final List<String> added = new ArrayList<>();
        private boolean hasGeometry;
        private @Nullable Stage result;

        private OgrReading(Path file, @Nullable String layer, Encodings encodings) {
            this.file = file;
            this.layer = layer;
            this.encodings = encodings;
        }

        private Stage stage() throws IOException {
            try (OgrCommand command = OgrCommand.of(file, layer, encodings);
                    GdalProgram run = GdalProgram.start(command.arguments(), command.environment())) {
                read(new DumpLines(run.output()));
                List<String> warnings = new ArrayList<>(run.finish(file));
                warnings.addAll(command.notes());
                Stage stage = result == null ? empty() : result;
                return new Stage(
                        stage.table(),
                        stage.file(),
                        stage.fields(),
                        stage.hasGeometry(),
                        srid(stage.table()),
                        warnings);
            }
        }

        private void read(DumpLines dump) throws IOException {
            int layers = 0;
            for (String text = dump.next(); text != null; text = dump.next()) {
                if (text.startsWith("CREATE TABLE ") && ++layers > 1) {
                    throw severalLayers();
                } else if (text.startsWith("SELECT AddGeometryColumn")) {
                    hasGeometry = true;
                } else if (text.startsWith("ALTER TABLE ") && text.contains(" ADD COLUMN ")) {
                    added.add(DumpLines.quoted(text).get(2));
                } else if (text.startsWith("COPY ")) {
                    copyLines(DumpLines.quoted(text), dump);
                } else if (text.startsWith("INSERT ")) {
                    throw new IllegalStateException("ogr2ogr wrote an INSERT where a COPY was asked for");
                }
            }
        }

        private void copyLines(List<String> names, DumpLines dump) {
            List<String> fields = new ArrayList<>(names.subList(2, names.size()));
            boolean geometry = fields.remove(OgrCommand.GEOMETRY);
            List<String> targets = new ArrayList<>();
            for (String name : names.subList(2, names.size())) {
                targets.add(name.equals(OgrCommand.GEOMETRY) ? "geom" : "f" + (fields.indexOf(name) + 1));
            }
            String table = create(fields.size());
            copy("copy " + table + " (" + String.join(", ", targets) + ") from stdin", dump::copySection);
            result = new Stage(table, file.getFileName().toString(), List.copyOf(fields), geometry, 0, List.of());
        }

        private Stage empty() {
            return new Stage(
                    create(added.size()), file.getFileName().toString(), List.copyOf(added), hasGeometry, 0, List.of());
        }

        private int srid(String table) {
            return database.client()
                    .sql("select st_srid(geom) from " + table + " where geom is not null limit 1")
                    .query(Integer.class)
                    .optional()
                    .orElse(Stage.NO_GEOMETRY);
        }

        private InvalidInput severalLayers() throws IOException {
            return new InvalidInput(
                    file.getFileName().toString(),
                    "it has several layers: " + String.join(", ", OgrCommand.layers(file)),
                    "name the one that is meant with 'layer' in the profile");
        }
    }
}
