package org.riskmap.ogc.wms;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.CatalogSource;
import org.riskmap.catalog.ServiceDescription;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.layer.FeatureReader;
import org.riskmap.memory.LayerMemory;
import org.riskmap.ogc.BadParameter;
import org.riskmap.ogc.Kvp;
import org.riskmap.ogc.LayerBoxes;
import org.riskmap.ogc.MapPainter;
import org.riskmap.ogc.OgcRequest;
import org.riskmap.ogc.OgcService;
import org.riskmap.ogc.RasterFiles;
import org.riskmap.ogc.UpdateSequence;
import org.riskmap.ogc.wms.WmsFailure.Code;
import org.riskmap.render.DrawingTooSlow;
import org.riskmap.render.Legends;
import org.riskmap.render.Viewport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.QueryTimeoutException;

/** WMS 1.1.1 and 1.3.0: request → layers and frame → picture, text or XML. Failures become service exceptions. */
final class WmsService implements OgcService {

    private static final Logger LOG = LoggerFactory.getLogger(WmsService.class);

    private final CatalogSource catalogs;
    private final FeatureReader features;
    private final RasterFiles rasters;
    private final Legends legends = new Legends();
    private final MapDrawing drawing;
    private final Capabilities capabilities;

    WmsService(
            CatalogSource catalogs,
            FeatureReader features,
            LayerMemory memory,
            RasterFiles rasters,
            LayerBoxes boxes,
            WmsLimits limits) {
        this.catalogs = catalogs;
        this.features = features;
        this.rasters = rasters;
        this.drawing = new MapDrawing(features, memory, rasters, limits);
        this.capabilities = new Capabilities(boxes, new TimedRows(features), legends);
    }

    /** The same maps for tiles; both together draw no more at once than the limits allow. */
    MapPainter tileMaps() {
        return new TileMaps(catalogs, features, drawing);
    }

    @Override
    public String name() {
        return "WMS";
    }

    @Override
    public void handle(OgcRequest asked, HttpServletResponse response) throws IOException {
        OgcRequest request;
        try {
            request = PostedRequest.parameters(asked);
        } catch (WmsFailure unreadable) {
            FailureReport.send(unreadable, new Kvp(asked), WmsVersion.negotiate(asked.parameter("VERSION")), response);
            return;
        }
        Kvp kvp = new Kvp(request);
        WmsVersion version = WmsVersion.negotiate(kvp.text("VERSION").or(() -> kvp.text("WMTVER")));
        try (StyleVariables variables = StyleVariables.of(kvp)) {
            answer(kvp, version, response);
        } catch (WmsFailure failure) {
            FailureReport.send(failure, kvp, version, response);
        } catch (BadParameter bad) {
            FailureReport.send(WmsFailure.of(bad), kvp, version, response);
        } catch (InvalidInput wrong) {
            FailureReport.send(WmsFailure.of(wrong), kvp, version, response);
        } catch (DrawingTooSlow | QueryTimeoutException slow) {
            String message = "This map took longer than is allowed; ask for a smaller area or fewer layers";
            FailureReport.send(new WmsFailure(Code.TOO_SLOW, null, message), kvp, version, response);
        } catch (RuntimeException defect) {
            UUID number = UUID.randomUUID();
            LOG.error("defect {} in {}", number, request.parameters(), defect);
            String message = "A defect of the service; its log has the reason under the number " + number;
            FailureReport.send(new WmsFailure(Code.INTERNAL_ERROR, null, message), kvp, version, response);
        }
    }

    private void answer(Kvp kvp, WmsVersion version, HttpServletResponse response) throws IOException {
        Catalog catalog = catalogs.current();
        ServiceDescription service = catalog.service(kvp.request().workspace());
        if (!service.wms().enabled()) {
            throw new WmsFailure(null, null, "Service WMS is disabled");
        }
        TimeSelection time = new TimeSelection(kvp, new TimedRows(features));
        String operation = kvp.text("REQUEST")
                .orElseThrow(() -> new WmsFailure(
                        Code.MISSING_PARAMETER, "request", "REQUEST is missing; ask for GetCapabilities, GetMap, …"));
        switch (operation.toLowerCase(Locale.ROOT)) {
            case "getcapabilities", "capabilities" -> capabilities(kvp, version, catalog, response);
            case "getmap", "map" ->
                drawing.answer(MapRequest.parse(kvp, version, catalog, time), service.maps(), response);
            case "getfeatureinfo", "feature_info" ->
                info(
                        InfoRequest.parse(kvp, version, catalog, time),
                        catalog,
                        kvp.request().baseUrl(),
                        response);
            case "getlegendgraphic" -> legend(LegendRequest.parse(kvp, catalog, time), response);
            case "getstyles" ->
                send(
                        response,
                        ServerStyles.MEDIA_TYPE,
                        ServerStyles.document(kvp, new LayerSelection(catalog, kvp, time)));
            case "describelayer" ->
                send(
                        response,
                        "application/vnd.ogc.wms_xml",
                        LayerDescription.document(new LayerSelection(catalog, kvp, time).requested(), kvp.request()));
            default ->
                throw new WmsFailure(
                        Code.OPERATION_NOT_SUPPORTED,
                        operation,
                        "No such operation WMS " + version.number() + " " + operation);
        }
    }

    private void capabilities(Kvp kvp, WmsVersion version, Catalog catalog, HttpServletResponse response)
            throws IOException {
        checkSequence(kvp, catalog.sequence());
        boolean plain =
                version == WmsVersion.V1_3_0 || kvp.text("FORMAT").orElse("").equalsIgnoreCase("text/xml");
        send(
                response,
                plain ? "text/xml" : "application/vnd.ogc.wms_xml",
                capabilities.document(catalog, kvp.request(), version, AcceptedLanguages.of(kvp, catalog)));
    }

    /** Who has the newest capabilities, or says to have newer ones, gets none (OGC 06-042, 7.2.3.5). */
    private static void checkSequence(Kvp kvp, long now) {
        String given = kvp.text("UPDATESEQUENCE").orElse("");
        UpdateSequence.read(given).ifPresent(asked -> {
            if (asked == now) {
                throw new WmsFailure(
                        Code.CURRENT_UPDATE_SEQUENCE,
                        "updatesequence",
                        "UPDATESEQUENCE " + given + " is the current one");
            }
            if (asked > now) {
                throw new WmsFailure(
                        Code.INVALID_UPDATE_SEQUENCE,
                        "updatesequence",
                        "UPDATESEQUENCE " + given + " is higher than the current one, " + now);
            }
        });
    }

    private void info(InfoRequest request, Catalog catalog, String baseUrl, HttpServletResponse response)
            throws IOException {
        MapRequest.Frame frame = request.frame();
        double scale = new Viewport(frame.envelope(), frame.crs(), frame.width(), frame.height(), frame.dpi())
                .scaleDenominator();
        InfoSearch search = new InfoSearch(catalog, features, rasters, request, scale);
        send(response, request.format().mediaType(), request.format().write(search.hits(), frame.crs(), baseUrl));
    }

    private void legend(LegendRequest request, HttpServletResponse response) throws IOException {
        if (request.asJson()) {
            send(response, LegendRequest.JSON, LegendJson.write(request));
            return;
        }
        response.setContentType(request.format().contentType());
        request.format().writeLegend(legends.draw(request.drawn(), request.look()), response.getOutputStream());
    }

    private static void send(HttpServletResponse response, String type, String text) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
