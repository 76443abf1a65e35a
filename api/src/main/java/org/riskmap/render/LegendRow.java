package org.riskmap.render;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.util.Converters;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Feature;
import org.riskmap.style.ColorMap;
import org.riskmap.style.LineSymbolizer;
import org.riskmap.style.PointSymbolizer;
import org.riskmap.style.PolygonSymbolizer;
import org.riskmap.style.RasterSymbolizer;
import org.riskmap.style.Rule;
import org.riskmap.style.Symbolizer;

/** One line of a legend: what is drawn, and its words. */
sealed interface LegendRow {

    /** Empty where it has none. */
    String label();

    /** A rule as it draws a feature. */
    record OfRule(String label, Rule rule, Feature example) implements LegendRow {}

    /** An entry of a colour map. */
    record OfColor(String label, Color color) implements LegendRow {}

    /** An entry of a colour map that mixes its colours; null before the first. */
    record OfRamp(String label, ColorMap.@Nullable Entry before, ColorMap.Entry entry) implements LegendRow {}

    /** A raster that is shown as it is. */
    record OfGreys(String label) implements LegendRow {}

    /**
     * The rows of a rule: one, or one for each class of a function that colours or sizes by value, or of a colour map.
     *
     * @param language of the words; null means the style's own
     */
    static List<LegendRow> of(Rule rule, @Nullable String language) {
        for (Symbolizer symbolizer : rule.symbolizers()) {
            if (symbolizer instanceof RasterSymbolizer raster) {
                return raster.colorMap() == null
                        ? List.of(new OfGreys(title(rule, language)))
                        : colors(raster.colorMap());
            }
        }
        for (Symbolizer symbolizer : rule.symbolizers()) {
            Function classes = classes(symbolizer);
            if (classes != null) {
                return classes(rule, classes, language);
            }
        }
        return List.of(new OfRule(title(rule, language), rule, Legends.NOBODY));
    }

    private static String title(Rule rule, @Nullable String language) {
        String title = rule.title(language);
        if (title != null) {
            return title;
        }
        return rule.name() == null ? "" : rule.name();
    }

    private static List<LegendRow> colors(ColorMap map) {
        List<LegendRow> rows = new ArrayList<>();
        for (int i = 0; i < map.entries().size(); i++) {
            ColorMap.Entry entry = map.entries().get(i);
            String label = entry.label() == null ? "" : entry.label();
            if (map.kind() == ColorMap.Kind.RAMP) {
                rows.add(new OfRamp(label, i == 0 ? null : map.entries().get(i - 1), entry));
            } else {
                rows.add(new OfColor(label, color(entry)));
            }
        }
        return rows;
    }

    static Color color(ColorMap.Entry entry) {
        return new Color(entry.rgb() >> 16 & 255, entry.rgb() >> 8 & 255, entry.rgb() & 255, (int)
                Math.round(255 * Math.max(0, Math.min(1, entry.opacity()))));
    }

    private static @Nullable Function classes(Symbolizer symbolizer) {
        if (symbolizer instanceof PolygonSymbolizer polygon && polygon.fill() != null) {
            return classes(polygon.fill().color());
        }
        if (symbolizer instanceof LineSymbolizer line && line.stroke() != null) {
            Function byColor = classes(line.stroke().color());
            return byColor == null ? classes(line.stroke().width()) : byColor;
        }
        return symbolizer instanceof PointSymbolizer point
                ? classes(point.graphic().size())
                : null;
    }

    private static @Nullable Function classes(@Nullable Expression expression) {
        return expression instanceof Function function
                        && List.of("Interpolate", "Categorize", "Recode").contains(function.getName())
                        && function.getParameters().get(0) instanceof PropertyName
                ? function
                : null;
    }

    private static List<LegendRow> classes(Rule rule, Function function, @Nullable String language) {
        List<Expression> parameters = function.getParameters();
        PropertyName property = (PropertyName) parameters.get(0);
        List<LegendRow> rows = new ArrayList<>();
        if (function.getName().equals("Categorize")) {
            categories(rule, title(rule, language), property, parameters, rows);
            return rows;
        }
        for (int i = 1; i + 1 < parameters.size(); i += 2) {
            String key = text(parameters.get(i));
            rows.add(new OfRule(key, rule, example(property, key)));
        }
        return rows;
    }

    /** Value, then threshold and value in turn. */
    private static void categories(
            Rule rule, String title, PropertyName property, List<Expression> parameters, List<LegendRow> rows) {
        List<String> limits = new ArrayList<>();
        for (int i = 2; i + 1 < parameters.size(); i += 2) {
            limits.add(text(parameters.get(i)));
        }
        if (limits.isEmpty()) {
            rows.add(new OfRule(title, rule, Legends.NOBODY));
            return;
        }
        Double first = Converters.convert(limits.get(0), Double.class);
        rows.add(new OfRule(
                "< " + limits.get(0), rule, example(property, first == null ? "" : Double.toString(first - 1))));
        for (int i = 0; i < limits.size(); i++) {
            String upTo = i + 1 < limits.size() ? " & < " + limits.get(i + 1) : "";
            rows.add(new OfRule(">= " + limits.get(i) + upTo, rule, example(property, limits.get(i))));
        }
    }

    private static String text(Expression expression) {
        return expression instanceof Literal literal ? String.valueOf(literal.getValue()) : expression.toString();
    }

    private static Feature example(PropertyName property, String value) {
        Double number = value.matches("[-+.0-9eE]+") ? Converters.convert(value, Double.class) : null;
        return new Feature(
                Legends.NOBODY.id(),
                Legends.NOBODY.geometry(),
                Map.of(property.getPropertyName(), number == null ? value : number));
    }
}
