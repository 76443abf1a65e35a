package org.riskmap.demo;

import org.riskmap.kernel.InvalidInput;

/**
 * Which demo land to make.
 *
 * @param seed every number gives another land, always the same one
 * @param scale number of counties, 1 to 100; area and counts grow with it
 */
public record DemoSettings(long seed, int scale) {

    /** The one county that the first start loads. */
    public static final DemoSettings STANDARD = new DemoSettings(20240607, 1);

    private static final double COUNTY_AREA_M2 = 1760e6;

    /** Fails with {@link InvalidInput} for a scale out of range. */
    public DemoSettings {
        if (scale < 1 || scale > 100) {
            throw new InvalidInput(
                    "scale", scale + " is not a number of counties", "give a whole number from 1 to 100");
        }
    }

    /** Land of all counties together, m². */
    double areaM2() {
        return COUNTY_AREA_M2 * scale;
    }

    /** Radius of a circle as large as all counties together, m. */
    double radiusM() {
        return Math.sqrt(areaM2() / Math.PI);
    }
}
