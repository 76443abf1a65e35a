package org.riskmap.evacuation;

import java.util.ArrayDeque;
import java.util.Deque;
import org.riskmap.network.Mode;
import org.riskmap.network.RoadNetwork;

/** The walk maps that were asked for last. Safe for many threads. */
final class WalkMaps {

    private static final int KEPT = 4;

    private final Deque<Known> known = new ArrayDeque<>();

    private record Known(RoadNetwork network, Mode mode, double maxSnapM, boolean outward, WalkMap map) {

        boolean is(RoadNetwork ofNetwork, Mode byMode, double within, boolean away) {
            return network == ofNetwork && mode == byMode && maxSnapM == within && outward == away;
        }
    }

    /** The map of a network; maps of older networks are forgotten. */
    synchronized WalkMap of(RoadNetwork network, Mode mode, double maxSnapM, boolean outward) {
        for (Known one : known) {
            if (one.is(network, mode, maxSnapM, outward)) {
                known.remove(one);
                known.addFirst(one);
                return one.map();
            }
        }
        known.removeIf(one -> one.network() != network);
        while (known.size() >= KEPT) {
            known.removeLast();
        }
        WalkMap map = new WalkMap(network, mode, maxSnapM, outward);
        known.addFirst(new Known(network, mode, maxSnapM, outward, map));
        return map;
    }
}
