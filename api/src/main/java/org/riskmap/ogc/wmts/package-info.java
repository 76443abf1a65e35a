/**
 * WMTS 1.0.0 (OGC 07-057r7) by KVP and in RESTful form, TMS 1.0.0 and tiled WMS requests at GeoWebCache's addresses in;
 * tiles, what lies at their pixels, capabilities and exception reports out, as GeoServer gives them.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "operation", "catalog", "layer", "style", "filter", "ogc", "tile", "vectortile"
        })
package org.riskmap.ogc.wmts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
