package org.riskmap.style;

import java.util.Map;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;

/** Puts a graphic at a point: the feature's own, or one inside it. */
public record PointSymbolizer(@Nullable Expression geometry, Uom uom, Map<String, String> options, Graphic graphic)
        implements Symbolizer {

    public PointSymbolizer {
        options = Map.copyOf(options);
    }
}
