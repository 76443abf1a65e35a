package org.riskmap.ingest;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.DatabaseSettings;
import org.springframework.dao.DataAccessException;

/** {@code load PATH [--profile FILE] [--replace] [--dry-run]}: loads into the environment's database and prints a report. */
public final class LoadCommand {

    private static final String USAGE = "load PATH [--profile FILE] [--replace] [--dry-run]";
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final int CONNECTIONS = 3;

    private LoadCommand() {}

    /**
     * Runs the command.
     *
     * @param arguments after the word {@code load}
     * @param environment {@code RISKMAP_DB_URL}, {@code _USER}, {@code _PASSWORD}; {@code RISKMAP_RASTER_DIR}, else
     *     {@code RISKMAP_VAR} ({@code var}) says where rasters go
     * @return 0: loaded; 1: something failed or nothing was loaded; 2: the command line is wrong
     */
    public static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            LoadRequest request = parse(arguments);
            LoadFolder.of(request.path()); // a wrong path is told before a database is looked for
            try (Database database = Database.open(DatabaseSettings.fromEnvironment(environment), CONNECTIONS)) {
                database.migrate();
                LoadReport report = new Loader(database, rasterFolder(environment)).load(request);
                ReportText.print(report, out);
                return report.succeeded() ? DONE : FAILED;
            }
        } catch (InvalidInput wrong) {
            err.println("load: " + wrong.getMessage());
            return wrong.input().equals(USAGE) ? MISUSED : FAILED;
        } catch (DataAccessException | FlywayException refused) {
            err.println("load: the database " + environment.get("RISKMAP_DB_URL") + " refused: " + rootOf(refused));
            return FAILED;
        } catch (UncheckedIOException unreadable) {
            err.println("load: " + unreadable.getMessage());
            return FAILED;
        }
    }

    private static String rootOf(Throwable refused) {
        Throwable cause = refused;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static Path rasterFolder(Map<String, String> environment) {
        String folder = environment.getOrDefault("RISKMAP_RASTER_DIR", "");
        String var = environment.getOrDefault("RISKMAP_VAR", "");
        return folder.isEmpty() ? Path.of(var.isEmpty() ? "var" : var, "raster") : Path.of(folder);
    }

    private static LoadRequest parse(List<String> arguments) {
        String path = null;
        String profile = null;
        boolean replace = false;
        boolean dryRun = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--replace")) {
                replace = true;
            } else if (argument.equals("--dry-run")) {
                dryRun = true;
            } else if (argument.equals("--profile") && i + 1 < arguments.size()) {
                profile = arguments.get(++i);
            } else if (argument.startsWith("--") || path != null) {
                throw misused("'" + argument + "' was not expected");
            } else {
                path = argument;
            }
        }
        if (path == null) {
            throw misused("the path of a file or folder is missing");
        }
        return new LoadRequest(Path.of(path), profile, replace, dryRun);
    }

    private static InvalidInput misused(String problem) {
        return new InvalidInput(USAGE, problem, "see README.md");
    }
}
