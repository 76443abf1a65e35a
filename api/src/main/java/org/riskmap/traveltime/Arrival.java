package org.riskmap.traveltime;

/**
 * The best way to a target.
 *
 * @param target number of the target, in the order it was given
 * @param cost of the whole way, in the unit of the costs
 * @param other the other part of the cost
 */
public record Arrival(int target, long cost, long other) {

    /** Less cost first; then the target that was given first; then less of the other part. */
    boolean isBetterThan(Arrival than) {
        if (cost != than.cost) {
            return cost < than.cost;
        }
        return target != than.target ? target < than.target : other < than.other;
    }
}
