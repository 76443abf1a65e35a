package org.riskmap.network;

/**
 * Where somebody comes to the road, or leaves it.
 *
 * @param edge of the graph
 * @param placeMm on the edge, from its start
 * @param walkMm geodesic length of the straight walk between the position and the road
 * @param walkMs time of that walk, in the direction that was asked for
 * @param acrossRiver whether the walk crosses a river, because no road lies on this side
 */
public record Snap(int edge, int placeMm, long walkMm, long walkMs, boolean acrossRiver) {}
