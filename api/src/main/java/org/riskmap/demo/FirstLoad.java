package org.riskmap.demo;

import java.nio.file.Path;
import java.util.Map;
import org.riskmap.postgis.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The demo county for a database in which nothing was ever loaded. */
final class FirstLoad {

    private static final Logger LOG = LoggerFactory.getLogger(FirstLoad.class);

    private final Database database;
    private final Path rasterFolder;

    FirstLoad(Database database, Path rasterFolder) {
        this.database = database;
        this.rasterFolder = rasterFolder;
    }

    void load() {
        if (!DemoCounty.isUntouched(database)) {
            return;
        }
        LOG.info("the database is empty: making the demo county (fictional)");
        long start = System.nanoTime();
        Map<String, Long> rows = DemoCounty.load(database, DemoSettings.STANDARD, rasterFolder);
        LOG.info("demo county loaded in {} s: {}", (System.nanoTime() - start) / 1_000_000_000, rows);
    }
}
