package org.riskmap.network;

/**
 * How much slower than on the flat people walk on a slope, by direction. Source: Tobler 1993, "Three presentations on
 * geographical analysis and modeling", NCGIA 93-1: speed = 6 km/h · exp(−3.5·|slope + 0.05|), here scaled so that the flat
 * has the speed that the caller names. Never symmetric: gently down is fastest.
 */
final class Tobler {

    /** Steeper than 1:1 is taken as 1:1; a road is never so steep, an error of the model may be. */
    private static final double STEEPEST = 1.0;

    private static final double DECAY = 3.5;
    private static final double FASTEST_SLOPE = 0.05;

    private Tobler() {}

    /**
     * Times the walking time on the flat.
     *
     * @param slope rise over run in the direction of travel; NaN where the height is not known, which counts as flat
     */
    static double slowness(double slope) {
        if (Double.isNaN(slope)) {
            return 1;
        }
        double bounded = Math.max(-STEEPEST, Math.min(STEEPEST, slope));
        return Math.exp(DECAY * (Math.abs(bounded + FASTEST_SLOPE) - FASTEST_SLOPE));
    }
}
