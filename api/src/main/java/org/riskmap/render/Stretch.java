package org.riskmap.render;

import org.jspecify.annotations.Nullable;
import org.riskmap.style.RasterSymbolizer.Contrast;

/**
 * Enhances contrast as GeoServer does: over the numbers that are seen, so that the same place may look otherwise on another map.
 * Not a number stays what it is: nothing is known there.
 */
final class Stretch {

    private static final double FULL = 255;
    private static final int LEVELS = 256;
    private static final double LOGARITHM_SCALE = 100;

    private Stretch() {}

    /** What is done with a number. */
    private interface Curve {
        double of(double value);
    }

    /**
     * Stretches numbers in place.
     *
     * @param contrast null changes nothing
     * @param bytes whether the numbers are levels of brightness, 0–255; others are brought to them by all methods but clipping
     */
    static void numbers(@Nullable Contrast contrast, float[] values, boolean bytes) {
        if (contrast == null) {
            return;
        }
        double[] range = range(values);
        if (!(range[0] <= range[1])) {
            return; // nothing is seen
        }
        apply(curve(contrast, values, range, bytes), values);
        if (contrast.gamma() != 1) {
            boolean levels = bytes || contrast.method() != Contrast.Method.NONE;
            apply(gamma(contrast.gamma(), levels ? new double[] {0, FULL} : range(values)), values);
        }
    }

    /** Stretches the brightness of colours in place, 0xAARRGGBB; hue and saturation stay, and so does what is not seen. */
    static void colors(@Nullable Contrast contrast, int[] argb) {
        if (contrast == null) {
            return;
        }
        float[] brightness = new float[argb.length];
        for (int i = 0; i < argb.length; i++) {
            brightness[i] = argb[i] >>> 24 == 0 ? Float.NaN : brightness(argb[i]);
        }
        numbers(contrast, brightness, true);
        for (int i = 0; i < argb.length; i++) {
            float before = brightness(argb[i]);
            if (!Float.isNaN(brightness[i]) && before > 0) {
                argb[i] = brightened(argb[i], brightness[i] / before);
            }
        }
    }

    private static float brightness(int argb) {
        return ((argb >> 16 & 255) + (argb >> 8 & 255) + (argb & 255)) / 3f;
    }

    private static int brightened(int argb, float factor) {
        int result = argb & 0xFF000000;
        for (int shift = 0; shift < 24; shift += 8) {
            result |= Math.min(255, Math.round((argb >> shift & 255) * factor)) << shift;
        }
        return result;
    }

    private static void apply(Curve curve, float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isNaN(values[i])) {
                values[i] = (float) curve.of(values[i]);
            }
        }
    }

    private static double[] range(float[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            if (!Float.isNaN(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        return new double[] {least, most};
    }

    private static Curve curve(Contrast contrast, float[] values, double[] seen, boolean bytes) {
        double least = Double.isNaN(contrast.least()) ? seen[0] : contrast.least();
        double most = Double.isNaN(contrast.most()) ? seen[1] : contrast.most();
        double full = bytes ? FULL : seen[1];
        return switch (contrast.method()) {
            case NONE -> value -> value;
            case STRETCH -> linear(least, most);
            case CLIP -> value -> Math.max(least, Math.min(most, value));
            case CLIP_TO_ZERO -> value -> value < least || value > most ? 0 : value;
            case HISTOGRAM -> equalized(values, bytes ? value -> value : linear(seen[0], seen[1]));
            case LOGARITHMIC ->
                value -> FULL * Math.log1p(LOGARITHM_SCALE * part(value, full)) / Math.log1p(LOGARITHM_SCALE);
            case EXPONENTIAL -> value -> FULL * Math.expm1(part(value, full)) / Math.expm1(1);
        };
    }

    private static double part(double value, double full) {
        return full > 0 ? Math.max(0, value / full) : 0;
    }

    private static Curve linear(double least, double most) {
        return value -> most > least ? Math.max(0, Math.min(FULL, (value - least) * FULL / (most - least))) : 0;
    }

    /** A level becomes the part of the numbers that lie below it. */
    private static Curve equalized(float[] values, Curve level) {
        long[] counts = new long[LEVELS];
        long all = 0;
        for (float value : values) {
            if (!Float.isNaN(value)) {
                counts[level(level.of(value))]++;
                all++;
            }
        }
        double[] shown = new double[LEVELS];
        long below = 0;
        for (int i = 0; i < LEVELS; i++) {
            shown[i] = below * FULL / all;
            below += counts[i];
        }
        return value -> shown[level(level.of(value))];
    }

    private static int level(double value) {
        return (int) Math.max(0, Math.min(LEVELS - 1, Math.round(value)));
    }

    private static Curve gamma(double gamma, double[] range) {
        double width = range[1] - range[0];
        return value -> width > 0 ? range[0] + width * Math.pow(Math.max(0, (value - range[0]) / width), gamma) : value;
    }
}
