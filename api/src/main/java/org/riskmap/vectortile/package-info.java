/** Features and a frame in; one vector tile (Mapbox Vector Tile 2.1) as bytes out. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.riskmap.vectortile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
