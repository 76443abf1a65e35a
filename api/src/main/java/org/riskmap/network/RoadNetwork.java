package org.riskmap.network;

import org.jspecify.annotations.Nullable;
import org.riskmap.elevation.Heights;

/**
 * One version of roads, rivers and heights, kept together so that an analysis sees one state of them. Immutable.
 *
 * @param graph of the roads
 * @param rivers that nobody walks across
 * @param heights of the ground; null where there is no model
 */
public record RoadNetwork(
        RoadGraph graph, Rivers rivers, @Nullable Heights heights) {}
