package org.riskmap.exposure;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of one administrative area is exposed, ring by ring. Over all areas a ring's figures add up to the ring's.
 *
 * @param code null: in no area
 * @param name null where the source does not say, and for what lies in no area
 * @param rings inside out
 */
public record AreaRow(@Nullable String code, @Nullable String name, List<Cell> rings) {

    /**
     * @param population whole persons
     * @param households whole households
     * @param counts exposed features by layer; one that lies in several areas counts where a point in it lies
     * @param lengthsM metres of exposed lines, by layer, cut at the areas' borders
     * @param areasM2 square metres of exposed polygons, by layer, cut at the areas' borders
     */
    public record Cell(
            long population,
            long households,
            Map<String, Integer> counts,
            Map<String, Double> lengthsM,
            Map<String, Double> areasM2) {}
}
