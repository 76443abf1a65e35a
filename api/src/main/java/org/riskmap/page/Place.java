package org.riskmap.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something with a name.
 *
 * @param layer without workspace
 * @param id in its layer; of a road or river of several pieces, the first
 * @param context the township it lies in; null where it lies in none, or is one
 * @param lon of a point on it, degrees
 * @param lat of that point
 * @param extent west, south, east, north in degrees; null for a point
 */
record Place(
        String layer,
        String id,
        String name,
        @Nullable String context,
        double lon,
        double lat,
        @Nullable List<Double> extent) {}
