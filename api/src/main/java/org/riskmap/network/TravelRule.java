package org.riskmap.network;

/**
 * How a traveller moves and what is least on the best way.
 *
 * @param mode on foot or by car
 * @param walkKmh walking speed on the flat, km/h, greater than 0; by car that of the walk to the road
 * @param slopes whether walkers are slower uphill and steeply downhill (Tobler 1993)
 * @param least what the best way has least of
 */
public record TravelRule(Mode mode, double walkKmh, boolean slopes, Least least) {

    /** What the best way has least of; the other is carried along, and decides between ways that are equal. */
    public enum Least {
        /** Time; costs are milliseconds. */
        TIME,
        /** Length; costs are millimetres. */
        LENGTH
    }

    /** Milliseconds that {@code mm} millimetres on the flat take on foot. */
    public long walkMs(double mm) {
        return Math.round(mm * 3.6 / walkKmh);
    }
}
