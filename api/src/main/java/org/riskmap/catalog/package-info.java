/**
 * A GeoServer data directory in; one immutable catalog of what is published, and every defect of the directory at once,
 * out. Reads the directory again when it changes.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "style", "postgis"})
package org.riskmap.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
