package org.riskmap.style;

import org.geotools.api.filter.expression.Expression;

/**
 * @param family name of a font
 * @param size in the symbolizer's unit
 * @param style {@code normal}, {@code italic} or {@code oblique}
 * @param weight {@code normal} or {@code bold}
 */
public record Font(Expression family, Expression size, Expression style, Expression weight) {}
