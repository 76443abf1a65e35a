package org.riskmap.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.riskmap.TestDatabase;
import org.riskmap.ingest.LoadReport.Group;
import org.riskmap.ingest.LoadReport.TableReport;

/** A folder to be loaded, a folder for rasters, and a database whose layers are empty at first. */
final class LoadFixture {

    final TestDatabase test;
    final Path folder;
    final Path rasters;

    LoadFixture(TestDatabase test, Path parent, String source) {
        this.test = test;
        empty();
        folder = parent.resolve(source);
        rasters = parent.resolve("raster");
        try {
            Files.createDirectories(folder);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void empty() {
        String layers = text("select string_agg(format('risk.%I', table_name), ', ') from information_schema.columns "
                + "join information_schema.tables using (table_schema, table_name) where table_schema = 'risk' "
                + "and table_type = 'BASE TABLE' and column_name = 'source' and table_name <> 'standard_threshold'");
        execute("truncate " + layers + " cascade");
        execute("truncate risk.change");
    }

    LoadFixture write(String file, String text) {
        return write(file, text, StandardCharsets.UTF_8);
    }

    LoadFixture write(String file, String text, Charset charset) {
        try {
            Files.write(folder.resolve(file), text.getBytes(charset));
            return this;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** The folder's own profile: the entries of {@code files:}. */
    LoadFixture profile(String files) {
        return write("riskmap.yaml", "title: test\nfiles:\n" + files.indent(2));
    }

    LoadReport load() {
        return load(false, false);
    }

    LoadReport load(boolean replace, boolean dryRun) {
        return new Loader(test.database(), rasters).load(new LoadRequest(folder, null, replace, dryRun));
    }

    static TableReport only(LoadReport report) {
        List<TableReport> tables =
                report.files().stream().flatMap(file -> file.tables().stream()).toList();
        if (tables.size() != 1) {
            throw new AssertionError("one table was expected: " + report);
        }
        return tables.get(0);
    }

    /** {@code count × example} of each kind of reason. */
    static List<String> reasons(TableReport table) {
        return table.reasons().stream().map(LoadFixture::shown).toList();
    }

    static List<String> warnings(TableReport table) {
        return table.warnings().stream().map(LoadFixture::shown).toList();
    }

    private static String shown(Group group) {
        return group.count() + " × " + group.example();
    }

    long number(String sql) {
        return test.database().client().sql(sql).query(Long.class).single();
    }

    String text(String sql) {
        return test.database().client().sql(sql).query(String.class).single();
    }

    Map<String, Object> row(String sql) {
        return test.database().client().sql(sql).query().singleRow();
    }

    void execute(String sql) {
        test.database().client().sql(sql).update();
    }

    /** Runs one of GDAL's programs in the folder. */
    void gdal(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + ": " + said);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
