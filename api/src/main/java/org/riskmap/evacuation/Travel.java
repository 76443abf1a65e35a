package org.riskmap.evacuation;

import org.riskmap.network.Mode;

/** How people get to a shelter. */
public sealed interface Travel {

    /** The longest walk to the road where a question does not say, metres. */
    double USUAL_SNAP_M = 500;

    /**
     * On the roads.
     *
     * @param mode on foot or by car
     * @param speedKmh of walking on the flat, km/h; by car that of the walk to the road
     * @param slope whether walkers are slower on slopes
     * @param maxSnapM the longest walk to the road and from it, metres, inclusive
     */
    record Roads(Mode mode, double speedKmh, Slope slope, double maxSnapM) implements Travel {}

    /**
     * Straight on, along the geodesic.
     *
     * @param speedKmh km/h
     * @param detourFactor how much longer the way is than the straight line, at least 1; serves time only
     */
    record StraightLine(double speedKmh, double detourFactor) implements Travel {}

    /** Whether slopes count. */
    enum Slope {
        /** Where there is a model of heights; else flat, with a warning. */
        AUTO,
        /** Yes; without a model of heights the question has no answer. */
        ON,
        /** No. */
        OFF
    }
}
