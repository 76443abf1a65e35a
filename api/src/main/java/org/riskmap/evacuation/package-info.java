/**
 * People, shelters and a limit go in; who finds a place where, who does not and why, what shelters serve which land, come
 * out.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "postgis", "elevation", "network", "traveltime"})
package org.riskmap.evacuation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
