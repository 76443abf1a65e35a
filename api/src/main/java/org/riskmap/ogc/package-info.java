/**
 * OGC requests at GeoServer's URLs in; which service answers them out. The services themselves are the modules below.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.riskmap.ogc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
