package org.riskmap.ogc.wfs;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.riskmap.ogc.Json;
import org.riskmap.ogc.Schemas;
import org.riskmap.ogc.TextOut;
import org.riskmap.ogc.Xml;

/** Failures as each version writes them; a status other than 200 came with WFS 2.0. */
final class ExceptionReport {

    private ExceptionReport() {}

    /** @param format what the parameter EXCEPTIONS says; null where it says nothing */
    static void write(
            WfsFailure failure,
            WfsVersion version,
            @Nullable String format,
            Schemas schemas,
            HttpServletResponse response)
            throws IOException {
        response.resetBuffer();
        int status = failure.code().status();
        boolean old = !version.is2() && status < 500 && status != HttpServletResponse.SC_UNAUTHORIZED;
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"riskmap\", charset=\"UTF-8\"");
        }
        response.setStatus(old ? HttpServletResponse.SC_OK : status);
        if (response.containsHeader("Content-Disposition")) {
            response.setHeader("Content-Disposition", "inline"); // it was to be a file until it failed
        }
        TextOut out = new TextOut(response.getOutputStream());
        if (format != null && format.toLowerCase(java.util.Locale.ROOT).contains("json")) {
            response.setContentType("application/json;charset=UTF-8");
            json(failure, version, out.text());
        } else {
            response.setContentType(version == WfsVersion.V1_0_0 ? "application/vnd.ogc.se_xml" : "application/xml");
            xml(failure, version, schemas, out);
        }
        out.finish();
    }

    private static void json(WfsFailure failure, WfsVersion version, StringBuilder text) {
        text.append("{\"version\":\"").append(version.number()).append("\",\"exceptions\":[{\"code\":");
        Json.string(text, failure.code().text());
        text.append(",\"locator\":");
        Json.string(text, failure.locator() == null ? "noLocator" : failure.locator());
        text.append(",\"text\":");
        Json.string(text, failure.text());
        text.append("}]}");
    }

    private static void xml(WfsFailure failure, WfsVersion version, Schemas schemas, TextOut out) {
        Xml xml = Xml.document(out.text());
        if (version == WfsVersion.V1_0_0) {
            xml.start("ServiceExceptionReport", "version", "1.2.0", "xmlns", "http://www.opengis.net/ogc");
            xml.element(
                    "ServiceException", failure.text(), "code", failure.code().text(), "locator", failure.locator());
        } else {
            xml.start(
                    "ows:ExceptionReport",
                    "xmlns:ows",
                    version.is2() ? "http://www.opengis.net/ows/1.1" : "http://www.opengis.net/ows",
                    "xmlns:xsi",
                    "http://www.w3.org/2001/XMLSchema-instance",
                    "version",
                    version.is2() ? "2.0.0" : "1.0.0",
                    "xsi:schemaLocation",
                    version.is2()
                            ? schemas.pair("http://www.opengis.net/ows/1.1", "ows/1.1.0/owsAll.xsd")
                            : schemas.pair("http://www.opengis.net/ows", "ows/1.0.0/owsExceptionReport.xsd"));
            xml.start("ows:Exception", "exceptionCode", failure.code().text(), "locator", failure.locator());
            xml.element("ows:ExceptionText", failure.text());
        }
        xml.endAll();
    }
}
