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
}
