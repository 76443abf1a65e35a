package org.riskmap.site;

import org.riskmap.kernel.Feature;
import org.riskmap.standard.Threshold;

/**
 * A facility that stands nearer to an installation than it should.
 *
 * @param layer of the facility
 * @param distanceM geodesic
 * @param setback the row of the standards table that says how far it should be, in metres
 */
public record Conflict(Feature site, String layer, Feature facility, double distanceM, Threshold setback) {}
