/**
 * A layer of the catalog and "features in this envelope with this filter, at this resolution" in; features, one after the
 * other as the database gives them, their number and their bounds out.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "postgis", "catalog", "filter"})
package org.riskmap.layer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
