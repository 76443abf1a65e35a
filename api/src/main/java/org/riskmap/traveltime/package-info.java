/**
 * A road network's costs and targets go in; the least cost from every node toward the nearest target, and from every
 * origin toward each target within a limit, come out.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "network"})
package org.riskmap.traveltime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
