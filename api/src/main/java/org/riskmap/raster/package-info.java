/** A GeoTIFF goes in; numbers at positions come out, from the overview that fits the pixel size asked for. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.riskmap.raster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
