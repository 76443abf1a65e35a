package org.riskmap.render;

import org.riskmap.style.Style;

/**
 * A layer of a legend.
 *
 * @param title its heading where there are several
 * @param style whose rules are shown
 */
public record LegendEntry(String title, Style style) {}
