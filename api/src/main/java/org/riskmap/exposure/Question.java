package org.riskmap.exposure;

import java.util.List;
import org.riskmap.kernel.Feature;

/**
 * What is asked of {@link BufferExposure}.
 *
 * @param hazards sorted by id; points, lines, polygons or collections in EPSG:4490, longitude first
 * @param distances the outer edges of the rings
 * @param side on which the rings lie
 * @param layers things that may be exposed, features sorted by id
 * @param dissolve false: {@link Exposure#hazardRings} and {@link Exposure#byHazard} too
 * @param drawn false: numbers only. Nothing is drawn, rings have no geometry and areas are NaN; things must be points and rings
 *     dissolved
 * @param areas administrative areas, by which everything is summed up too; with {@code code} and {@code name}
 */
public record Question(
        List<Feature> hazards,
        Distances distances,
        Side side,
        List<ExposedLayer> layers,
        boolean dissolve,
        boolean drawn,
        List<Feature> areas) {}
