package org.riskmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.riskmap.postgis.DatabaseSettings;

/** The correctness half of the benchmarks, in small and without a clock: what they time answers the same. */
class BenchIT {

    private static final Path BENCH = Path.of("../bench").toAbsolutePath().normalize();

    @Test
    void whatTheBenchmarksTimeIsThatOfMapServerAndPostgis() throws InterruptedException {
        Map<String, String> directory = Map.of(
                "RISKMAP_GEOSERVER_DATA_DIR",
                BENCH.resolve("maps/geoserver-data").toString(),
                "RISKMAP_DEMO",
                "true");
        try (RunningService service = RunningService.start(directory)) {
            Map<String, String> database = variables(service.database().settings());
            ForeignProgram.output(
                    3,
                    database,
                    "psql",
                    "-X",
                    "-q",
                    "-v",
                    "ON_ERROR_STOP=1",
                    "-f",
                    BENCH.resolve("maps/tables.sql").toString());
            service.database().client().sql("""
                    delete from risk.bench_hazard where id > 9000;
                    delete from risk.bench_point where id > 30000
                    """).update();
            awaitLayers(service);
            String printed = ForeignProgram.output(
                    5,
                    database,
                    "/usr/bin/python3",
                    BENCH.resolve("check.py").toString(),
                    service.base() + "/geoserver");
            assertThat(printed.lines()).hasSize(16).noneMatch(line -> line.endsWith("DIFFERENT"));
        }
    }

    private static Map<String, String> variables(DatabaseSettings database) {
        return Map.of(
                "PGHOST", database.host(),
                "PGPORT", Integer.toString(database.port()),
                "PGDATABASE", database.name(),
                "PGUSER", database.user(),
                "PGPASSWORD", database.password());
    }

    /** The service looks at its tables every few seconds. */
    private static void awaitLayers(RunningService service) throws InterruptedException {
        for (int i = 0; i < 60; i++) {
            if (service.get("/geoserver/wfs?service=WFS&version=2.0.0&request=GetCapabilities")
                    .body()
                    .contains("bench:point")) {
                return;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        throw new AssertionError("the benchmark's layers did not come");
    }
}
