package org.riskmap.style;

import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * @param color {@code #rrggbb}
 * @param opacity 0–1
 * @param graphic repeated instead of the colour; null where the colour fills
 */
public record Fill(
        Expression color, Expression opacity, @Nullable Graphic graphic) {}
