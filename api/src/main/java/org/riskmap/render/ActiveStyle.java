package org.riskmap.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.riskmap.filter.Filters;
import org.riskmap.kernel.Feature;
import org.riskmap.style.FeatureTypeStyle;
import org.riskmap.style.RasterSymbolizer;
import org.riskmap.style.Rule;
import org.riskmap.style.Style;
import org.riskmap.style.Symbolizer;

/**
 * The part of a style that draws at a map's scale, made ready.
 *
 * @param passes drawn one after another over the whole layer
 * @param properties that the rules read; the default geometry under the empty name
 * @param reach how far beyond their geometry features can draw, pixels
 * @param clipMargin how far outside the picture geometry is cut, pixels
 */
record ActiveStyle(List<Pass> passes, Set<String> properties, double reach, double clipMargin) {

    private static final double LONGEST_REACH = 256;

    /**
     * A feature type style.
     *
     * @param rules with conditions
     * @param otherwise rules for what no rule took
     * @param choice which of them draw a feature
     * @param blend how it is laid on what is below; null means over it
     * @param base whether it begins a group that is laid on the map as a whole
     * @param order of its features; null means as they come
     */
    record Pass(
            List<Active> rules,
            List<Active> otherwise,
            RuleChoice choice,
            @Nullable Blend blend,
            boolean base,
            @Nullable DrawOrder order) {

        List<Symbolizer> symbolizers() {
            return Stream.concat(rules.stream(), otherwise.stream())
                    .flatMap(rule -> rule.painters().stream())
                    .map(Painter::symbolizer)
                    .toList();
        }
    }

    /**
     * A rule.
     *
     * @param condition null means every feature
     * @param painters in their order
     */
    record Active(@Nullable Predicate<Feature> condition, List<Painter> painters) {}

    /** Whether a rule or a symbolizer reads the geometry, so that it must be as the source has it. */
    boolean computesWithGeometry() {
        return properties.contains("")
                || passes.stream()
                        .flatMap(pass -> Stream.concat(pass.rules().stream(), pass.otherwise().stream()))
                        .flatMap(rule -> rule.painters().stream())
                        .anyMatch(Painter::computesGeometry);
    }

    static ActiveStyle of(Style style, Viewport viewport, LabelBoard labels, int layer) {
        List<Pass> passes = new ArrayList<>();
        Set<String> properties = new HashSet<>();
        double reach = 0;
        for (FeatureTypeStyle part : style.featureTypeStyles()) {
            if (part.heatmap() != null || !part.onMap()) {
                continue; // HeatmapPainter draws it, or nobody
            }
            List<Active> rules = new ArrayList<>();
            List<Active> otherwise = new ArrayList<>();
            List<Filter> conditions = new ArrayList<>();
            for (Rule rule : part.rules()) {
                if (!rule.onMap() || !rule.scales().contains(viewport.scaleDenominator())) {
                    continue;
                }
                Active active = active(rule, viewport, labels, layer, properties);
                if (rule.filter() != null) {
                    conditions.add(rule.filter());
                }
                (rule.elseRule() ? otherwise : rules).add(active);
                for (Painter painter : active.painters()) {
                    reach = Math.max(reach, painter.reach());
                }
            }
            if (!rules.isEmpty() || !otherwise.isEmpty()) {
                DrawOrder order = DrawOrder.of(part.options());
                if (order != null) {
                    order.keys().forEach(key -> properties.add(key.property()));
                }
                passes.add(new Pass(
                        rules,
                        otherwise,
                        new RuleChoice(part.firstMatchOnly(), rules, otherwise, conditions),
                        Blend.of(part.options()),
                        part.compositeBase(),
                        order));
            }
        }
        double margin = ClipMargin.of(
                passes.stream().flatMap(pass -> pass.symbolizers().stream()).toList(),
                viewport.symbolScale(),
                viewport.metresPerPixel());
        return new ActiveStyle(passes, properties, Math.min(LONGEST_REACH, Math.ceil(reach)), margin);
    }

    private static Active active(Rule rule, Viewport viewport, LabelBoard labels, int layer, Set<String> properties) {
        List<Painter> painters = new ArrayList<>();
        rule.symbolizers().stream()
                .filter(symbolizer -> symbolizer.onMap() && !(symbolizer instanceof RasterSymbolizer))
                .forEach(symbolizer -> {
                    Painter.collect(symbolizer, properties);
                    painters.add(
                            Painter.of(symbolizer, viewport.symbolScale(), viewport.metresPerPixel(), labels, layer));
                });
        Predicate<Feature> condition = null;
        if (rule.filter() != null) {
            properties.addAll(Filters.properties(rule.filter()));
            condition = Filters.predicate(rule.filter());
        }
        return new Active(condition, painters);
    }
}
