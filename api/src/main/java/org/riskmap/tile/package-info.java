/**
 * Tile matrix sets and what the data directory says of tiles in; metatiles, kept on disk and in memory exactly as long as
 * nothing that was read for them changes, out. Draws nothing itself.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "postgis", "catalog"})
package org.riskmap.tile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
