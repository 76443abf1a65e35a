package org.riskmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskmap.TestDatabase;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.CatalogOf;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.kernel.Envelope;
import org.riskmap.layer.FeatureReader;
import org.riskmap.memory.LayerMemory;
import org.riskmap.memory.Memories;
import org.riskmap.postgis.ChangeFeed;
import org.springframework.mock.web.MockHttpServletResponse;

/** Vector tiles of the own data directory, from memory and from the database. */
class VectorTilesFromMemoryTest {

    private static final Envelope COUNTY = new Envelope(119, 27, 120, 28);
    private static final String TILE =
            "/geoserver/risk/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetMap&STYLES=&SRS=EPSG:4326"
                    + "&BBOX=119.42,27.42,119.46,27.46&WIDTH=256&HEIGHT=256&FORMAT=application/vnd.mapbox-vector-tile&LAYERS=";

    @TempDir
    static Path rasters;

    private final TestDatabase test = TestDatabase.create();
    private final FeatureReader reader = new FeatureReader();
    private final ChangeFeed feed = new ChangeFeed(test.database());
    private final LayerMemory memory = Memories.some(test.database(), reader, feed);
    private final Catalog catalog = CatalogOf.directory(Path.of("../geoserver-data"), test.database(), rasters);
    private final WmsService remembering = ToyMaps.service(catalog, reader, memory);
    private final WmsService reading = ToyMaps.service(catalog, test.database());

    @BeforeEach
    void fill() {
        feed.start();
        run(
                "insert into risk.settlement (id, name, population, geom, source) select 's' || i, '村' || i, i, "
                        + "st_setsrid(st_makepoint(119.42 + i * 0.00013, 27.42 + i % 17 * 0.002), 4490), 'test' from generate_series(1, 300) i");
    }

    @AfterEach
    void close() {
        memory.close();
        feed.close();
        test.close();
    }

    @Test
    void aTileFromMemoryIsTheTileFromTheDatabase() throws InterruptedException {
        keep("settlement");
        assertThat(tile(remembering, "settlement"))
                .isEqualTo(tile(reading, "settlement"))
                .hasSizeGreaterThan(1000);
    }

    @Test
    void aTileShowsWhatWasCommittedBeforeItWasAskedFor() throws InterruptedException {
        keep("settlement");
        byte[] before = tile(remembering, "settlement");
        run("update risk.settlement set name = '改名' where id = 's7'");
        assertThat(text(before)).doesNotContain("改名");
        assertThat(text(tile(remembering, "settlement"))).contains("改名");
    }

    private byte[] tile(WmsService service, String layer) {
        MockHttpServletResponse answer = ToyMaps.get(service, TILE + layer);
        assertThat(answer.getContentType()).isEqualTo("application/vnd.mapbox-vector-tile");
        return answer.getContentAsByteArray();
    }

    private static String text(byte[] tile) {
        return new String(tile, StandardCharsets.UTF_8);
    }

    /** Asks until memory has it. */
    private void keep(String name) throws InterruptedException {
        FeatureLayer layer = (FeatureLayer) catalog.find(name, "risk").orElseThrow();
        Optional<?> kept = Optional.empty();
        for (int i = 0; i < 200 && kept.isEmpty(); i++) {
            kept = memory.moment().features(layer, COUNTY, null);
            Thread.sleep(25);
        }
        assertThat(kept).isPresent();
    }

    private void run(String sql) {
        test.database().client().sql(sql).update();
    }
}
