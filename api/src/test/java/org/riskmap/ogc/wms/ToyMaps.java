package org.riskmap.ogc.wms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskmap.TestDatabase;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.CatalogOf;
import org.riskmap.layer.FeatureReader;
import org.riskmap.memory.LayerMemory;
import org.riskmap.memory.Memories;
import org.riskmap.ogc.LayerBoxes;
import org.riskmap.ogc.OgcRequest;
import org.riskmap.ogc.RasterFiles;
import org.riskmap.postgis.Database;
import org.springframework.mock.web.MockHttpServletResponse;

/** The map service over the hand-written directory {@code wms/datadir}, the tables of {@code wms/toy.sql} and a small relief. */
final class ToyMaps implements AutoCloseable {

    static final WmsLimits LIMITS = new WmsLimits(2000, 3, Duration.ofSeconds(30), 2, Duration.ofSeconds(10));

    private static final Path RESOURCES = Path.of("src/test/resources/wms");

    private final TestDatabase test = TestDatabase.create();
    private final WmsService service;
    private final Catalog catalog;

    /** @param folder takes the relief: 8 × 8 cells of 0.05°, 0 m in the south-west to 2940 m in the north-east */
    ToyMaps(Path folder) {
        try {
            test.database()
                    .client()
                    .sql(Files.readString(RESOURCES.resolve("toy.sql")))
                    .update();
            writeRelief(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        catalog = CatalogOf.directory(RESOURCES.resolve("datadir"), test.database(), folder);
        if (!catalog.defects().isEmpty()) {
            throw new IllegalStateException(catalog.defects().toString());
        }
        service = service(catalog, test.database());
    }

    /** The map service over a catalog whose layers are read from the database each time. */
    static WmsService service(Catalog catalog, Database database) {
        FeatureReader features = new FeatureReader();
        return service(catalog, features, Memories.none(database, features));
    }

    static WmsService service(Catalog catalog, FeatureReader features, LayerMemory memory) {
        RasterFiles rasters = new RasterFiles();
        return new WmsService(() -> catalog, features, memory, rasters, new LayerBoxes(features, rasters), LIMITS);
    }

    private static void writeRelief(Path folder) throws IOException {
        StringBuilder grid = new StringBuilder("ncols 8\nnrows 8\nxllcorner 119\nyllcorner 27\ncellsize 0.05\n");
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 8; column++) {
                grid.append(210 * (7 - row + column)).append(' ');
            }
            grid.append('\n');
        }
        Path text = Files.writeString(folder.resolve("relief.asc"), grid);
        Process process = new ProcessBuilder(List.of(
                        "gdal_translate",
                        "-q",
                        "-a_srs",
                        "EPSG:4490",
                        text.toString(),
                        folder.resolve("relief.tif").toString()))
                .inheritIO()
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("gdal_translate failed; install gdal-bin");
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    Catalog catalog() {
        return catalog;
    }

    /** The answer to a path with a query, as {@code /geoserver/toy/wms?REQUEST=…}. */
    MockHttpServletResponse get(String url) {
        return get(service, url);
    }

    /** The answer to XML that is posted to a path, with or without a query. */
    MockHttpServletResponse post(String url, String body) {
        return ask(service, url.contains("?") ? url : url + "?", body.getBytes(StandardCharsets.UTF_8));
    }

    static MockHttpServletResponse get(WmsService service, String url) {
        return ask(service, url, null);
    }

    private static MockHttpServletResponse ask(WmsService service, String url, byte @Nullable [] body) {
        String path = url.substring(0, url.indexOf('?'));
        Map<String, String> parameters = new HashMap<>();
        for (String pair : url.substring(url.indexOf('?') + 1).split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(
                    parts[0].toUpperCase(Locale.ROOT),
                    parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
        }
        String[] folders = path.split("/");
        String workspace = folders.length >= 4 ? folders[2] : null;
        String layer = folders.length == 5 ? folders[3] : null;
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            service.handle(new OgcRequest(parameters, workspace, layer, body, "http://localhost/geoserver/"), response);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return response;
    }

    @Override
    public void close() {
        test.close();
    }
}
