/**
 * Features or rasters, a style and a viewport in; pixels and legends out. Knows no HTTP and no database.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "style", "filter", "raster"})
package org.riskmap.render;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
