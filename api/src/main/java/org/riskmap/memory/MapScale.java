package org.riskmap.memory;

import org.riskmap.kernel.Crs;

/**
 * What geometries are made ready for.
 *
 * @param crs system that they are wanted in, east first
 * @param resolution size of a pixel in that system's unit: detail below half a pixel may be left out
 */
public record MapScale(Crs crs, double resolution) {

    /** Fails with {@link IllegalArgumentException} where the resolution is not a positive number. */
    public MapScale {
        if (!(resolution > 0) || Double.isInfinite(resolution)) {
            throw new IllegalArgumentException("a resolution is positive: " + resolution);
        }
        crs = crs.eastFirst();
    }

    /** Scales that share one set of geometries: of one system, with pixels at most twice as large. */
    Level level() {
        return new Level(crs.code(), Math.getExponent(resolution));
    }

    /** @param exponent of the finest resolution, a power of two */
    record Level(int crsCode, int exponent) {

        double finestResolution() {
            return Math.scalb(1.0, exponent);
        }
    }
}
