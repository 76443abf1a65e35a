/**
 * OGC API – Tiles 1.0 (20-057) requests at GeoServer's {@code /geoserver/ogc/tiles/v1} in; its landing page, descriptions of
 * tilesets and tile matrix sets (17-083r4), map tiles and vector tiles out.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "operation", "catalog", "ogc", "ogc.wmts", "tile"})
package org.riskmap.ogc.tiles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
