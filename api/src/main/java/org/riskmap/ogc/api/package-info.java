/**
 * OGC API – Features 1.0 (17-069r4, 18-058r1, 19-079r2) requests at GeoServer's {@code /geoserver/ogc/features/v1} in; its
 * landing page, descriptions, features as GeoJSON and pages for people out.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "operation", "catalog", "filter", "layer", "postgis", "ogc"})
package org.riskmap.ogc.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
