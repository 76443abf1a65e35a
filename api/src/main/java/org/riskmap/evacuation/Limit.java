package org.riskmap.evacuation;

import org.riskmap.network.TravelRule.Least;

/**
 * How far people may go, inclusive.
 *
 * @param least whether time or length is limited; the limited one is also what is least on the best way
 * @param most milliseconds or millimetres
 */
public record Limit(Least least, long most) {

    /** @param seconds not negative; parts of a millisecond are cut off */
    public static Limit ofSeconds(double seconds) {
        return new Limit(Least.TIME, (long) Math.floor(seconds * 1000 + 1e-6));
    }

    /** @param metres not negative; parts of a millimetre are cut off */
    public static Limit ofMetres(double metres) {
        return new Limit(Least.LENGTH, (long) Math.floor(metres * 1000 + 1e-6));
    }
}
