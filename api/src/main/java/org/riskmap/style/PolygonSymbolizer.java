package org.riskmap.style;

import java.util.Map;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Fills and outlines areas.
 *
 * @param fill null where the inside stays empty
 * @param stroke null where there is no outline
 * @param offset to the right of the outline's direction, in {@code uom}; null means none
 */
public record PolygonSymbolizer(
        @Nullable Expression geometry,
        Uom uom,
        Map<String, String> options,
        @Nullable Fill fill,
        @Nullable Stroke stroke,
        @Nullable Expression offset)
        implements Symbolizer {

    public PolygonSymbolizer {
        options = Map.copyOf(options);
    }
}
