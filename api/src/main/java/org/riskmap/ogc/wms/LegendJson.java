package org.riskmap.ogc.wms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;
import org.riskmap.filter.Filters;
import org.riskmap.ogc.Json;
import org.riskmap.style.ColorMap;
import org.riskmap.style.FeatureTypeStyle;
import org.riskmap.style.Fill;
import org.riskmap.style.Font;
import org.riskmap.style.Graphic;
import org.riskmap.style.LabelPlacement;
import org.riskmap.style.LineSymbolizer;
import org.riskmap.style.PointSymbolizer;
import org.riskmap.style.PolygonSymbolizer;
import org.riskmap.style.RasterSymbolizer;
import org.riskmap.style.Rule;
import org.riskmap.style.Stroke;
import org.riskmap.style.Symbolizer;
import org.riskmap.style.TextSymbolizer;

/**
 * A legend as JSON, with the members of GeoServer's: for each layer its rules, for each rule its condition and what its
 * symbolizers draw. Constants are texts, expressions stand in square brackets as ECQL.
 */
final class LegendJson {

    private LegendJson() {}

    static String write(LegendRequest request) {
        List<Object> legends = new ArrayList<>();
        for (LegendRequest.Entry entry : request.entries()) {
            Map<String, Object> legend = new LinkedHashMap<>();
            legend.put("layerName", entry.layer().name());
            legend.put("title", request.title(entry.layer()));
            legend.put("rules", rules(request, entry));
            legends.add(legend);
        }
        StringBuilder json = new StringBuilder();
        append(json, Map.of("Legend", legends));
        return json.toString();
    }

    private static List<Object> rules(LegendRequest request, LegendRequest.Entry entry) {
        return entry.style().style().featureTypeStyles().stream()
                .filter(FeatureTypeStyle::inLegend)
                .flatMap(part -> part.rules().stream())
                .filter(rule -> rule.inLegend()
                        && (request.rule() == null || request.rule().equals(rule.name()))
                        && (request.scaleDenominator() == null || rule.scales().contains(request.scaleDenominator())))
                .map(rule -> rule(rule, request.language()))
                .toList();
    }

