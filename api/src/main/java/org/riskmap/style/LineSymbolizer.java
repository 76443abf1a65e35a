package org.riskmap.style;

import java.util.Map;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Draws lines, and the borders of areas.
 *
 * @param stroke null where nothing is drawn
 * @param offset positive to the right of the line's direction, as GeoServer draws it, in {@code uom}; null means none
 */
public record LineSymbolizer(
        @Nullable Expression geometry,
        Uom uom,
        Map<String, String> options,
        @Nullable Stroke stroke,
        @Nullable Expression offset)
        implements Symbolizer {

    public LineSymbolizer {
        options = Map.copyOf(options);
    }
}
