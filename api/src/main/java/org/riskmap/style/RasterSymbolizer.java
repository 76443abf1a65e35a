package org.riskmap.style;

import java.util.List;
import java.util.Map;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Colours a raster.
 *
 * @param opacity 0–1; null means 1
 * @param channels bands for red, green, blue or one for grey, counted from 1; empty means the file's own
 * @param colorMap value to colour; null where the bands are colours or grey
 * @param contrast null where values are taken as they are
 */
public record RasterSymbolizer(
        @Nullable Expression geometry,
        Uom uom,
        Map<String, String> options,
        @Nullable Expression opacity,
        List<Integer> channels,
        @Nullable ColorMap colorMap,
        @Nullable Contrast contrast)
        implements Symbolizer {

    public RasterSymbolizer {
        options = Map.copyOf(options);
        channels = List.copyOf(channels);
    }

    /**
     * How values are stretched before they are shown.
     *
     * @param method whole words of SE 1.1
     * @param gamma 1 changes nothing
     */
    public record Contrast(Method method, double gamma) {
        public enum Method {
            NONE,
            NORMALIZE,
            HISTOGRAM
        }
    }
}
