package org.riskmap.style;

import org.geotools.api.filter.expression.Expression;

/**
 * @param fill its colour
 * @param radius how far it reaches beyond the letters, in the symbolizer's unit
 */
public record Halo(Fill fill, Expression radius) {}
