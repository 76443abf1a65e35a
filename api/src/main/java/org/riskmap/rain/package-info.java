/**
 * Gauges, their readings and thresholds by hazard come in; which hazards are over, which nobody can judge, and a proposed
 * warning come out.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "operation", "postgis", "upload", "warning"})
package org.riskmap.rain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
