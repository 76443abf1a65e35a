package org.riskmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.riskmap.ingest.LoadCommand;

/** The real data beside the project, loaded as a user loads it. */
public final class RealData {

    private RealData() {}

    /**
     * Loads one of its folders.
     *
     * @param var takes the rasters, in {@code raster}
     */
    public static void load(TestDatabase test, String folder, Path var) {
        String shared = System.getenv().getOrDefault("RISKMAP_SHARED_DATA", "../../shared/data");
        Map<String, String> environment = Map.of(
                "RISKMAP_DB_URL", test.database().settings().jdbcUrl(),
                "RISKMAP_DB_USER", test.database().settings().user(),
                "RISKMAP_DB_PASSWORD", test.database().settings().password(),
                "RISKMAP_VAR", var.toString(),
                "RISKMAP_RASTER_DIR", var.resolve("raster").toString());
        PrintStream silent = new PrintStream(PrintStream.nullOutputStream());
        assertThat(LoadCommand.run(
                        List.of(Path.of(shared).resolve(folder).toString()), environment, silent, System.err))
                .isZero();
    }
}
