package org.riskmap.style;

import java.util.List;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * @param color {@code #rrggbb}
 * @param opacity 0–1
 * @param width in the symbolizer's unit
 * @param cap {@code butt}, {@code round} or {@code square}
 * @param join {@code mitre}, {@code round} or {@code bevel}
 * @param dashes lengths of dashes and gaps in turn; empty means solid; one expression may give a list of numbers
 * @param dashOffset where in the pattern the line begins
 * @param graphicStroke repeated along the line instead of the colour; null where none
 * @param graphicFill fills the line's width instead of the colour; null where none
 */
public record Stroke(
        Expression color,
        Expression opacity,
        Expression width,
        Expression cap,
        Expression join,
        List<Expression> dashes,
        Expression dashOffset,
        @Nullable Graphic graphicStroke,
        @Nullable Graphic graphicFill) {

    public Stroke {
        dashes = List.copyOf(dashes);
    }
}
