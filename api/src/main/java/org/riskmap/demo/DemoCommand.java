package org.riskmap.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.DatabaseSettings;

/** {@code riskmap.jar demo [--scale N] [--seed N]}: fills an empty database with a demo land of that size. */
public final class DemoCommand {

    private static final int CONNECTIONS = 2;

    private DemoCommand() {}

    /**
     * @param arguments after the word {@code demo}
     * @param environment names the database and the folder for rasters
     * @return exit status: 0 loaded, 1 the database holds data already, 2 wrong arguments or settings
     */
    public static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            DemoSettings settings = parse(arguments);
            Path rasters = RasterFolder.from(environment);
            try (Database database = Database.open(DatabaseSettings.fromEnvironment(environment), CONNECTIONS)) {
                database.migrate();
                return load(database, settings, rasters, out, err);
            }
        } catch (InvalidInput wrong) {
            err.println(wrong.getMessage());
            return 2;
        }
    }

    private static int load(Database database, DemoSettings settings, Path rasters, PrintStream out, PrintStream err) {
        if (!DemoCounty.isUntouched(database)) {
            err.println("the database holds data already: give an empty one in RISKMAP_DB_URL");
            return 1;
        }
        DemoCounty.load(database, settings, rasters).forEach((table, rows) -> out.println(table + ": " + rows));
        out.println("DEM and hillshade: " + rasters);
        return 0;
    }

    static DemoSettings parse(List<String> arguments) {
        long seed = DemoSettings.STANDARD.seed();
        int scale = DemoSettings.STANDARD.scale();
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            switch (option) {
                case "--seed" -> seed = number(option, value);
                case "--scale" -> scale = (int) number(option, value);
                default -> throw new InvalidInput(option, "it is not an option of demo", "give --scale N or --seed N");
            }
        }
        return new DemoSettings(seed, scale);
    }

    private static long number(String option, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException notANumber) {
            throw new InvalidInput(
                    option, "'" + value + "' is not a whole number", "give one, such as " + option + " 1");
        }
    }
}
