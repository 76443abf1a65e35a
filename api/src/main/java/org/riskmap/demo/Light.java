package org.riskmap.demo;

/** How bright a piece of ground looks under a main light from the north-west and weaker ones beside it. */
final class Light {

    private static final double[] AZIMUTH = {315, 270, 0, 225};
    private static final double[] SHARE = {0.55, 0.18, 0.18, 0.09};
    private static final double ALTITUDE = 45;
    private static final double[] EAST = new double[AZIMUTH.length];
    private static final double[] NORTH = new double[AZIMUTH.length];
    private static final double UP = StrictMath.sin(Math.toRadians(ALTITUDE));
    /** Flat ground is light, so that what is drawn over it stays readable. */
    private static final double FLAT = 0.86;

    static {
        for (int i = 0; i < AZIMUTH.length; i++) {
            double level = StrictMath.cos(Math.toRadians(ALTITUDE));
            EAST[i] = level * StrictMath.sin(Math.toRadians(AZIMUTH[i]));
            NORTH[i] = level * StrictMath.cos(Math.toRadians(AZIMUTH[i]));
        }
    }

    private Light() {}

    /**
     * Brightness, 0 dark to 1 bright.
     *
     * @param east rise over run towards the east
     * @param north rise over run towards the north
     */
    static double on(double east, double north) {
        double length = Math.sqrt(1 + east * east + north * north);
        double sum = 0;
        for (int i = 0; i < AZIMUTH.length; i++) {
            double facing = (UP - east * EAST[i] - north * NORTH[i]) / length;
            sum += SHARE[i] * Math.max(0, facing);
        }
        double relative = sum / UP;
        double bright = relative <= 1 ? FLAT * (0.25 + 0.75 * relative) : FLAT + (1 - FLAT) * (relative - 1) / 0.38;
        return Math.max(0, Math.min(1, bright));
    }
}
