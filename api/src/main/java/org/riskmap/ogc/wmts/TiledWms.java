package org.riskmap.ogc.wmts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.riskmap.catalog.CatalogSource;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.ogc.Kvp;
import org.riskmap.ogc.OgcRequest;
import org.riskmap.ogc.TiledMaps;
import org.riskmap.tile.GridSubset;
import org.riskmap.tile.TileCache;
import org.riskmap.tile.TileLayer;
import org.riskmap.tile.TileLayers;
import org.riskmap.tile.TileMatrix;

/**
 * Tiles by WMS: a GetMap request whose rectangle is a tile of one of the layer's matrix sets. Whatever is not exactly that,
 * or asks for more than tiles are drawn with, is left to the map service.
 */
final class TiledWms implements TiledMaps {

    private static final double PART_OF_PIXEL = 0.05;
    private static final Set<String> KNOWN = Set.of(
            "SERVICE",
            "VERSION",
            "REQUEST",
            "LAYERS",
            "STYLES",
            "SRS",
            "CRS",
            "BBOX",
            "WIDTH",
            "HEIGHT",
            "FORMAT",
            "TRANSPARENT",
            "BGCOLOR",
            "TIME",
            "CQL_FILTER",
            "TILED",
            "TILESORIGIN",
            "EXCEPTIONS");

    private final CatalogSource catalogs;
    private final TileLayers layers;
    private final Tiles tiles;

    TiledWms(CatalogSource catalogs, TileLayers layers, Tiles tiles) {
        this.catalogs = catalogs;
        this.layers = layers;
        this.tiles = tiles;
    }

    @Override
    public boolean answer(OgcRequest request, HttpServletRequest http, HttpServletResponse response)
            throws IOException {
        if (!http.getMethod().equals("GET")
                || !KNOWN.containsAll(request.parameters().keySet())) {
            return false;
        }
        Offer offer = new Offer(catalogs.current(), layers, request.workspace());
        String line = "wms?" + http.getRequestURI() + "?" + http.getQueryString();
        Optional<TileCache.Found> known = tiles.recall(line, offer.catalog());
        if (known.isPresent()) {
            TileAnswer.send(known.get(), http, response);
            return true;
        }
        try {
            Optional<TileQuery> query = query(new Kvp(request), offer);
            if (query.isEmpty()) {
                return false;
            }
            TileAnswer.send(tiles.tile(line, offer.catalog(), query.get()), http, response);
            return true;
        } catch (TileFailure | InvalidInput wrong) {
            return false; // the map service says what is wrong, in its own form
        }
    }

    private static Optional<TileQuery> query(Kvp kvp, Offer offer) {
        List<String> names = kvp.list("LAYERS");
        String side = Integer.toString(TileMatrix.TILE_PX);
        if (names.size() != 1
                || !kvp.text("WIDTH").orElse("").equals(side)
                || !kvp.text("HEIGHT").orElse("").equals(side)) {
            return Optional.empty();
        }
        String only = kvp.request().layer();
        Optional<TileLayer> layer = offer.find(names.get(0))
                .filter(found -> only == null || only.equals(found.layer().name()));
        Optional<TileFormat> format = kvp.text("FORMAT").flatMap(TileFormat::named);
        if (layer.isEmpty() || format.isEmpty() || !Offer.offered(layer.get()).contains(format.get())) {
            return Optional.empty();
        }
        boolean newest = kvp.text("VERSION").orElse("").startsWith("1.3");
        String name = kvp.text("CRS").or(() -> kvp.text("SRS")).orElse("");
        Crs crs = Crs.parse("CRS", name);
        Crs asked = newest ? crs : crs.eastFirst();
        TileQuery.LookRequest look = new TileQuery.LookRequest(
                Offer.style(layer.get(), kvp.text("STYLES").orElse("")),
                kvp.text("TIME"),
                kvp.text("CQL_FILTER"),
                format.get(),
                kvp.flag("TRANSPARENT") && format.get().transparent(),
                kvp.text("BGCOLOR"));
        return envelope(kvp, asked).flatMap(box -> place(layer.get(), asked, box, look));
    }

    private static Optional<Envelope> envelope(Kvp kvp, Crs crs) {
        List<String> parts = kvp.list("BBOX");
        if (parts.size() != 4) {
            return Optional.empty();
        }
        try {
            double[] n = parts.stream().mapToDouble(Double::parseDouble).toArray();
            return Optional.of(
                    crs.northFirst() ? new Envelope(n[1], n[0], n[3], n[2]) : new Envelope(n[0], n[1], n[2], n[3]));
        } catch (IllegalArgumentException notARectangle) {
            return Optional.empty(); // the map service says what is wrong with it
        }
    }

    private static Optional<TileQuery> place(TileLayer layer, Crs crs, Envelope box, TileQuery.LookRequest look) {
        for (GridSubset grid : layer.grids()) {
            if (!sameSystem(grid.set().crs(), crs)) {
                continue;
            }
            for (TileMatrix matrix : grid.set().matrices()) {
                double near = PART_OF_PIXEL * matrix.pixelSize();
                if (Math.abs(box.width() - matrix.span()) > near || Math.abs(box.height() - matrix.span()) > near) {
                    continue;
                }
                long column = Math.round((box.minX() - matrix.left()) / matrix.span());
                long row = Math.round((matrix.top() - box.maxY()) / matrix.span());
                boolean there = column >= 0
                        && row >= 0
                        && column < matrix.columns()
                        && row < matrix.rows()
                        && Math.abs(matrix.left() + column * matrix.span() - box.minX()) <= near
                        && Math.abs(matrix.top() - row * matrix.span() - box.maxY()) <= near
                        && grid.limits(matrix)
                                .filter(limits -> limits.contains((int) column, (int) row))
                                .isPresent();
                if (there) {
                    return Optional.of(new TileQuery(layer, grid, matrix, (int) column, (int) row, look));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean sameSystem(Crs set, Crs asked) {
        boolean mercator = set.code() == 3857;
        return mercator ? asked.code() == 3857 || asked.code() == 900913 : set.sameSystem(asked);
    }
}