    private static Object rule(Rule rule, @Nullable String language) {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "name", rule.name());
        put(json, "title", rule.title(language));
        put(json, "abstract", rule.abstractText());
        if (rule.filter() != null) {
            json.put("filter", "[" + Filters.text(rule.filter()) + "]");
        }
        if (rule.elseRule()) {
            json.put("ElseFilter", "true");
        }
        if (rule.scales().min() > 0) {
            json.put("minScale", number(rule.scales().min()));
        }
        if (Double.isFinite(rule.scales().max())) {
            json.put("maxScale", number(rule.scales().max()));
        }
        json.put(
                "symbolizers",
                rule.symbolizers().stream()
                        .filter(Symbolizer::inLegend)
                        .map(LegendJson::symbolizer)
                        .toList());
        return json;
    }

    private static Object symbolizer(Symbolizer symbolizer) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (symbolizer instanceof PointSymbolizer point) {
            graphic(json, point.graphic());
            return Map.of("Point", json);
        }
        if (symbolizer instanceof LineSymbolizer line) {
            stroke(json, line.stroke());
            put(json, "perpendicular-offset", line.offset());
            return Map.of("Line", json);
        }
        if (symbolizer instanceof PolygonSymbolizer polygon) {
            stroke(json, polygon.stroke());
            fill(json, polygon.fill());
            return Map.of("Polygon", json);
        }
        if (symbolizer instanceof TextSymbolizer text) {
            text(json, text);
            return Map.of("Text", json);
        }
        raster(json, (RasterSymbolizer) symbolizer);
        return Map.of("Raster", json);
    }

    private static void graphic(Map<String, Object> json, Graphic graphic) {
        put(json, "size", graphic.size());
        put(json, "opacity", graphic.opacity());
        put(json, "rotation", graphic.rotation());
        List<Object> symbols = new ArrayList<>();
        for (Graphic.Symbol symbol : graphic.symbols()) {
            Map<String, Object> each = new LinkedHashMap<>();
            if (symbol instanceof Graphic.Mark mark) {
                put(each, "mark", mark.wellKnownName());
                fill(each, mark.fill());
                stroke(each, mark.stroke());
            } else {
                Graphic.Picture picture = (Graphic.Picture) symbol;
                put(each, "external-graphic-url", picture.address());
                put(each, "external-graphic-type", picture.format());
            }
            symbols.add(each);
        }
        json.put("graphics", symbols);
    }

    private static void stroke(Map<String, Object> json, @Nullable Stroke stroke) {
        if (stroke == null) {
            return;
        }
        if (stroke.graphicStroke() != null) {
            Map<String, Object> graphic = new LinkedHashMap<>();
            graphic(graphic, stroke.graphicStroke());
            json.put("graphic-stroke", graphic);
        }
        put(json, "stroke", stroke.color());
        put(json, "stroke-width", stroke.width());
        put(json, "stroke-opacity", stroke.opacity());
        put(json, "stroke-linecap", stroke.cap());
        put(json, "stroke-linejoin", stroke.join());
        if (!stroke.dashes().isEmpty()) {
            json.put(
                    "stroke-dasharray",
                    stroke.dashes().stream().map(LegendJson::text).toList());
            put(json, "stroke-dashoffset", stroke.dashOffset());
        }
    }

    private static void fill(Map<String, Object> json, @Nullable Fill fill) {
        if (fill == null) {
            return;
        }
        put(json, "fill", fill.color());
        put(json, "fill-opacity", fill.opacity());
        if (fill.graphic() != null) {
            Map<String, Object> graphic = new LinkedHashMap<>();
            graphic(graphic, fill.graphic());
            json.put("graphic-fill", graphic);
        }
    }

    private static void text(Map<String, Object> json, TextSymbolizer symbolizer) {
        put(json, "label", symbolizer.label());
        json.put("fonts", symbolizer.fonts().stream().map(LegendJson::font).toList());
        Map<String, Object> placement = new LinkedHashMap<>();
        if (symbolizer.placement() instanceof LabelPlacement.AtPoint point) {
            put(placement, "x-anchor", point.anchorX());
            put(placement, "y-anchor", point.anchorY());
            put(placement, "rotation", point.rotation());
            put(placement, "x-displacement", point.displacementX());
            put(placement, "y-displacement", point.displacementY());
        } else {
            put(placement, "offset", ((LabelPlacement.AlongLine) symbolizer.placement()).perpendicularOffset());
        }
        json.put("label-placement", placement);
        if (symbolizer.halo() != null) {
            Map<String, Object> halo = new LinkedHashMap<>();
            put(halo, "radius", symbolizer.halo().radius());
            fill(halo, symbolizer.halo().fill());
            json.put("halo", halo);
        }
        fill(json, symbolizer.fill());
    }

    private static Object font(Font font) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("font-family", List.of(text(font.family())));
        put(json, "font-style", font.style());
        put(json, "font-weight", font.weight());
        put(json, "font-size", font.size());
        return json;
    }

    private static void raster(Map<String, Object> json, RasterSymbolizer symbolizer) {
        ColorMap colors = symbolizer.colorMap();
        if (colors != null) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("entries", colors.entries().stream().map(LegendJson::entry).toList());
            map.put("type", colors.kind().name().toLowerCase(Locale.ROOT));
            json.put("colormap", map);
        }
        put(json, "opacity", symbolizer.opacity());
    }

    private static Object entry(ColorMap.Entry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "label", entry.label());
        json.put("quantity", number(entry.quantity()));
        json.put("color", String.format("#%06X", entry.rgb()));
        if (entry.opacity() < 1) {
            json.put("opacity", number(entry.opacity()));
        }
        return json;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value instanceof Expression expression ? text(expression) : value);
        }
    }

    private static String text(Expression expression) {
        return expression instanceof org.geotools.api.filter.expression.Literal literal
                ? literal.getValue() instanceof Double number ? number(number) : String.valueOf(literal.getValue())
                : "[" + Filters.text(expression) + "]";
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static void append(StringBuilder json, Object value) {
        if (value instanceof Map<?, ?> map) {
            json.append('{');
            String comma = "";
            for (Map.Entry<?, ?> member : map.entrySet()) {
                json.append(comma);
                Json.string(json, String.valueOf(member.getKey()));
                json.append(':');
                append(json, member.getValue());
                comma = ",";
            }
            json.append('}');
        } else if (value instanceof List<?> list) {
            json.append('[');
            String comma = "";
            for (Object member : list) {
                json.append(comma);
                append(json, member);
                comma = ",";
            }
            json.append(']');
        } else {
            Json.value(json, value);
        }
    }
}
