package org.riskmap.ogc.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.Feature;
import org.riskmap.layer.LayerProperty;
import org.riskmap.ogc.Json;
import org.riskmap.ogc.TextOut;

/** Features as a page: a form to filter and sort, a table, a map of the page's features. */
final class HtmlItems implements Items.Writer {

    private static final int MOST_DRAWN = 500;

    /** Detail of an outline below this part of its size is not drawn. */
    private static final int STEPS_ACROSS = 400;

    /** What the map shows of a feature. */
    private record Drawn(Geometry geometry, String title, String url) {}

    private final TextOut out;
    private final StringBuilder text;
    private final ApiRequest request;
    private final ItemsRequest asked;
    private final FeatureLayer layer;
    private final Html html;
    private final ShownGeometry shown;
    private final List<String> below;
    private final List<Drawn> drawn = new ArrayList<>();

    /**
     * @param below layers to draw below
     */
    HtmlItems(TextOut out, ApiRequest request, ItemsRequest asked, FeatureLayer layer, List<String> below) {
        this.out = out;
        this.text = out.text();
        this.request = request;
        this.asked = asked;
        this.layer = layer;
        this.html = new Html(request, text);
        this.shown = new ShownGeometry(layer.nativeCrs(), Crs.CRS84);
        this.below = below;
    }

    private Map<String, String> way(boolean toItems) {
        String path = request.path();
        String collection = path.substring(0, path.indexOf("/items"));
        Map<String, String> way = new LinkedHashMap<>();
        way.put("riskmap", html.page(""));
        way.put(html.words("Collections", "数据集"), html.page("/collections"));
        way.put(layer.title(), html.page(collection));
        if (toItems) {
            way.put(html.words("Features", "要素"), html.page(collection + "/items"));
        }
        return way;
    }

    @Override
    public void begin(Items.Page page) {
        html.begin(layer.title() + " – " + html.words("features", "要素"), way(false));
        form();
        long last = page.offset() + page.returned();
        String range = page.returned() == 0 ? "0" : (page.offset() + 1) + "–" + last;
        html.raw("<p>")
                .text(html.words(range + " of " + page.matched(), "第 " + range + " 条,共 " + page.matched() + " 条"));
        for (Link link : Items.neighbours(request, asked, page)) {
            String words =
                    link.rel().equals("next") ? html.words("next page", "下一页") : html.words("previous page", "上一页");
            html.raw(" · ").link(words, link.href());
        }
        html.raw("</p>\n<div class=\"wide\"><table>\n<thead><tr><th>id</th>");
        columns().forEach(property -> html.raw("<th>").text(property.name()).raw("</th>"));
        html.raw("</tr></thead>\n<tbody>\n");
    }

    /** Those beside the id, which is the first column anyhow. */
    private List<LayerProperty> columns() {
        return asked.properties().stream()
                .filter(property -> !property.name().equals("id"))
                .toList();
    }

    private void form() {
        html.raw("<form method=\"get\" action=\"" + Html.escaped(request.base() + request.path()) + "\">\n");
        field("filter", html.words("filter (CQL2)", "过滤 (CQL2)"), "name LIKE '%A%'");
        field("sortby", html.words("sort by", "排序"), "-name");
        field("bbox", html.words("box", "范围"), "120.1,30.1,120.2,30.2");
        field("limit", html.words("at most", "每页"), "50");
        html.raw("<input type=\"hidden\" name=\"f\" value=\"html\"><input type=\"hidden\" name=\"lang\" value=\"");
        html.raw(request.language().code())
                .raw("\"><button>")
                .text(html.words("Show", "查询"))
                .raw("</button>\n</form>\n");
    }

    private void field(String name, String label, String example) {
        html.raw("<label>").text(label).raw(" <input name=\"").raw(name).raw("\" value=\"");
        html.text(request.parameter(name).orElse(""))
                .raw("\" placeholder=\"")
                .text(example)
                .raw("\"></label>\n");
    }

    private String url(Feature feature) {
        String path = request.path();
        String items = path.substring(0, path.indexOf("/items") + "/items".length());
        return html.page(items + "/" + ApiRequest.encoded(layer.name() + "." + feature.id()));
    }

    @Override
    public void feature(Feature feature) {
        html.raw("<tr><td>").link(feature.id(), url(feature)).raw("</td>");
        for (LayerProperty property : columns()) {
            html.raw("<td>").text(value(feature, property)).raw("</td>");
        }
        html.raw("</tr>\n");
        remember(feature);
        out.drain();
    }

    private static String value(Feature feature, LayerProperty property) {
        Object value = feature.properties().get(property.name());
        return value == null ? "" : Json.text(value);
    }

    private void remember(Feature feature) {
        Geometry geometry = feature.geometry();
        if (geometry == null || geometry.isEmpty() || drawn.size() >= MOST_DRAWN) {
            return;
        }
        Geometry degrees = shown.of(geometry);
        Envelope box = Envelope.of(degrees);
        double detail = Math.max(box.width(), box.height()) / STEPS_ACROSS;
        Object name = feature.properties().get("name");
        String title = name == null ? feature.id() : feature.id() + " " + name;
        drawn.add(new Drawn(DouglasPeuckerSimplifier.simplify(degrees, detail), title, url(feature)));
    }

    @Override
    public void end(Items.Page page) {
        html.raw("</tbody>\n</table></div>\n");
        map();
        html.end();
    }

    private void map() {
        Envelope all = null;
        for (Drawn each : drawn) {
            if (!each.geometry().isEmpty()) {
                Envelope one = Envelope.of(each.geometry());
                all = all == null ? one : all.union(one);
            }
        }
        if (all == null) {
            return;
        }
        MapPicture picture = new MapPicture(text, all);
        picture.begin(request.geoserver(), below);
        drawn.forEach(each -> picture.feature(each.geometry(), each.title(), each.url()));
        picture.end();
    }

    /** A feature by itself: its properties one below the other, and where it is. */
    void alone(Feature feature) {
        @Nullable Object name = feature.properties().get("name");
        html.begin(name == null ? feature.id() : String.valueOf(name), way(true));
        html.raw("<table>\n<tbody>\n<tr><th>id</th><td>").text(feature.id()).raw("</td></tr>\n");
        for (LayerProperty property : columns()) {
            html.raw("<tr><th>").text(property.name()).raw("</th><td>");
            html.text(value(feature, property)).raw("</td></tr>\n");
        }
        html.raw("</tbody>\n</table>\n");
        remember(feature);
        map();
        html.end();
    }
}
