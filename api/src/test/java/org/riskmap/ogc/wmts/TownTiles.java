package org.riskmap.ogc.wmts;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.riskmap.TestDatabase;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.CatalogOf;
import org.riskmap.catalog.CatalogSource;
import org.riskmap.layer.FeatureReader;
import org.riskmap.ogc.LayerBoxes;
import org.riskmap.ogc.OgcRequest;
import org.riskmap.ogc.wms.PaintedToys;
import org.riskmap.operation.PublicUrl;
import org.riskmap.postgis.ChangeFeed;
import org.riskmap.tile.Looks;
import org.riskmap.tile.TileCache;
import org.riskmap.tile.TileFixture;
import org.riskmap.tile.TileLayers;
import org.riskmap.tile.TileSettings;
import org.riskmap.tile.TrackedTables;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The tile services over the project's own data directory and an empty database that tests fill. */
public final class TownTiles implements AutoCloseable {

    private final TestDatabase test = TestDatabase.create();
    private final ChangeFeed feed = new ChangeFeed(test.database());
    private final GwcServlet servlet;
    private final TiledWms tiledWms;
    private final TileCache cache;
    private final Catalog catalog;
    private final TileLayers layers;
    private final Tiles tiles;
    final PaintedToys maps;

    public TownTiles(Path folder) {
        feed.start();
        catalog = CatalogOf.directory(PaintedToys.directory(), test.database(), folder);
        maps = new PaintedToys(test.database(), () -> catalog);
        TileSettings settings = new TileSettings(100, 10, 4, 64);
        Looks looks = TileFixture.looks(PaintedToys.directory());
        cache = new TileCache(folder.resolve("tiles"), settings, test.database(), feed, looks, "test");
        cache.load();
        layers = new TileLayers(PaintedToys.directory(), settings);
        tiles = new Tiles(
                cache,
                looks,
                new TrackedTables(test.database()),
                maps.painter(),
                new MetatileDrawing(maps.painter(), new FeatureReader()));
        tiledWms = new TiledWms(() -> catalog, layers, tiles);
        servlet = new GwcServlet(
                () -> catalog,
                layers,
                tiles,
                tiledWms,
                maps.service(),
                maps.boxes(),
                new PublicUrl(Optional.of("http://localhost")));
        awaitFeed();
    }

    private void awaitFeed() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!feed.listening()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the change feed does not listen");
            }
            Thread.onSpinWait();
        }
    }

    public void sql(String statement) {
        test.database().client().sql(statement).update();
        feed.catchUp();
    }

    public CatalogSource catalogs() {
        return () -> catalog;
    }

    public TileLayers layers() {
        return layers;
    }

    public Tiles tiles() {
        return tiles;
    }

    public LayerBoxes boxes() {
        return maps.boxes();
    }

    int kept() {
        return cache.size();
    }

    /** @param url below {@code /geoserver/}, with its query */
    MockHttpServletResponse get(String url, String... headers) {
        MockHttpServletRequest request = request(url);
        for (int i = 0; i < headers.length; i += 2) {
            request.addHeader(headers[i], headers[i + 1]);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            servlet.doGet(request, response);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return response;
    }

    /** A square map of Web Mercator by the map service. */
    MockHttpServletResponse map(String layer, double west, double south, double sideM, int sidePx) throws IOException {
        Map<String, String> parameters = new HashMap<>();
        for (String pair :
                ("SERVICE=WMS VERSION=1.1.1 REQUEST=GetMap STYLES= SRS=EPSG:3857 FORMAT=image/png TRANSPARENT=true"
                                + " LAYERS=" + layer + " WIDTH=" + sidePx + " HEIGHT=" + sidePx
                                + " BBOX=" + west + "," + south + "," + (west + sideM) + "," + (south + sideM))
                        .split(" ")) {
            String[] both = pair.split("=", 2);
            parameters.put(both[0], both[1]);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        maps.service().handle(new OgcRequest(parameters, null, null, null, "http://localhost/geoserver/"), response);
        return response;
    }

    private static MockHttpServletRequest request(String url) {
        String[] parts = url.split("\\?", 2);
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/geoserver/" + parts[0]);
        if (parts.length == 2) {
            request.setQueryString(parts[1]);
            for (String pair : parts[1].split("&")) {
                String[] both = pair.split("=", 2);
                request.addParameter(
                        both[0], both.length == 2 ? URLDecoder.decode(both[1], StandardCharsets.UTF_8) : "");
            }
        }
        return request;
    }

    @Override
    public void close() {
        feed.close();
        test.close();
    }
}
