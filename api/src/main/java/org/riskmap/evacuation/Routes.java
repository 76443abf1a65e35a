package org.riskmap.evacuation;

import java.util.List;

/**
 * Ways to shelters.
 *
 * @param routes by settlement, then by shelter
 * @param coverage who finds a place and who does not, without catchments
 * @param warnings what a careful reader must know
 */
public record Routes(List<Route> routes, Coverage coverage, List<String> warnings) {}
