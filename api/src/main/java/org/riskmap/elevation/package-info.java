/** A DEM in the raster folder goes in; the height of the ground at a position comes out. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "raster"})
package org.riskmap.elevation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
