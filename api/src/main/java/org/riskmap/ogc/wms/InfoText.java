package org.riskmap.ogc.wms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPoint;
import org.riskmap.kernel.Feature;
import org.riskmap.ogc.Json;

/** What was found, for people: as lines of text and as tables of HTML. */
final class InfoText {

    private static final String RULER = "--------------------------------------------\n";

    private InfoText() {}

    static String plain(List<InfoHits> hits) {
        StringBuilder text = new StringBuilder();
        for (InfoHits found : hits) {
            if (found.features().isEmpty()) {
                continue;
            }
            text.append("Results for FeatureType '")
                    .append(found.namespace())
                    .append(':')
                    .append(found.layer())
                    .append("':\n")
                    .append(RULER);
            for (Feature feature : found.features()) {
                found.values(feature).forEach((name, value) -> text.append(name)
                        .append(" = ")
                        .append(words(value))
                        .append('\n'));
                text.append(RULER);
            }
        }
        return text.isEmpty() ? "no features were found\n" : text.toString();
    }

    private static String words(@Nullable Object value) {
        if (value instanceof Geometry geometry) {
            Geometry single = geometry.getNumGeometries() == 1 && !(geometry instanceof MultiPoint)
                    ? geometry.getGeometryN(0)
                    : geometry;
            return "[GEOMETRY (" + single.getGeometryType() + ") with " + single.getNumPoints() + " points]";
        }
        return value == null ? "null" : Json.text(value);
    }

    /** The classes of tables, headings and rows are GeoServer's, so that a page's style sheet for them still fits. */
    static String html(List<InfoHits> hits) {
        StringBuilder html = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="zh">
                <head>
                <meta charset="utf-8">
                <title>GetFeatureInfo</title>
                <style>
                body { font: 14px/1.5 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; margin: 8px; color: #222; }
                table.featureInfo { border-collapse: collapse; margin: 0 0 12px; }
                table.featureInfo caption { text-align: left; font-weight: bold; padding: 4px 0; }
                table.featureInfo th, table.featureInfo td { border: 1px solid #d6d9dc; padding: 3px 8px; text-align: left; }
                table.featureInfo th { background: #f1f3f4; font-weight: 600; }
                table.featureInfo tr.odd td { background: #fafbfb; }
                </style>
                </head>
                <body>
                """);
        hits.stream().filter(found -> !found.features().isEmpty()).forEach(found -> table(html, found));
        return html.append("</body>\n</html>\n").toString();
    }

    private static void table(StringBuilder html, InfoHits found) {
        List<String> names = found.names().stream()
                .filter(name -> !name.equals(found.geometryName()))
                .toList();
        html.append("<table class=\"featureInfo\">\n<caption class=\"featureInfo\">")
                .append(escaped(found.title()))
                .append("</caption>\n<tr><th>fid</th>");
        names.forEach(name -> html.append("<th>").append(escaped(name)).append("</th>"));
        html.append("</tr>\n");
        boolean odd = false;
        for (Feature feature : found.features()) {
            html.append(odd ? "<tr class=\"odd\"><td>" : "<tr><td>").append(escaped(feature.id()));
            odd = !odd;
            for (String name : names) {
                Object value = feature.properties().get(name);
                html.append("</td><td>").append(value == null ? "" : escaped(words(value)));
            }
            html.append("</td></tr>\n");
        }
        html.append("</table>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
