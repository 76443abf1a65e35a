package org.riskmap.exposure;

import java.util.List;
import java.util.Map;

/**
 * What the hazards reach.
 *
 * @param hazards how many there are
 * @param rings one per distance, over all hazards together: disjoint, everything in them counted once
 * @param hazardRings one per hazard and distance, hazards in the order of their ids; geometries overlap, people count where
 *     their nearest hazard is. Empty where rings are dissolved
 * @param byHazard what each hazard reaches on its own, in the order of their ids; empty where rings are dissolved
 * @param byArea by code of administrative areas that hold something exposed, what lies in none last; empty where no areas
 *     were given
 * @param exposed layers in the order asked for, features by id
 * @param areaM2 of all rings
 * @param population of all rings
 * @param households of all rings
 * @param counts of all rings, by layer
 * @param withoutPopulation features of layers that count people that say nothing of theirs, by layer
 * @param repaired ids of hazards whose stored geometry was not valid and was repaired
 */
public record Exposure(
        int hazards,
        List<Ring> rings,
        List<Ring> hazardRings,
        List<HazardRow> byHazard,
        List<AreaRow> byArea,
        List<Exposed> exposed,
        double areaM2,
        long population,
        long households,
        Map<String, Integer> counts,
        Map<String, Integer> withoutPopulation,
        List<String> repaired) {}
