/**
 * OGC requests at GeoServer's URLs in; maps, features and their descriptions out. Each service has a package below; here
 * is what finds it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "operation",
            "render",
            "raster",
            "vectortile",
            "layer",
            "memory",
            "style",
            "filter",
            "catalog"
        })
package org.riskmap.ogc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
