package org.riskmap.evacuation;

import org.jspecify.annotations.Nullable;

/**
 * Where people are.
 *
 * @param id unique among those of one question
 * @param name null where the source does not say
 * @param lon degrees
 * @param lat degrees
 * @param population persons, not negative
 * @param vulnerable persons among them who need help, at most the population
 */
public record Settlement(String id, @Nullable String name, double lon, double lat, int population, int vulnerable) {

    /** Nobody is vulnerable as far as is known. */
    public Settlement(String id, @Nullable String name, double lon, double lat, int population) {
        this(id, name, lon, lat, population, 0);
    }
}
