package org.riskmap.exposure;

import java.util.List;
import org.riskmap.kernel.Feature;

/**
 * Things that may be exposed.
 *
 * @param name {@code risk:settlement}, or {@code inline}
 * @param countsPeople whether {@code population} and {@code households} of its features count: admin areas repeat people
 *     on three levels, so only settlements and inline features do
 * @param features sorted by id, EPSG:4490 longitude first
 */
public record ExposedLayer(String name, boolean countsPeople, List<Feature> features) {}
