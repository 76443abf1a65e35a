package org.riskmap.demo;

import java.nio.file.Path;
import java.util.Map;
import org.riskmap.postgis.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * The demo county for a database in which nothing was ever loaded: there before anybody else is handed the database, so
 * that the catalog finds its rasters and no cache has seen empty tables.
 */
final class FirstLoad implements BeanPostProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(FirstLoad.class);

    private final boolean wanted;
    private final Path rasterFolder;

    FirstLoad(boolean wanted, Path rasterFolder) {
        this.wanted = wanted;
        this.rasterFolder = rasterFolder;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (wanted && bean instanceof Database database && DemoCounty.isUntouched(database)) {
            load(database);
        }
        return bean;
    }

    private void load(Database database) {
        LOG.info("the database is empty: making the demo county (fictional)");
        long start = System.nanoTime();
        Map<String, Long> rows = DemoCounty.load(database, DemoSettings.STANDARD, rasterFolder);
        LOG.info("demo county loaded in {} s: {}", (System.nanoTime() - start) / 1_000_000_000, rows);
    }
}
