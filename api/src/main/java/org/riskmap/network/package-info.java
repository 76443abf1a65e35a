/**
 * Rows of {@code risk.road} and {@code risk.river} and the heights of the ground go in; a directed graph in flat arrays,
 * what each edge costs a traveller under closures, and the nearest road to a position come out.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "postgis", "elevation"})
package org.riskmap.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
