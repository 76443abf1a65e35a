package org.riskmap.evacuation;

import java.util.List;

/**
 * The sites that were chosen.
 *
 * @param sites in the order chosen, required ones first
 * @param before the coverage without them
 * @param after the coverage with them
 * @param afterQuestion what {@code after} answers: its shelters are those there are, then the sites in their order
 * @param added what all sites add together, in the aim's unit: persons, or persons times milliseconds (millimetres)
 * @param bound more than so much no choice of as many candidates can add
 * @param usable candidates that could be chosen: suited, outside land to avoid, near a road
 * @param warnings what a careful reader must know
 */
public record Siting(
        List<Site> sites,
        Coverage before,
        Coverage after,
        Question afterQuestion,
        long added,
        long bound,
        int usable,
        List<String> warnings) {

    /**
     * One site.
     *
     * @param candidate number in the question
     * @param required whether it was not a choice
     * @param adds what it adds to those before it, in the aim's unit
     * @param total what it and those before it add together
     */
    public record Site(int candidate, boolean required, long adds, long total) {}

    /** Relative distance of what was found to the bound, 0 to 1; 0 where it is the best possible. */
    public double gap() {
        return bound == 0 ? 0 : (double) (bound - added) / bound;
    }
}
