/**
 * Layers of the catalog in; their features from the service's own memory out, as true as the database is, and made ready for
 * a reference system and a resolution.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "postgis", "catalog", "layer"})
package org.riskmap.memory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
