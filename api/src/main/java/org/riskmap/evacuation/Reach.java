package org.riskmap.evacuation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riskmap.traveltime.Pairs;

/**
 * Who can get where, whatever the capacities.
 *
 * @param snapMm by settlement: the walk to the road, millimetres; {@link #NOT_SNAPPED} where none is near enough
 * @param nearest by settlement: the best way to the nearest usable shelter, however far; null where there is none
 * @param shelterSnapMm by shelter: the walk from the road; {@link #NOT_SNAPPED} also where it was not usable anyway
 * @param pairs which settlement reaches which usable shelter within the limit; costs are of the limit's kind
 * @param warnings what a careful reader must know
 */
record Reach(long[] snapMm, @Nullable Way[] nearest, long[] shelterSnapMm, Pairs pairs, List<String> warnings) {

    /** In place of a walk where no usable road is near enough. */
    static final long NOT_SNAPPED = -1;

    /** In place of a walk where there are no roads in the question. */
    static final long NO_ROADS = -2;

    /** A walk in metres; null where there is none. */
    static @Nullable Double metres(long snapMm) {
        return snapMm < 0 ? null : snapMm / 1000.0;
    }
}
