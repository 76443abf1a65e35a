package org.riskmap.traveltime;

/**
 * A part of a way that lies on one edge.
 *
 * @param edge of the graph
 * @param fromMm place on the edge where it begins
 * @param toMm place on the edge where it ends; less than where it begins when it goes against the edge
 */
public record Stage(int edge, int fromMm, int toMm) {}
