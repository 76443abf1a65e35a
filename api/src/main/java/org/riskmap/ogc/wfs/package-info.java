/**
 * WFS 2.0.0 (ISO 19142), 1.1.0 and 1.0.0 requests in, by KVP and XML; capabilities, schemas, features as GML, GeoJSON, CSV,
 * KML, shapefiles and GeoPackage, what transactions changed, and exception reports out, as GeoServer gives them. Features are
 * written while they are read.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "ogc", "catalog", "filter", "layer"})
package org.riskmap.ogc.wfs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
