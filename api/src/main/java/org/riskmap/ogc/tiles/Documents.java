package org.riskmap.ogc.tiles;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Envelope;
import org.riskmap.ogc.LayerBoxes;
import org.riskmap.ogc.wmts.Offer;
import org.riskmap.ogc.wmts.TileFailure;
import org.riskmap.ogc.wmts.TileFormat;
import org.riskmap.tile.GridSubset;
import org.riskmap.tile.TileLayer;
import org.riskmap.tile.TileMatrix;
import org.riskmap.tile.TileMatrixSet;
import org.riskmap.tile.TileMatrixSets;
import org.riskmap.tile.TileRange;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The documents of OGC API – Tiles about tiles, as JSON. */
final class Documents {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String APPLICATION_JSON = "application/json";
    private static final String REL = "http://www.opengis.net/def/rel/ogc/1.0/";
    private static final List<String> CONFORMANCE = List.of(
            "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/json",
            "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/geodata-tilesets",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/datetime",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/png",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/jpeg",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/tms/2.0/conf/tilematrixset",
            "http://www.opengis.net/spec/tms/2.0/conf/json-tilematrixset");

    private final Offer offer;
    private final LayerBoxes boxes;
    private final String base;

    /** @param base address of the landing page, without a slash at its end */
    Documents(Offer offer, LayerBoxes boxes, String base) {
        this.offer = offer;
        this.boxes = boxes;
        this.base = base;
    }

    ObjectNode landing() {
        ObjectNode document = JSON.createObjectNode();
        String title = offer.service().wms().title();
        document.put("title", title.isEmpty() ? "Tiles" : title);
        document.put("description", offer.service().wms().abstractText());
        ArrayNode links = document.putArray("links");
        link(links, base, "self", APPLICATION_JSON, "This document");
        link(links, base + "/openapi", "service-desc", OpenApi.MEDIA_TYPE, "The OpenAPI definition");
        link(links, base + "/conformance", "conformance", APPLICATION_JSON, "What this service conforms to");
        link(links, base + "/collections", "data", APPLICATION_JSON, "What there are tiles of");
        link(links, base + "/tileMatrixSets", REL + "tiling-schemes", APPLICATION_JSON, "The tile matrix sets");
        return document;
    }

    ObjectNode conformance() {
        ObjectNode document = JSON.createObjectNode();
        ArrayNode classes = document.putArray("conformsTo");
        CONFORMANCE.forEach(classes::add);
        return document;
    }

    ObjectNode openApi() {
        return OpenApi.document(base, offer);
    }

    ObjectNode matrixSets() {
        ObjectNode document = JSON.createObjectNode();
        ArrayNode sets = document.putArray("tileMatrixSets");
        for (TileMatrixSet set : TileMatrixSets.all()) {
            ObjectNode one = sets.addObject().put("id", set.id()).put("title", set.title());
            one.put("uri", uri(set)).put("crs", set.crsUri());
            link(one.putArray("links"), address(set), "self", APPLICATION_JSON, set.title());
        }
        return document;
    }

    private String address(TileMatrixSet set) {
        return base + "/tileMatrixSets/" + encoded(set.id());
    }

    /** The registered name, else the address of the definition here. */
    private String uri(TileMatrixSet set) {
        return set.wellKnown() == null ? address(set) : set.wellKnown();
    }

    ObjectNode matrixSet(String id) {
        TileMatrixSet set =
                TileMatrixSets.named(id).orElseThrow(() -> TileFailure.notFound("There is no tile matrix set " + id));
        ObjectNode document = JSON.createObjectNode();
        document.put("id", set.id())
                .put("title", set.title())
                .put("uri", uri(set))
                .put("crs", set.crsUri());
        ArrayNode axes = document.putArray("orderedAxes");
        List<String> names = !set.crs().geographic()
                ? List.of("E", "N")
                : set.topLeftNorthFirst() ? List.of("Lat", "Lon") : List.of("Lon", "Lat");
        names.forEach(axes::add);
        ArrayNode matrices = document.putArray("tileMatrices");
        for (TileMatrix matrix : set.matrices()) {
            ObjectNode one = matrices.addObject().put("id", set.localId(matrix));
            one.put("scaleDenominator", set.scaleDenominator(matrix)).put("cellSize", matrix.pixelSize());
            one.put("cornerOfOrigin", "topLeft");
            ArrayNode origin = one.putArray("pointOfOrigin");
            origin.add(set.topLeftNorthFirst() ? matrix.top() : matrix.left());
            origin.add(set.topLeftNorthFirst() ? matrix.left() : matrix.top());
            one.put("tileWidth", TileMatrix.TILE_PX).put("tileHeight", TileMatrix.TILE_PX);
            one.put("matrixWidth", matrix.columns()).put("matrixHeight", matrix.rows());
        }
        return document;
    }

    ObjectNode collections() {
        ObjectNode document = JSON.createObjectNode();
        link(document.putArray("links"), base + "/collections", "self", APPLICATION_JSON, "This document");
        ArrayNode all = document.putArray("collections");
        offer.advertised().forEach(layer -> all.add(collection(layer)));
        return document;
    }

    ObjectNode collection(String id) {
        return collection(new Addressed(offer, id, null, null).layer());
    }

