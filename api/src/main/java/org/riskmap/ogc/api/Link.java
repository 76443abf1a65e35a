package org.riskmap.ogc.api;

import java.util.List;
import org.riskmap.ogc.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A link of a document (RFC 8288). */
record Link(String href, String rel, String type, String title) {

    static final String JSON = "application/json";
    static final String GEOJSON = "application/geo+json";
    static final String HTML = "text/html";
    static final String SCHEMA = "application/schema+json";
    static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";

    /** The document itself and its other form. */
    static List<Link> own(ApiRequest request, String json) {
        boolean html = request.representation() == Representation.HTML;
        Link asJson = new Link(request.as(Representation.JSON), html ? "alternate" : "self", json, "This as JSON");
        Link asHtml = new Link(request.as(Representation.HTML), html ? "self" : "alternate", HTML, "This as HTML");
        return html ? List.of(asHtml, asJson) : List.of(asJson, asHtml);
    }

    static void write(List<Link> links, ObjectNode document) {
        ArrayNode array = document.putArray("links");
        for (Link link : links) {
            array.addObject()
                    .put("href", link.href)
                    .put("rel", link.rel)
                    .put("type", link.type)
                    .put("title", link.title);
        }
    }

    /** The member {@code links} as text. */
    static void write(List<Link> links, StringBuilder to) {
        to.append("\"links\":[");
        String between = "";
        for (Link link : links) {
            to.append(between).append("{\"href\":");
            Json.string(to, link.href);
            to.append(",\"rel\":");
            Json.string(to, link.rel);
            to.append(",\"type\":");
            Json.string(to, link.type);
            to.append(",\"title\":");
            Json.string(to, link.title);
            to.append('}');
            between = ",";
        }
        to.append(']');
    }
}
