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
        private final ColorMap map;
        private final double[] quantities;

        Mapped(int band, ColorMap map) {
            super(List.of(band));
            this.map = map;
            this.quantities =
                    map.entries().stream().mapToDouble(ColorMap.Entry::quantity).toArray();
        }

        @Override
        boolean mixable() {
            return map.kind() != ColorMap.Kind.VALUES;
        }

        @Override
        int argb(float[][] values, int index) {
            float value = values[0][index];
            if (Float.isNaN(value) || quantities.length == 0) {
                return 0;
            }
            return switch (map.kind()) {
                case RAMP -> ramp(value);
                case INTERVALS -> interval(value);
                case VALUES -> exact(value);
            };
        }

        private int ramp(float value) {
            int last = quantities.length - 1;
            if (value <= quantities[0]) {
                return argb(map.entries().get(0), map.entries().get(0), 0);
            }
            if (value >= quantities[last]) {
                return argb(map.entries().get(last), map.entries().get(last), 0);
            }
            int above = 1;
            while (value > quantities[above]) {
                above++;
            }
            double part = (value - quantities[above - 1]) / (quantities[above] - quantities[above - 1]);
            return argb(map.entries().get(above - 1), map.entries().get(above), part);
        }

        private int interval(float value) {
            for (int i = 0; i < quantities.length; i++) {
                if (value < quantities[i]) {
                    return argb(map.entries().get(i), map.entries().get(i), 0);
                }
            }
            return 0;
        }

        private int exact(float value) {
            for (int i = 0; i < quantities.length; i++) {
                if (Math.abs(value - quantities[i]) < 1e-6) {
                    return argb(map.entries().get(i), map.entries().get(i), 0);
                }
            }
            return 0;
        }

        private static int argb(ColorMap.Entry low, ColorMap.Entry high, double part) {
            int alpha = mixed((int) Math.round(low.opacity() * 255), (int) Math.round(high.opacity() * 255), part);
            return alpha << 24
                    | mixed(low.rgb() >> 16 & 255, high.rgb() >> 16 & 255, part) << 16
                    | mixed(low.rgb() >> 8 & 255, high.rgb() >> 8 & 255, part) << 8
                    | mixed(low.rgb() & 255, high.rgb() & 255, part);
        }

        private static int mixed(int low, int high, double part) {
            return (int) (low + (high - low) * part + .5);
        }
    }
}
