package org.riskmap.style;

import java.util.List;
import java.util.Map;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Writes a label.
 *
 * @param label the text
 * @param fonts tried in their order
 * @param placement beside a point or along a line
 * @param halo null where none
 * @param fill of the letters
 * @param priority greater is placed first; null means all alike
 * @param graphic drawn behind the text; null where none
 */
public record TextSymbolizer(
        @Nullable Expression geometry,
        Uom uom,
        Map<String, String> options,
        Expression label,
        List<Font> fonts,
        LabelPlacement placement,
        @Nullable Halo halo,
        @Nullable Fill fill,
        @Nullable Expression priority,
        @Nullable Graphic graphic)
        implements Symbolizer {

    public TextSymbolizer {
        options = Map.copyOf(options);
        fonts = List.copyOf(fonts);
    }
}
