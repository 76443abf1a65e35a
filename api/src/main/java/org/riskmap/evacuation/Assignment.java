package org.riskmap.evacuation;

/**
 * Persons of one settlement who find a place in one shelter.
 *
 * @param settlement number in the question
 * @param shelter number in the question
 * @param persons greater than 0
 * @param ms time of the way
 * @param mm length of the way
 */
public record Assignment(int settlement, int shelter, int persons, long ms, long mm) {

    /** Whole seconds, rounded up. */
    public long travelTimeS() {
        return Way.seconds(ms);
    }

    public double distanceM() {
        return mm / 1000.0;
    }
}
