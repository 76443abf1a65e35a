package org.riskmap.ogc.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.kernel.Envelope;
import org.riskmap.layer.LayerProperty;
import org.riskmap.layer.LayerSchema;
import tools.jackson.databind.JsonNode;

/** The service's documents as pages for people. */
final class DescriptionPages {

    private final ApiRequest request;
    private final Collections collections;
    private final Descriptions descriptions;
    private final StringBuilder text = new StringBuilder();
    private final Html html;

    DescriptionPages(ApiRequest request, Collections collections, Descriptions descriptions) {
        this.request = request;
        this.collections = collections;
        this.descriptions = descriptions;
        this.html = new Html(request, text);
    }

    private String finished() {
        html.end();
        return text.toString();
    }

    private Map<String, String> way(boolean toList) {
        Map<String, String> way = new LinkedHashMap<>();
        way.put("riskmap", html.page(""));
        if (toList) {
            way.put(html.words("Collections", "数据集"), html.page("/collections"));
        }
        return way;
    }

    String landing() {
        html.begin(descriptions.title(), Map.of());
        html.element("p", descriptions.description());
        html.raw("<ul>\n");
        item(html.words("Collections of features", "要素数据集"), html.page("/collections"));
        item(html.words("What the service can do (API definition)", "接口说明 (OpenAPI)"), html.page("/openapi"));
        item(html.words("Conformance to standards", "符合的标准"), html.page("/conformance"));
        html.raw("</ul>\n");
        return finished();
    }

    private void item(String words, String url) {
        html.raw("<li>").link(words, url).raw("</li>\n");
    }

    String conformance() {
        html.begin(html.words("Conformance", "符合的标准"), way(false));
        html.raw("<ul>\n");
        Descriptions.conformance()
                .forEach(each -> html.raw("<li><code>").text(each).raw("</code></li>\n"));
        html.raw("</ul>\n");
        return finished();
    }

    String list() {
        html.begin(html.words("Collections", "数据集"), way(false));
        html.raw("<table>\n<tbody>\n");
        for (FeatureLayer layer : collections.all()) {
            String url = "/collections/" + ApiRequest.encoded(collections.id(layer));
            html.raw("<tr><td>").link(layer.title(), html.page(url)).raw("</td><td><code>");
            html.text(collections.id(layer)).raw("</code></td><td>");
            html.text(described(layer)).raw("</td><td>");
            html.link(html.words("features", "要素"), html.page(url + "/items")).raw("</td></tr>\n");
        }
        html.raw("</tbody>\n</table>\n");
        return finished();
    }

    private static String described(FeatureLayer layer) {
        @Nullable String text = layer.abstractText();
        return text == null ? "" : text;
    }

    /** @param box where the layer lies, degrees */
    String collection(FeatureLayer layer, LayerSchema schema, Envelope box) {
        String url = "/collections/" + ApiRequest.encoded(collections.id(layer));
        html.begin(layer.title(), way(true));
        html.element("p", described(layer));
        html.raw("<p>")
                .link(html.words("Browse the features", "浏览要素"), html.page(url + "/items"))
                .raw(" · ");
        html.link(html.words("What can be filtered by", "可过滤的属性"), html.page(url + "/queryables"));
        html.raw("</p>\n");
        MapPicture picture = new MapPicture(text, box);
        picture.begin(request.geoserver(), MapPicture.layers(collections.catalog(), layer, true));
        picture.end();
        table(schema);
        html.element("h2", html.words("Reference systems", "坐标参考系"));
        html.raw("<ul>\n");
        NamedCrs.of(layer, box)
                .forEach(each -> html.raw("<li><code>").text(each.uri()).raw("</code></li>\n"));
        html.raw("</ul>\n");
        return finished();
    }

    String queryables(FeatureLayer layer, LayerSchema schema) {
        Map<String, String> way = way(true);
        way.put(layer.title(), html.page("/collections/" + ApiRequest.encoded(collections.id(layer))));
        html.begin(html.words("What can be filtered by", "可过滤的属性"), way);
        table(schema);
        html.raw("<p><code>filter=name LIKE '%' AND S_INTERSECTS(geom,BBOX(120,30,121,31))</code></p>\n");
        return finished();
    }

    private void table(LayerSchema schema) {
        html.raw("<table>\n<tbody>\n");
        for (LayerProperty property : schema.properties()) {
            html.raw("<tr><td><code>").text(property.name()).raw("</code></td><td>");
            html.text(property.isGeometry() ? String.valueOf(property.geometryType()) : property.sqlType());
            html.raw("</td></tr>\n");
        }
        html.raw("</tbody>\n</table>\n");
    }

    String openApi(JsonNode document) {
        html.begin(html.words("API definition", "接口说明"), way(false));
        document.get("paths").properties().forEach(path -> {
            boolean ofOneCollection =
                    path.getKey().startsWith("/collections/") && !path.getKey().contains("{");
            if (ofOneCollection) {
                return;
            }
            JsonNode get = path.getValue().get("get");
            html.raw("<h2><code>").text("GET " + path.getKey()).raw("</code></h2>\n");
            html.element("p", get.get("summary").asString());
            if (get.has("description")) {
                html.element("p", get.get("description").asString());
            }
            if (get.has("parameters")) {
                parameters(document, get.get("parameters"));
            }
        });
        return finished();
    }

    private void parameters(JsonNode document, JsonNode parameters) {
        html.raw("<table>\n<tbody>\n");
        for (JsonNode reference : parameters) {
            JsonNode parameter = reference.has("$ref")
                    ? document.at(reference.get("$ref").asString().substring(1))
                    : reference;
            html.raw("<tr><td><code>").text(parameter.get("name").asString()).raw("</code></td><td>");
            html.text(parameter.get("description").asString()).raw("</td></tr>\n");
        }
        html.raw("</tbody>\n</table>\n");
    }
}
