package org.riskmap.ogc.wmts;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.riskmap.ogc.Xml;

/** An exception report of OWS Common 1.1 (06-121r3, 8), as GeoWebCache sends it. */
final class OwsReport {

    private OwsReport() {}

    static void send(TileFailure failure, HttpServletResponse response) throws IOException {
        Xml xml = Xml.document(new StringBuilder());
        xml.start(
                "ExceptionReport",
                "version",
                "1.1.0",
                "xmlns",
                "http://www.opengis.net/ows/1.1",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                "http://www.opengis.net/ows/1.1 http://schemas.opengis.net/ows/1.1.0/owsExceptionReport.xsd");
        xml.start("Exception", "exceptionCode", failure.code().word(), "locator", failure.locator());
        xml.element("ExceptionText", String.valueOf(failure.getMessage())).endAll();
        text(response, failure.code().status(), "text/xml", xml.toString());
    }

    static void text(HttpServletResponse response, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
