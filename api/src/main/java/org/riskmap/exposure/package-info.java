/**
 * Hazards, distances and things that may be hit come in; rings around the hazards and, for each thing, the ring it lies
 * in and the nearest hazard come out, with people counted once.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.riskmap.exposure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
