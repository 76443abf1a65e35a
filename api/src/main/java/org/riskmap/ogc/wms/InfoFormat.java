package org.riskmap.ogc.wms;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPoint;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Feature;
import org.riskmap.ogc.GeoJson;

/** How the answer to GetFeatureInfo is written. */
enum InfoFormat {
    TEXT("text/plain", InfoFormat::plain),
    HTML("text/html", InfoFormat::html),
    JSON("application/json", InfoFormat::json),
    GEOJSON("application/geo+json", InfoFormat::json);

    private static final int DECIMALS = 8;
    private static final String RULER = "--------------------------------------------\n";

    private final String mediaType;
    private final BiFunction<List<Hits>, Crs, String> writer;

    InfoFormat(String mediaType, BiFunction<List<Hits>, Crs, String> writer) {
        this.mediaType = mediaType;
        this.writer = writer;
    }

    /**
     * What was found in a layer.
     *
     * @param namespace of the layer's workspace
     * @param layer its name without workspace
     * @param title for people
     * @param geometryName of the feature's geometry; empty for a coverage
     * @param features in the map's system, east first
     */
    record Hits(String namespace, String layer, String title, String geometryName, List<Feature> features) {}

    String mediaType() {
        return mediaType;
    }

    static List<String> offered() {
        return Arrays.stream(values()).map(InfoFormat::mediaType).toList();
    }

    static Optional<InfoFormat> named(String name) {
        String type = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(type))
                .findFirst();
    }

    String write(List<Hits> hits, Crs crs) {
        return writer.apply(hits, crs);
    }

    private static String plain(List<Hits> hits, Crs crs) {
        StringBuilder text = new StringBuilder();
        for (Hits found : hits) {
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
                values(found, feature)
                        .forEach((name, value) ->
                                text.append(name).append(" = ").append(value).append('\n'));
                text.append(RULER);
            }
        }
        return text.isEmpty() ? "no features were found\n" : text.toString();
    }

    private static Map<String, Object> values(Hits found, Feature feature) {
        Map<String, Object> values = new LinkedHashMap<>();
        feature.properties().forEach((name, value) -> values.put(name, String.valueOf(value)));
        if (!found.geometryName().isEmpty()) {
            values.put(found.geometryName(), summary(feature.geometry()));
        }
        return values;
    }

    private static String summary(Geometry geometry) {
        Geometry single = geometry.getNumGeometries() == 1 && !(geometry instanceof MultiPoint)
                ? geometry.getGeometryN(0)
                : geometry;
        return "[GEOMETRY (" + single.getGeometryType() + ") with " + single.getNumPoints() + " points]";
    }

    private static String html(List<Hits> hits, Crs crs) {
        StringBuilder html = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="zh">
                <head>
                <meta charset="utf-8">
                <title>GetFeatureInfo</title>
                <style>
                body { font: 14px/1.5 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; margin: 8px; color: #222; }
                table { border-collapse: collapse; margin: 0 0 12px; }
                caption { text-align: left; font-weight: bold; padding: 4px 0; }
                th, td { border: 1px solid #d6d9dc; padding: 3px 8px; text-align: left; }
                th { background: #f1f3f4; font-weight: 600; }
                </style>
                </head>
                <body>
                """);
        for (Hits found : hits) {
            if (!found.features().isEmpty()) {
                table(html, found);
            }
        }
        return html.append("</body>\n</html>\n").toString();
    }

    private static void table(StringBuilder html, Hits found) {
        html.append("<table>\n<caption>").append(escaped(found.title())).append("</caption>\n<tr><th>fid</th>");
        found.features().get(0).properties().keySet().forEach(name -> html.append("<th>")
                .append(escaped(name))
                .append("</th>"));
        html.append("</tr>\n");
        for (Feature feature : found.features()) {
            html.append("<tr><td>").append(escaped(feature.id())).append("</td>");
            feature.properties().values().forEach(value -> html.append("<td>")
                    .append(value == null ? "" : escaped(value.toString()))
                    .append("</td>"));
            html.append("</tr>\n");
        }
        html.append("</table>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String json(List<Hits> hits, Crs crs) {
        StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        GeoJson json = new GeoJson(text, DECIMALS);
        int count = 0;
        for (Hits found : hits) {
            for (Feature feature : found.features()) {
                if (count++ > 0) {
                    text.append(',');
                }
                json.feature(
                        feature.id(), found.geometryName().isEmpty() ? null : feature.geometry(), feature.properties());
            }
        }
        text.append("],\"totalFeatures\":\"unknown\",\"numberReturned\":")
                .append(count)
                .append(",\"timeStamp\":\"")
                .append(Instant.now())
                .append("\",\"crs\":");
        if (count == 0) {
            text.append("null");
        } else {
            text.append("{\"type\":\"name\",\"properties\":{\"name\":\"")
                    .append(crs.urn())
                    .append("\"}}");
        }
        return text.append('}').toString();
    }
}
