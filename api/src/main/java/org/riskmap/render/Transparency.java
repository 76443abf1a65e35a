package org.riskmap.render;

import java.util.List;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.util.Converters;
import org.jspecify.annotations.Nullable;
import org.riskmap.style.Fill;
import org.riskmap.style.LineSymbolizer;
import org.riskmap.style.PolygonSymbolizer;
import org.riskmap.style.Stroke;
import org.riskmap.style.Symbolizer;

/** Whether what a style draws can be seen through: features that lie on each other then add up and none may be left out. */
final class Transparency {

    private static final double NONE = 0.01;
    private static final double FULL = 0.99;

    private Transparency() {}

    static boolean in(List<Symbolizer> symbolizers) {
        return symbolizers.stream().anyMatch(Transparency::in);
    }

    private static boolean in(Symbolizer symbolizer) {
        if (symbolizer instanceof PolygonSymbolizer polygon) {
            return in(polygon.fill()) || in(polygon.stroke());
        }
        return symbolizer instanceof LineSymbolizer line && in(line.stroke());
    }

    private static boolean in(@Nullable Fill fill) {
        return fill != null && partly(fill.opacity());
    }

    private static boolean in(@Nullable Stroke stroke) {
        return stroke != null && partly(stroke.opacity());
    }

    private static boolean partly(Expression opacity) {
        Double fixed = opacity instanceof Literal literal ? Converters.convert(literal.getValue(), Double.class) : null;
        return fixed != null && fixed > NONE && fixed < FULL;
    }
}
