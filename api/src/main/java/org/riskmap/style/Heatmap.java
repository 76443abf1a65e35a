package org.riskmap.style;

import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * The rendering transformation {@code vec:Heatmap}: points become a raster of their density, 0 to 1, which the rules colour.
 *
 * @param radiusPixels how far a point reaches
 * @param pixelsPerCell size of the cells that are computed; what lies between them is mixed
 * @param weight of a feature; null means that all count 1
 */
public record Heatmap(
        Expression radiusPixels,
        Expression pixelsPerCell,
        @Nullable Expression weight) {}
