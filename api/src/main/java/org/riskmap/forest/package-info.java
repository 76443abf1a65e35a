/**
 * Fire zones, belts, settlements, fires and the weather by township come in; the danger of the day, measured belts, who lives at
 * the forest's edge, zones that townships share and fires by year come out.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"exposure", "kernel", "standard"})
package org.riskmap.forest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
