package org.riskmap.network;

/** What it costs to go over the arc at each slot of a graph in one of its directions, in flat arrays by slot. */
public final class SlotCosts {

    private final int[] step;
    private final int[] other;

    SlotCosts(int[] step, int[] other) {
        this.step = step;
        this.other = other;
    }

    /** The cost, or {@link TravelCosts#CLOSED}. */
    public int step(int slot) {
        return step[slot];
    }

    /** The other part of {@link #step}. */
    public int other(int slot) {
        return other[slot];
    }
}
