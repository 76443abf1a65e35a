package org.riskmap.exposure;

/**
 * How near a thing is to the nearest hazard.
 *
 * @param hazard number of the hazard in the order of their ids; the first where several are equally near to the millimetre
 * @param distanceM geodesic, 0 where they share a place
 */
record Nearness(int hazard, double distanceM) {

    /** The nearer of two; the smaller number where both round to the same millimetre. */
    static Nearness nearer(Nearness a, Nearness b) {
        long mmA = Math.round(a.distanceM * 1000);
        long mmB = Math.round(b.distanceM * 1000);
        if (mmA != mmB) {
            return mmA < mmB ? a : b;
        }
        double least = Math.min(a.distanceM, b.distanceM);
        return new Nearness(Math.min(a.hazard, b.hazard), least);
    }
}
