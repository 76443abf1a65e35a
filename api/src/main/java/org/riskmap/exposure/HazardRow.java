package org.riskmap.exposure;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one hazard reaches, whoever else reaches it too. Added up over hazards the figures count people near two of them
 * twice; the rings of all hazards together do not.
 *
 * @param hazard id
 * @param name null where the source does not say
 * @param rings inside out
 */
public record HazardRow(String hazard, @Nullable String name, List<Cell> rings) {

    /**
     * @param fromM exclusive, but 0 inclusive
     * @param toM inclusive
     * @param areaM2 of the ring of this hazard alone
     * @param population persons in reach, whether another hazard is nearer or not
     * @param households the same for households
     * @param counts exposed features in reach, by layer
     * @param nearestPopulation those of them that have no nearer hazard: these add up to the total
     */
    public record Cell(
            double fromM,
            double toM,
            double areaM2,
            long population,
            long households,
            Map<String, Integer> counts,
            long nearestPopulation) {}

    /** Persons in reach of this hazard. */
    public long population() {
        return rings.stream().mapToLong(Cell::population).sum();
    }
}
