package org.riskmap.style;

import java.util.List;
import java.util.Map;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Colours a raster.
 *
 * @param opacity 0–1; null means 1
 * @param channels bands for red, green, blue or one for grey; empty means the file's own
 * @param colorMap value to colour; null where the bands are colours or grey
 * @param contrast of what the channels and the map give; null where that is shown as it is
 */
public record RasterSymbolizer(
        @Nullable Expression geometry,
        Uom uom,
        Map<String, String> options,
        @Nullable Expression opacity,
        List<Channel> channels,
        @Nullable ColorMap colorMap,
        @Nullable Contrast contrast)
        implements Symbolizer {

    public RasterSymbolizer {
        options = Map.copyOf(options);
        channels = List.copyOf(channels);
    }

    /**
     * A band of the file.
     *
     * @param band counted from 1
     * @param contrast of its numbers; null where they are taken as they are
     */
    public record Channel(int band, @Nullable Contrast contrast) {}

    /**
     * How numbers are stretched before they are shown (SE 1.1, 11.7.4, with the methods that GeoServer has beside).
     *
     * @param method what is done
     * @param least for the methods that are told a range; NaN where the picture's own is meant
     * @param most greater than {@code least}; NaN where the picture's own is meant
     * @param gamma exponent of the result, 1 changes nothing
     */
    public record Contrast(Method method, double least, double most, double gamma) {

        /** What is done with a number. */
        public enum Method {
            /** Nothing. */
            NONE,
            /** The least becomes 0, the greatest 255; what lies outside a range that is told goes to its end. */
            STRETCH,
            /** What lies outside the range becomes its end. */
            CLIP,
            /** What lies outside the range becomes 0. */
            CLIP_TO_ZERO,
            /** Each brightness is as frequent as any other. */
            HISTOGRAM,
            /** Dark differences are shown larger. */
            LOGARITHMIC,
            /** Bright differences are shown larger. */
            EXPONENTIAL
        }
    }
}
