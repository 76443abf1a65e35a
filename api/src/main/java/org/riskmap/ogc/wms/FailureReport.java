package org.riskmap.ogc.wms;

import jakarta.servlet.http.HttpServletResponse;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.riskmap.ogc.BadParameter;
import org.riskmap.ogc.Kvp;
import org.riskmap.ogc.Schemas;
import org.riskmap.ogc.Xml;
import org.riskmap.ogc.wms.WmsFailure.Code;

/** Tells a client of a failure in the form that EXCEPTIONS asks for; always HTTP 200, as GeoServer does. */
final class FailureReport {

    private static final int LARGEST_SIDE = 4096;

    private FailureReport() {}

    static void send(WmsFailure failure, Kvp kvp, WmsVersion version, HttpServletResponse response) throws IOException {
        String form = kvp.text("EXCEPTIONS").orElse("XML").toUpperCase(Locale.ROOT);
        if (form.contains("JSON")) {
            sendText(response, "application/json", json(failure, version));
        } else if ((form.contains("BLANK") || form.contains("INIMAGE")) && sendPicture(failure, form, kvp, response)) {
            return;
        } else {
            sendText(
                    response,
                    version == WmsVersion.V1_3_0 ? "text/xml" : "application/vnd.ogc.se_xml",
                    xml(failure, version, kvp.request().baseUrl()));
        }
    }

    private static void sendText(HttpServletResponse response, String type, String text) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String xml(WmsFailure failure, WmsVersion version, String base) {
        Xml xml = Xml.document(new StringBuilder());
        Schemas schemas = Schemas.of(base);
        if (version == WmsVersion.V1_3_0) {
            xml.start(
                    "ServiceExceptionReport",
                    "version",
                    "1.3.0",
                    "xmlns",
                    "http://www.opengis.net/ogc",
                    "xmlns:xsi",
                    "http://www.w3.org/2001/XMLSchema-instance",
                    "xsi:schemaLocation",
                    schemas.pair("http://www.opengis.net/ogc", "wms/1.3.0/exceptions_1_3_0.xsd"));
        } else {
            xml.prologue("<!DOCTYPE ServiceExceptionReport SYSTEM \"" + schemas.file("wms/1.1.1/exception_1_1_1.dtd")
                    + "\">");
            xml.start("ServiceExceptionReport", "version", "1.1.1");
        }
        String message = String.valueOf(failure.getMessage());
        xml.start("ServiceException", "code", failure.code().map(Code::word).orElse(null));
        if (version == WmsVersion.V1_3_0) { // the document type of 1.1.1 has no such attribute
            xml.with("locator", failure.locator().orElse(null));
        }
        return xml.text(message).end().end().toString();
    }

    private static String json(WmsFailure failure, WmsVersion version) {
        StringBuilder json = new StringBuilder("{\"version\":\"" + version.number() + "\",\"exceptions\":[{");
        failure.code()
                .ifPresent(
                        code -> json.append("\"code\":\"").append(code.word()).append("\","));
        failure.locator()
                .ifPresent(place ->
                        json.append("\"locator\":").append(quoted(place)).append(','));
        return json.append("\"text\":")
                .append(quoted(String.valueOf(failure.getMessage())))
                .append("}]}")
                .toString();
    }

    private static String quoted(String text) {
        return tools.jackson.databind.node.StringNode.valueOf(text).toString();
    }

    /** Whether size and format of the request allow a picture; only then it was sent. */
    private static boolean sendPicture(WmsFailure failure, String form, Kvp kvp, HttpServletResponse response)
            throws IOException {
        int width;
        int height;
        MapFormat format;
        try {
            width = kvp.integer("WIDTH", 1, LARGEST_SIDE).orElse(0);
            height = kvp.integer("HEIGHT", 1, LARGEST_SIDE).orElse(0);
            format = kvp.text("FORMAT")
                    .flatMap(MapFormat::named)
                    .filter(MapFormat::forLegends)
                    .orElse(MapFormat.PNG);
        } catch (BadParameter noPicturePossible) {
            return false; // the caller says the first failure as text
        }
        if (width == 0 || height == 0) {
            return false;
        }
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = picture.createGraphics();
        if (!kvp.flag("TRANSPARENT") || !format.carriesTransparency()) {
            graphics.setColor(background(kvp));
            graphics.fillRect(0, 0, width, height);
        }
        if (form.contains("INIMAGE")) {
            writeMessage(graphics, String.valueOf(failure.getMessage()), width, height);
        }
        graphics.dispose();
        response.setContentType(format.contentType());
        format.writeLegend(picture, response.getOutputStream());
        return true;
    }

    /** BGCOLOR, white where it is what is wrong. */
    private static Color background(Kvp kvp) {
        try {
            return MapRequest.colour(kvp.text("BGCOLOR").orElse("0xFFFFFF"));
        } catch (WmsFailure notAColour) {
            return Color.WHITE; // the first failure is told, on a ground that shows it
        }
    }

    private static void writeMessage(Graphics2D graphics, String message, int width, int height) {
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(new Font("Noto Sans CJK SC", Font.PLAIN, 13));
        graphics.setColor(Color.RED);
        int lineHeight = graphics.getFontMetrics().getHeight();
        int y = lineHeight;
        int from = 0;
        while (from < message.length() && y < height) {
            int to = from + 1;
            while (to < message.length()
                    && message.charAt(to - 1) != '\n'
                    && graphics.getFontMetrics().stringWidth(message.substring(from, to + 1)) < width - 8) {
                to++;
            }
            graphics.drawString(message.substring(from, to).strip(), 4, y);
            from = to;
            y += lineHeight;
        }
    }
}
