package org.riskmap.render;

import java.awt.Color;
import java.util.Set;
import java.util.function.Function;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.util.Converters;
import org.jspecify.annotations.Nullable;
import org.riskmap.filter.Filters;
import org.riskmap.kernel.Feature;

/** Values of a style, made ready once for a map: what is the same for all features is computed once. */
final class Evaluated {

    private Evaluated() {}

    /** A number for a feature. */
    interface Num {
        double of(Feature feature);

        /** The number where it is the same for all; NaN where it is not. */
        default double fixed() {
            return Double.NaN;
        }
    }

    /** A text for a feature. */
    interface Txt {
        String of(Feature feature);

        /** Whether it is the same for all. */
        default boolean same() {
            return false;
        }
    }

    /** A colour for a feature, opacity included; null means nothing is drawn. */
    interface Col {
        @Nullable
        Color of(Feature feature);

        /** Whether it is the same for all. */
        default boolean same() {
            return false;
        }
    }

    private record FixedNum(double fixed) implements Num {
        @Override
        public double of(Feature feature) {
            return fixed;
        }
    }

    private record FixedTxt(String fixed) implements Txt {
        @Override
        public String of(Feature feature) {
            return fixed;
        }

        @Override
        public boolean same() {
            return true;
        }
    }

    private record FixedCol(@Nullable Color fixed) implements Col {
        @Override
        public @Nullable Color of(Feature feature) {
            return fixed;
        }

        @Override
        public boolean same() {
            return true;
        }
    }

    /** The same colour for all; null for none. */
    static Col fixed(@Nullable Color color) {
        return new FixedCol(color);
    }

    static Num fixed(double number) {
        return new FixedNum(number);
    }

    /**
     * @param absent where the expression is missing or gives no number
     * @param factor for lengths: pixels per unit
     */
    static Num number(@Nullable Expression expression, double absent, double factor) {
        if (expression == null) {
            return new FixedNum(absent * factor);
        }
        if (expression instanceof Literal literal) {
            return new FixedNum(toNumber(literal.getValue(), absent) * factor);
        }
        Function<Feature, @Nullable Object> value = Filters.value(expression);
        return feature -> toNumber(value.apply(feature), absent) * factor;
    }

    private static double toNumber(@Nullable Object value, double absent) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        Double converted = value == null ? null : Converters.convert(value, Double.class);
        return converted == null || !Double.isFinite(converted) ? absent : converted;
    }

    static Txt text(@Nullable Expression expression, String absent) {
        if (expression == null) {
            return new FixedTxt(absent);
        }
        if (expression instanceof Literal literal) {
            return new FixedTxt(String.valueOf(literal.getValue()));
        }
        Function<Feature, @Nullable Object> value = Filters.value(expression);
        return feature -> {
            Object found = value.apply(feature);
            String written = found == null ? null : Converters.convert(found, String.class);
            return written == null ? absent : written;
        };
    }

    static Col color(Expression color, Expression opacity) {
        Num alpha = number(opacity, 1, 1);
        if (color instanceof Literal literal && !Double.isNaN(alpha.fixed())) {
            return new FixedCol(toColor(literal.getValue(), alpha.fixed()));
        }
        Function<Feature, @Nullable Object> value = Filters.value(color);
        return feature -> toColor(value.apply(feature), alpha.of(feature));
    }

    private static @Nullable Color toColor(@Nullable Object value, double opacity) {
        Color color = value == null ? null : Converters.convert(value, Color.class);
        if (color == null) {
            return null;
        }
        double alpha = Math.max(0, Math.min(1, opacity)) * color.getAlpha();
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(alpha));
    }

    /** Adds the names of the properties that an expression reads. */
    static void collect(@Nullable Expression expression, Set<String> names) {
        if (expression != null) {
            names.addAll(Filters.properties(expression));
        }
    }
}
