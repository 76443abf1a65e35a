package org.riskmap.render;

import java.awt.color.ColorSpace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskmap.style.ColorMap;
import org.riskmap.style.RasterSymbolizer;

/** Values of a raster's bands to colours. */
abstract class RasterColors {

    private static final int OPAQUE = 0xFF000000;

    private final List<Integer> bands;

    private RasterColors(List<Integer> bands) {
        this.bands = bands;
    }

    /** The bands to read, counted from 0. */
    List<Integer> bands() {
        return bands;
    }

    /** Whether values between pixels mean something: not where they are classes. */
    boolean mixable() {
        return true;
    }

    /** 0xAARRGGBB of one pixel; 0 where there is no data. */
    abstract int argb(float[][] values, int index);

    /** Whether the numbers themselves are stretched, before they are colours. */
    boolean grey() {
        return false;
    }

    /**
     * @param fileBands how many bands there are
     * @param palette colours of the numbers, 0xAARRGGBB; null where the file has none
     * @param brightened whether greys are shown as light instead of as they look: GeoServer does so where a grey raster that
     *     can be seen through is drawn together with other layers
     */
    static RasterColors of(RasterSymbolizer symbolizer, int fileBands, int @Nullable [] palette, boolean brightened) {
        List<Integer> channels = symbolizer.channels().stream()
                .map(channel -> channel.band() - 1)
                .toList();
        for (int band : channels) {
            if (band < 0 || band >= fileBands) {
                return new Nothing();
            }
        }
        if (symbolizer.colorMap() != null) {
            int band = channels.isEmpty() ? 0 : channels.get(0);
            return new Mapped(band, symbolizer.colorMap());
        }
        if (palette != null && channels.isEmpty()) {
            return new Indexed(palette);
        }
        boolean color = channels.size() >= 3 || channels.isEmpty() && fileBands >= 3;
        return color
                ? new Color(channels.isEmpty() ? first(Math.min(4, fileBands)) : channels)
                : new Grey(channels.isEmpty() ? 0 : channels.get(0), brightened);
    }

    private static List<Integer> first(int count) {
        List<Integer> bands = new ArrayList<>();
        for (int band = 0; band < count; band++) {
            bands.add(band);
        }
        return bands;
    }

    private static int level(float value) {
        return Math.max(0, Math.min(255, Math.round(value)));
    }

    private static final class Nothing extends RasterColors {
        Nothing() {
            super(List.of());
        }

        @Override
        int argb(float[][] values, int index) {
            return 0;
        }
    }

    private static final class Indexed extends RasterColors {
        private final int[] palette;

        Indexed(int[] palette) {
            super(List.of(0));
            this.palette = palette;
        }

        @Override
        boolean mixable() {
            return false;
        }

        @Override
        int argb(float[][] values, int index) {
            float value = values[0][index];
            return value >= 0 && value < palette.length ? palette[(int) value] : 0;
        }
    }

    private static final class Grey extends RasterColors {
        private final int[] shown = new int[256];

        Grey(int band, boolean brightened) {
            super(List.of(band));
            ColorSpace light = ColorSpace.getInstance(ColorSpace.CS_GRAY);
            for (int level = 0; level < shown.length; level++) {
                shown[level] = brightened ? Math.round(255 * light.toRGB(new float[] {level / 255f})[0]) : level;
            }
        }

        @Override
        boolean grey() {
            return true;
        }

        @Override
        int argb(float[][] values, int index) {
            float value = values[0][index];
            if (Float.isNaN(value)) {
                return 0;
            }
            int level = shown[level(value)];
            return OPAQUE | level << 16 | level << 8 | level;
        }
    }

    private static final class Color extends RasterColors {
        Color(List<Integer> bands) {
            super(bands);
        }

        @Override
        int argb(float[][] values, int index) {
            if (Float.isNaN(values[0][index]) || Float.isNaN(values[1][index]) || Float.isNaN(values[2][index])) {
                return 0;
            }
            int alpha = values.length > 3 ? level(values[3][index]) << 24 : OPAQUE;
            return alpha | level(values[0][index]) << 16 | level(values[1][index]) << 8 | level(values[2][index]);
        }
    }

    private static final class Mapped extends RasterColors {
        private final ColorMap.Kind kind;
        private final double[] quantities;
        private final int[] colors;
        private final @Nullable ColorRamp ramp;

        Mapped(int band, ColorMap map) {
            super(List.of(band));
            this.kind = map.kind();
            this.quantities =
                    map.entries().stream().mapToDouble(ColorMap.Entry::quantity).toArray();
            this.colors = map.entries().stream().mapToInt(Mapped::argb).toArray();
            this.ramp = kind == ColorMap.Kind.RAMP && colors.length > 0 ? new ColorRamp(quantities, colors) : null;
        }

        @Override
        boolean mixable() {
            return kind != ColorMap.Kind.VALUES;
        }

        @Override
        int argb(float[][] values, int index) {
            float value = values[0][index];
            if (Float.isNaN(value)) {
                return 0;
            }
            if (ramp != null) {
                return ramp.argb(value);
            }
            return kind == ColorMap.Kind.INTERVALS ? interval(value) : exact(value);
        }

        private int interval(float value) {
            for (int i = 0; i < quantities.length; i++) {
                if (value < quantities[i]) {
                    return colors[i];
                }
            }
            return 0;
        }

        private int exact(float value) {
            for (int i = 0; i < quantities.length; i++) {
                if (Math.abs(value - quantities[i]) < 1e-6) {
                    return colors[i];
                }
            }
            return 0;
        }

        private static int argb(ColorMap.Entry entry) {
            return (int) Math.round(entry.opacity() * 255) << 24 | entry.rgb() & 0xFFFFFF;
        }
    }
}
