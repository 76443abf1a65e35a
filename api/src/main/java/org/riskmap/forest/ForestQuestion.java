package org.riskmap.forest;

import java.util.List;
import java.util.Map;
import org.riskmap.kernel.Feature;

/**
 * What is asked.
 *
 * @param zones fire zones with {@code danger_class}, sorted by id
 * @param belts lines with {@code kind} and perhaps {@code width_m}, or polygons
 * @param settlements with {@code population} and {@code households}
 * @param fires with {@code detected_at}
 * @param areas townships, with {@code code} and {@code name}
 * @param weather index by code of the township, as far as known
 * @param widthsM of belts by kind, where they do not say it themselves
 * @param edgeM reach of the forest's edge
 * @param sliver least share of a zone that a township must hold to share it
 */
public record ForestQuestion(
        List<Feature> zones,
        List<Feature> belts,
        List<Feature> settlements,
        List<Feature> fires,
        List<Feature> areas,
        Map<String, Double> weather,
        Map<String, Double> widthsM,
        double edgeM,
        double sliver) {}
