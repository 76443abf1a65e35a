/**
 * The register of geohazards (zones, points and lines linked by {@code zone_id}) and people come in; what does not agree, and
 * the register's figures beside those counted on the map, come out.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"exposure", "kernel", "standard"})
package org.riskmap.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
