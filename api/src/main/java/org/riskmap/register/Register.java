package org.riskmap.register;

import java.util.List;
import org.riskmap.kernel.Feature;

/**
 * What is checked.
 *
 * @param zones polygons, sorted by id
 * @param points with {@code zone_id}
 * @param lines with {@code zone_id}
 * @param settlements with {@code population}
 * @param areas townships, with {@code code} and {@code name}
 */
public record Register(
        List<Feature> zones,
        List<Feature> points,
        List<Feature> lines,
        List<Feature> settlements,
        List<Feature> areas) {}
