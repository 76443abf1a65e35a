package org.riskmap.evacuation;

/**
 * The best way to a shelter.
 *
 * @param shelter number in the question
 * @param ms time
 * @param mm length
 */
public record Way(int shelter, long ms, long mm) {

    /** Whole seconds, rounded up. */
    public long travelTimeS() {
        return seconds(ms);
    }

    public double distanceM() {
        return mm / 1000.0;
    }

    static long seconds(long ms) {
        return Math.floorDiv(ms + 999, 1000L);
    }
}