    private ObjectNode collection(TileLayer layer) {
        ObjectNode document = JSON.createObjectNode();
        document.put("id", layer.name()).put("title", layer.layer().title());
        if (layer.layer().abstractText() != null) {
            document.put("description", layer.layer().abstractText());
        }
        Envelope box = boxes.of(layer.layer());
        ArrayNode corners = document.putObject("extent")
                .putObject("spatial")
                .putArray("bbox")
                .addArray();
        corners.add(box.minX()).add(box.minY()).add(box.maxX()).add(box.maxY());
        ArrayNode links = document.putArray("links");
        String address = base + "/collections/" + encoded(layer.name());
        link(links, address, "self", APPLICATION_JSON, layer.layer().title());
        if (Offer.offered(layer).contains(TileFormat.VECTOR)) {
            link(links, address + "/tiles", REL + "tilesets-vector", APPLICATION_JSON, "Vector tiles");
        }
        link(links, address + "/map/tiles", REL + "tilesets-map", APPLICATION_JSON, "Map tiles");
        return document;
    }

    private String tilesets(TileLayer layer, Kind kind, @Nullable String style) {
        String styled = style == null ? "" : "/styles/" + encoded(style);
        return base + "/collections/" + encoded(layer.name()) + styled + "/" + kind.path();
    }

    ObjectNode tilesets(String collection, Kind kind, @Nullable String style) {
        Addressed addressed = new Addressed(offer, collection, style, null);
        TileLayer layer = addressed.layer();
        addressed.checkedStyle();
        ObjectNode document = JSON.createObjectNode();
        String address = tilesets(layer, kind, style);
        link(document.putArray("links"), address, "self", APPLICATION_JSON, "This document");
        ArrayNode all = document.putArray("tilesets");
        for (GridSubset grid : layer.grids()) {
            ObjectNode one = all.addObject();
            describe(one, layer, kind, grid);
            ArrayNode links = one.putArray("links");
            link(
                    links,
                    address + "/" + encoded(grid.set().id()),
                    "self",
                    APPLICATION_JSON,
                    grid.set().title());
            link(
                    links,
                    address(grid.set()),
                    REL + "tiling-scheme",
                    APPLICATION_JSON,
                    grid.set().title());
        }
        return document;
    }

    private void describe(ObjectNode one, TileLayer layer, Kind kind, GridSubset grid) {
        one.put("title", layer.layer().title()).put("dataType", kind.dataType());
        one.put("crs", grid.set().crsUri()).put("tileMatrixSetId", grid.set().id());
        one.put("tileMatrixSetURI", uri(grid.set()));
    }

    ObjectNode tileset(String collection, Kind kind, @Nullable String style, String set) {
        Addressed addressed = new Addressed(offer, collection, style, set);
        TileLayer layer = addressed.layer();
        GridSubset grid = addressed.grid();
        addressed.checkedStyle();
        ObjectNode document = JSON.createObjectNode();
        describe(document, layer, kind, grid);
        Envelope box = boxes.of(layer.layer());
        ObjectNode bounds = document.putObject("boundingBox");
        bounds.putArray("lowerLeft").add(box.minX()).add(box.minY());
        bounds.putArray("upperRight").add(box.maxX()).add(box.maxY());
        bounds.put("crs", "http://www.opengis.net/def/crs/OGC/1.3/CRS84");
        if (grid.limited()) {
            limits(document.putArray("tileMatrixSetLimits"), grid);
        }
        String address = tilesets(layer, kind, style) + "/" + encoded(set);
        ArrayNode links = document.putArray("links");
        link(links, address, "self", APPLICATION_JSON, "This document");
        link(
                links,
                address(grid.set()),
                REL + "tiling-scheme",
                APPLICATION_JSON,
                grid.set().title());
        kind.formats().stream().filter(Offer.offered(layer)::contains).forEach(format -> links.addObject()
                .put("href", address + "/{tileMatrix}/{tileRow}/{tileCol}?f=" + encoded(format.mediaType()))
                .put("rel", "item")
                .put("type", format.mediaType())
                .put("title", "A tile")
                .put("templated", true));
        if (kind == Kind.VECTOR) {
            layers(document.putArray("layers"), layer);
        }
        return document;
    }

    /** A layer of the tile for each member that has features. */
    private static void layers(ArrayNode layers, TileLayer layer) {
        var members = layer.layer() instanceof org.riskmap.catalog.LayerGroup group
                ? group.flat().map(org.riskmap.catalog.LayerGroup.Member::layer).toList()
                : List.of(layer.layer());
        for (var member : members) {
            if (member instanceof org.riskmap.catalog.FeatureLayer features) {
                layers.addObject()
                        .put("id", features.name())
                        .put("title", features.title())
                        .put("dataType", "vector");
            }
        }
    }

    private static void limits(ArrayNode limits, GridSubset grid) {
        for (TileMatrix matrix : grid.set().matrices()) {
            Optional<TileRange> tiles = grid.limits(matrix);
            tiles.ifPresent(range -> limits.addObject()
                    .put("tileMatrix", grid.set().localId(matrix))
                    .put("minTileRow", range.minRow())
                    .put("maxTileRow", range.maxRow())
                    .put("minTileCol", range.minColumn())
                    .put("maxTileCol", range.maxColumn()));
        }
    }

    private static void link(ArrayNode links, String href, String rel, String type, String title) {
        links.addObject().put("href", href).put("rel", rel).put("type", type).put("title", title);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":")
                .replace("%2F", "/");
    }
}
