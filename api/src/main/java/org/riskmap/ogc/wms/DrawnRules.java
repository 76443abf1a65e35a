package org.riskmap.ogc.wms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.jspecify.annotations.Nullable;
import org.riskmap.filter.Filters;
import org.riskmap.kernel.Feature;
import org.riskmap.style.FeatureTypeStyle;
import org.riskmap.style.LineSymbolizer;
import org.riskmap.style.PointSymbolizer;
import org.riskmap.style.PolygonSymbolizer;
import org.riskmap.style.Rule;
import org.riskmap.style.Stroke;
import org.riskmap.style.Style;
import org.riskmap.style.Symbolizer;
import org.riskmap.style.TextSymbolizer;

/** The rules of a style that draw at a scale: which features they take, and how far their symbols reach. */
final class DrawnRules {

    private static final double LEAST_AROUND_PX = 3;
    private static final double REACH_OF_UNKNOWN_SIZE_PX = 8;

    private final List<FeatureTypeStyle> parts = new ArrayList<>();
    private final double scaleDenominator;

    DrawnRules(Style style, double scaleDenominator) {
        this.scaleDenominator = scaleDenominator;
        style.featureTypeStyles().stream()
                .filter(part -> part.rules().stream().anyMatch(this::draws))
                .forEach(parts::add);
    }

    /** Whether anything but labels is drawn at this scale. */
    boolean any() {
        return !parts.isEmpty();
    }

    /** Whether a rule's condition looks at a property. */
    boolean reads(String property) {
        return parts.stream()
                .flatMap(part -> part.rules().stream())
                .anyMatch(rule -> rule.filter() != null
                        && Filters.properties(rule.filter()).contains(property));
    }

    private boolean draws(Rule rule) {
        return rule.scales().contains(scaleDenominator)
                && rule.symbolizers().stream().anyMatch(symbolizer -> !(symbolizer instanceof TextSymbolizer));
    }

    /** Whether a feature is drawn by one of the rules. */
    Predicate<Feature> predicate() {
        return parts.stream().map(this::predicate).reduce(feature -> false, Predicate::or);
    }

    private Predicate<Feature> predicate(FeatureTypeStyle part) {
        Predicate<Feature> drawn = feature -> false;
        Predicate<Feature> taken = feature -> false;
        boolean otherwise = false;
        for (Rule rule : part.rules()) {
            if (!rule.scales().contains(scaleDenominator)) {
                continue;
            }
            if (rule.elseRule()) {
                otherwise |= draws(rule);
                continue;
            }
            Predicate<Feature> holds = rule.filter() == null ? feature -> true : Filters.predicate(rule.filter());
            taken = taken.or(holds);
            drawn = draws(rule) ? drawn.or(holds) : drawn;
        }
        return otherwise ? drawn.or(taken.negate()) : drawn;
    }

    /**
     * How far from the pixel a geometry may be to count as hit: half the size of the largest symbol, which is drawn so far
     * from its geometry, and beyond it as far as is asked for, or else once more half the size, at least
     * {@value #LEAST_AROUND_PX} pixels. So GeoServer does it.
     *
     * @param bufferPx 0 where none is asked for
     */
    double reachPx(int bufferPx) {
        double half = parts.stream()
                .flatMap(part -> part.rules().stream())
                .filter(this::draws)
                .flatMap(rule -> rule.symbolizers().stream())
                .mapToDouble(DrawnRules::halfPx)
                .reduce(0, Math::max);
        return half + (bufferPx > 0 ? bufferPx : Math.max(LEAST_AROUND_PX, Math.ceil(half)));
    }

    private static double halfPx(Symbolizer symbolizer) {
        if (symbolizer instanceof PointSymbolizer point) {
            return literal(point.graphic().size()) / 2;
        }
        if (symbolizer instanceof LineSymbolizer line) {
            return width(line.stroke()) / 2;
        }
        if (symbolizer instanceof PolygonSymbolizer polygon) {
            return width(polygon.stroke()) / 2;
        }
        return 0;
    }

    private static double width(@Nullable Stroke stroke) {
        return stroke == null ? 0 : literal(stroke.width());
    }

    private static double literal(@Nullable Expression expression) {
        Double size = expression instanceof Literal literal ? literal.evaluate(null, Double.class) : null;
        return size == null ? 2 * REACH_OF_UNKNOWN_SIZE_PX : size;
    }
}
