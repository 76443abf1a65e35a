package org.riskmap.ogc.wmts;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.CatalogSource;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.ogc.BadParameter;
import org.riskmap.ogc.Kvp;
import org.riskmap.ogc.LayerBoxes;
import org.riskmap.ogc.OgcRequest;
import org.riskmap.ogc.OgcService;
import org.riskmap.operation.PublicUrl;
import org.riskmap.tile.TileCache;
import org.riskmap.tile.TileLayers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.QueryTimeoutException;

/**
 * {@code [/workspace]/gwc/service/}: {@code wmts}, {@code wmts/rest}, {@code tms/1.0.0}, {@code wms}. A servlet of its own, so
 * that a tile that is kept costs no more than finding and sending it.
 */
final class GwcServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(GwcServlet.class);
    private static final String SERVICE = "/gwc/service/";

    private final transient CatalogSource catalogs;
    private final transient TileLayers layers;
    private final transient Tiles tiles;
    private final transient TiledWms tiledWms;
    private final transient OgcService wms;
    private final transient LayerBoxes boxes;
    private final transient PublicUrl publicUrl;

    GwcServlet(
            CatalogSource catalogs,
            TileLayers layers,
            Tiles tiles,
            TiledWms tiledWms,
            OgcService wms,
            LayerBoxes boxes,
            PublicUrl publicUrl) {
        this.catalogs = catalogs;
        this.layers = layers;
        this.tiles = tiles;
        this.tiledWms = tiledWms;
        this.wms = wms;
        this.boxes = boxes;
        this.publicUrl = publicUrl;
    }

    @Override
    protected void doGet(HttpServletRequest http, HttpServletResponse response) throws IOException {
        String query = http.getQueryString();
        String line = query == null ? http.getRequestURI() : http.getRequestURI() + "?" + query;
        Catalog catalog = catalogs.current();
        Optional<TileCache.Found> known = tiles.recall(line, catalog);
        if (known.isPresent()) {
            TileAnswer.send(known.get(), http, response);
            return;
        }
        try {
            answer(line, catalog, http, response);
        } catch (TileFailure failure) {
            OwsReport.send(failure, response);
        } catch (InvalidInput wrong) {
            OwsReport.send(TileFailure.of(wrong), response);
        } catch (BadParameter bad) {
            OwsReport.send(TileFailure.of(bad), response);
        } catch (QueryTimeoutException slow) {
            String message = "This tile took longer than is allowed; ask for a larger scale";
            OwsReport.send(new TileFailure(TileFailure.Code.BUSY, null, message), response);
        } catch (RuntimeException defect) {
            UUID number = UUID.randomUUID();
            LOG.error("defect {} in {}", number, line, defect);
            String message = "A defect of the service; its log has the reason under the number " + number;
            OwsReport.send(new TileFailure(TileFailure.Code.DEFECT, null, message), response);
        }
    }

    private void answer(String line, Catalog catalog, HttpServletRequest http, HttpServletResponse response)
            throws IOException {
        List<String> path = path(http.getRequestURI());
        int gwc = path.indexOf("gwc");
        if (gwc < 0 || gwc + 2 >= path.size()) {
            throw new TileFailure(TileFailure.Code.NOT_FOUND, null, "There is nothing at this address");
        }
        String workspace = gwc == 2 ? path.get(1) : null;
        if (workspace != null && catalog.workspace(workspace).isEmpty()) {
            throw new TileFailure(TileFailure.Code.NOT_FOUND, null, "There is no workspace '" + workspace + "'");
        }
        Offer offer = new Offer(catalog, layers, workspace);
        OgcRequest request =
                new OgcRequest(parameters(http), workspace, null, null, publicUrl.base(http) + "/geoserver/");
        List<String> rest = path.subList(gwc + 3, path.size());
        switch (path.get(gwc + 2)) {
            case "wmts" -> wmts(line, offer, request, rest, http, response);
            case "tms" -> tms(line, offer, request, rest, http, response);
            case "wms" -> {
                if (!tiledWms.answer(request, http, response)) {
                    wms.handle(request, response);
                }
            }
            default -> throw new TileFailure(TileFailure.Code.NOT_FOUND, null, "There is nothing at this address");
        }
    }

    private void wmts(
            String line,
            Offer offer,
            OgcRequest request,
            List<String> rest,
            HttpServletRequest http,
            HttpServletResponse response)
            throws IOException {
        Kvp kvp = new Kvp(request);
        WmtsRequest asked =
                rest.isEmpty() ? WmtsRequest.parse(kvp, offer) : WmtsRequest.parse(below("rest", rest), kvp, offer);
        if (asked instanceof WmtsRequest.GetTile tile) {
            TileAnswer.send(tiles.tile(line, offer.catalog(), tile.query()), http, response);
        } else if (asked instanceof WmtsRequest.GetFeatureInfo info) {
            info(info, kvp, response);
        } else {
            String virtual = request.workspace() == null ? "" : request.workspace() + "/";
            String address = request.baseUrl() + virtual + "gwc/service/wmts";
            OwsReport.text(
                    response,
                    HttpServletResponse.SC_OK,
                    "text/xml",
                    new WmtsCapabilities(offer, boxes, request.baseUrl(), address).document());
        }
    }

    private void info(WmtsRequest.GetFeatureInfo info, Kvp kvp, HttpServletResponse response) throws IOException {
        if (!info.query().layer().layer().queryable()) {
            throw new TileFailure(
                    TileFailure.Code.OPERATION_NOT_SUPPORTED,
                    "LAYER",
                    "Layer " + info.query().layer().name() + " is not queryable");
        }
        Map<String, String> parameters = new HashMap<>(MapRequests.info(
                        info.query(),
                        info.column(),
                        info.row(),
                        info.format(),
                        kvp.request().baseUrl())
                .parameters());
        for (String passed : List.of("FEATURE_COUNT", "BUFFER", "PROPERTYNAME")) {
            kvp.text(passed).ifPresent(value -> parameters.put(passed, value));
        }
        wms.handle(new OgcRequest(parameters, null, null, null, kvp.request().baseUrl()), response);
    }

    private void tms(
            String line,
            Offer offer,
            OgcRequest request,
            List<String> rest,
            HttpServletRequest http,
            HttpServletResponse response)
            throws IOException {
        List<String> path = below("1.0.0", rest);
        String virtual = request.workspace() == null ? "" : request.workspace() + "/";
        Tms tms = new Tms(offer, boxes, request.baseUrl() + virtual + "gwc/service/tms/1.0.0");
        if (path.size() < 2) {
            OwsReport.text(response, HttpServletResponse.SC_OK, "text/xml", tms.document(path));
        } else {
            TileAnswer.send(tiles.tile(line, offer.catalog(), tms.query(path, new Kvp(request))), http, response);
        }
    }

    private static List<String> below(String first, List<String> path) {
        if (path.isEmpty() || !path.get(0).equals(first)) {
            throw new TileFailure(TileFailure.Code.NOT_FOUND, null, "There is nothing at this address");
        }
        return path.subList(1, path.size());
    }

    /** The decoded parts; an empty one in between stays, since a style's name may be empty. */
    private static List<String> path(String uri) {
        List<String> path = new ArrayList<>();
        for (String part : uri.substring(1).replaceFirst("/$", "").split("/", -1)) {
            try {
                path.add(URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException malformed) {
                throw TileFailure.invalid("address", "'" + part + "' is not encoded as addresses are");
            }
        }
        return path;
    }

    private static Map<String, String> parameters(HttpServletRequest http) {
        Map<String, String> parameters = new HashMap<>();
        try {
            http.getParameterMap()
                    .forEach((name, values) -> parameters.putIfAbsent(name.toUpperCase(Locale.ROOT), values[0]));
        } catch (IllegalStateException malformed) {
            throw TileFailure.invalid("address", "The part after ? is not encoded as addresses are");
        }
        return parameters;
    }

    /** Where it is mounted, below the root. */
    static List<String> mappings() {
        return List.of("/geoserver" + SERVICE + "*");
    }
}
