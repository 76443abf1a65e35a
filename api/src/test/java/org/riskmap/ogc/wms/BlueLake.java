package org.riskmap.ogc.wms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.riskmap.TestDatabase;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.CatalogOf;
import org.riskmap.postgis.DatabaseSettings;
import org.springframework.mock.web.MockHttpServletResponse;

/** The map service over the directory and the loader of {@code blue-lake}. */
final class BlueLake implements AutoCloseable {

    private static final Path RESOURCES = Path.of("src/test/resources/blue-lake");

    private final TestDatabase test = TestDatabase.create();
    private final WmsService service;

    BlueLake(Path folder) {
        load(test.database().settings());
        Catalog catalog = CatalogOf.directory(RESOURCES.resolve("datadir"), test.database(), folder);
        if (!catalog.defects().isEmpty()) {
            throw new IllegalStateException(catalog.defects().toString());
        }
        service = ToyMaps.service(catalog, test.database());
    }

    private static void load(DatabaseSettings settings) {
        String shared = System.getenv().getOrDefault("RISKMAP_SHARED_DATA", "../../shared/data");
        ProcessBuilder loader = new ProcessBuilder(List.of(
                RESOURCES.resolve("load.sh").toString(),
                settings.host(),
                Integer.toString(settings.port()),
                settings.name(),
                settings.user(),
                Path.of(shared, "cite-wms13").toAbsolutePath().toString()));
        loader.environment().put("PGPASSWORD", settings.password());
        loader.environment().put("PGOPTIONS", "-c client_min_messages=warning");
        try {
            if (loader.inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException("load.sh failed; it needs gdal-bin and RISKMAP_SHARED_DATA");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** The answer to a path with a query. */
    MockHttpServletResponse get(String url) {
        return ToyMaps.get(service, url);
    }

    @Override
    public void close() {
        test.close();
    }
}
