package org.riskmap.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.CatalogSource;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.XmlElement;
import org.riskmap.operation.PublicUrl;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /geoserver/wms}, {@code /wfs} and {@code /ows}, the same for a workspace and for one layer of it. As in GeoServer
 * the parameter SERVICE decides, then the root element of a posted document, then the path.
 */
@RestController
@ConditionalOnProperty(name = "riskmap.publisher", havingValue = "embedded", matchIfMissing = true)
class OgcController {

    private static final String ENDPOINT = "{endpoint:wms|wfs|ows}";

    private final Map<String, OgcService> services;
    private final Optional<TiledMaps> tiledMaps;
    private final PublicUrl publicUrl;
    private final CatalogSource catalogs;

    OgcController(
            List<OgcService> services, Optional<TiledMaps> tiledMaps, PublicUrl publicUrl, CatalogSource catalogs) {
        this.services = services.stream().collect(Collectors.toMap(OgcService::name, Function.identity()));
        this.tiledMaps = tiledMaps;
        this.publicUrl = publicUrl;
        this.catalogs = catalogs;
    }

    @RequestMapping(
            path = {
                "/geoserver/" + ENDPOINT,
                "/geoserver/{workspace}/" + ENDPOINT,
                "/geoserver/{workspace}/{layer}/" + ENDPOINT
            },
            method = {RequestMethod.GET, RequestMethod.POST})
    void answer(
            @PathVariable String endpoint,
            @PathVariable(required = false) @Nullable String workspace,
            @PathVariable(required = false) @Nullable String layer,
            HttpServletRequest servlet,
            HttpServletResponse response)
            throws IOException {
        VirtualService part;
        try {
            part = VirtualService.of(catalogs.current(), workspace, layer);
        } catch (VirtualService.Unknown nothing) {
            OwsReport.nothingThere(nothing).send(response);
            return;
        }
        OgcRequest request = new OgcRequest(
                parameters(servlet),
                part.workspace(),
                part.layer(),
                postedXml(servlet),
                publicUrl.base(servlet) + "/geoserver/",
                servlet.isUserInRole("ADMIN"));
        Optional<OgcService> service = service(request, endpoint);
        if (isTile(request) && tiledMaps.isPresent() && tiledMaps.get().answer(request, servlet, response)) {
            return;
        }
        if (service.isPresent()) {
            service.get().handle(request, response);
        } else {
            OwsReport.noService(request, services.keySet()).send(response);
        }
    }

    private static boolean isTile(OgcRequest request) {
        return request.parameter("TILED").filter("true"::equalsIgnoreCase).isPresent()
                && request.parameter("REQUEST")
                        .filter("GetMap"::equalsIgnoreCase)
                        .isPresent()
                && request.body() == null;
    }

    private Optional<OgcService> service(OgcRequest request, String endpoint) {
        return request.parameter("SERVICE")
                .or(() -> Optional.ofNullable(request.body()).flatMap(OgcController::serviceOf))
                .or(() -> endpoint.equals("ows") ? Optional.empty() : Optional.of(endpoint))
                .map(name -> services.get(name.toUpperCase(Locale.ROOT)));
    }

    /** The attribute {@code service} of a posted document's root. */
    private static Optional<String> serviceOf(byte[] body) {
        try {
            return XmlElement.read("body", new ByteArrayInputStream(body)).attribute("service");
        } catch (InvalidInput malformed) {
            return Optional.empty(); // the service that the path names says what is wrong, in its own form
        }
    }

    private static Map<String, String> parameters(HttpServletRequest servlet) {
        Map<String, String> parameters = new HashMap<>();
        servlet.getParameterMap()
                .forEach((name, values) -> parameters.putIfAbsent(name.toUpperCase(Locale.ROOT), values[0]));
        return parameters;
    }

    private static byte @Nullable [] postedXml(HttpServletRequest servlet) throws IOException {
        boolean form = servlet.getContentType() != null
                && servlet.getContentType().startsWith("application/x-www-form-urlencoded");
        return servlet.getMethod().equals("POST") && !form
                ? servlet.getInputStream().readAllBytes()
                : null;
    }
}
