package org.riskmap.ogc;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An exception report of OGC Web Services Common 1.0/1.1 (OGC 05-008, 06-121r3), for errors that belong to no service.
 *
 * @param status of HTTP
 * @param code as OWS Common names it
 * @param locator the parameter; null where it is none
 * @param text what is wrong and what to do
 */
record OwsReport(int status, String code, @Nullable String locator, String text) {

    static OwsReport nothingThere(VirtualService.Unknown nothing) {
        return new OwsReport(
                HttpServletResponse.SC_NOT_FOUND,
                "InvalidParameterValue",
                "workspace",
                String.valueOf(nothing.getMessage()));
    }

    static OwsReport noService(OgcRequest request, Collection<String> offered) {
        String names = String.join(", ", new TreeSet<>(offered));
        return request.parameter("SERVICE")
                .map(name -> new OwsReport(
                        HttpServletResponse.SC_BAD_REQUEST,
                        "InvalidParameterValue",
                        "service",
                        "There is no service " + name + " here; ask for one of " + names))
                .orElse(new OwsReport(
                        HttpServletResponse.SC_BAD_REQUEST,
                        "MissingParameterValue",
                        "service",
                        "Could not determine the service; say SERVICE, one of " + names));
    }

    void send(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType("application/xml");
        response.getOutputStream().write(xml().getBytes(StandardCharsets.UTF_8));
    }

    private String xml() {
        Xml xml = Xml.document(new StringBuilder());
        xml.start("ows:ExceptionReport", "version", "1.1.0", "xmlns:ows", "http://www.opengis.net/ows/1.1");
        if (locator == null) {
            xml.start("ows:Exception", "exceptionCode", code);
        } else {
            xml.start("ows:Exception", "exceptionCode", code, "locator", locator);
        }
        return xml.element("ows:ExceptionText", text).end().end().toString();
    }
}
