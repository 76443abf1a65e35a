package org.riskmap.network;

/**
 * Where somebody comes to the road.
 *
 * @param edge of the graph
 * @param placeMm on the edge, from its start
 * @param walkMm geodesic length of the walk between the position and the road
 * @param towardRoadMm length on the flat that takes as long as the walk to the road
 * @param fromRoadMm length on the flat that takes as long as the walk from the road
 * @param acrossRiver whether the walk crosses a river, because no road lies on this side
 */
public record Snap(int edge, int placeMm, int walkMm, double towardRoadMm, double fromRoadMm, boolean acrossRiver) {}
