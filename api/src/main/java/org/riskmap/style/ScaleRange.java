package org.riskmap.style;

/**
 * Scale denominators at which a rule is drawn, {@code min ≤ denominator < max} (SE 1.1, 10.2; GeoTools compares with a
 * tolerance of 1e-6).
 *
 * @param min 0 where not limited
 * @param max {@link Double#POSITIVE_INFINITY} where not limited
 */
public record ScaleRange(double min, double max) {

    public static final ScaleRange ALL = new ScaleRange(0, Double.POSITIVE_INFINITY);

    private static final double TOLERANCE = 1e-6;

    public boolean contains(double denominator) {
        return min - TOLERANCE <= denominator && denominator < max - TOLERANCE;
    }
}
