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
 */
public record Settlement(String id, @Nullable String name, double lon, double lat, int population) {}
