package org.riskmap.evacuation;

import org.jspecify.annotations.Nullable;

/**
 * Where people could go. Open: closed ones are not part of a question.
 *
 * @param id unique among those of one question
 * @param name null where the source does not say
 * @param lon degrees
 * @param lat degrees
 * @param capacity persons, not negative
 * @param suited whether it suits the hazard that was named; true where none was
 * @param tier of the administration that keeps it; null where the source does not say
 */
public record Shelter(
        String id,
        @Nullable String name,
        double lon,
        double lat,
        int capacity,
        boolean suited,
        @Nullable String tier) {

    /** Of no known tier. */
    public Shelter(String id, @Nullable String name, double lon, double lat, int capacity, boolean suited) {
        this(id, name, lon, lat, capacity, suited, null);
    }

    /** The same with another capacity. */
    public Shelter withCapacity(int persons) {
        return new Shelter(id, name, lon, lat, persons, suited, tier);
    }
}
