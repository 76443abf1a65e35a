package org.riskmap.style;

import java.util.Map;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;

/** One way to draw a feature. */
public sealed interface Symbolizer
        permits PolygonSymbolizer, LineSymbolizer, PointSymbolizer, TextSymbolizer, RasterSymbolizer {

    /** Which geometry, or what is computed from it; null means the feature's own. */
    @Nullable
    Expression geometry();

    /** The unit of its lengths. */
    Uom uom();

    /** Vendor options by name. */
    Map<String, String> options();

    /** Whether the map shows it: not where the vendor option {@code inclusion} is {@code legendOnly}. */
    default boolean onMap() {
        return !"legendOnly".equalsIgnoreCase(options().get("inclusion"));
    }

    /** Whether the legend shows it: not where the vendor option {@code inclusion} is {@code mapOnly}. */
    default boolean inLegend() {
        return !"mapOnly".equalsIgnoreCase(options().get("inclusion"));
    }
}
