package org.riskmap.exposure;

import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Feature;

/**
 * One feature within reach.
 *
 * @param layer as in {@link ExposedLayer#name}
 * @param ring number of the innermost ring that it belongs to
 * @param distanceM geodesic distance to the nearest hazard, 0 inside or touching
 * @param nearestHazard id
 * @param population of the whole feature; null where it has none
 * @param households the same
 */
public record Exposed(
        String layer,
        Feature feature,
        int ring,
        double distanceM,
        String nearestHazard,
        @Nullable Long population,
        @Nullable Long households) {}
