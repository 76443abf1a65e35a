package org.riskmap.traveltime;

/**
 * Where somebody joins or leaves the roads, and what the way between there and his position costs.
 *
 * @param edge of the graph
 * @param placeMm on the edge, from its start
 * @param cost of the way to or from the road, in the unit of the costs it is used with, not negative
 * @param other the other part of that cost
 */
public record Access(int edge, int placeMm, long cost, long other) {}
