/**
 * A seed and a scale go in; a believable, entirely fictional mountain county comes out: rows in every layer's table and
 * the heights it stands on as GeoTIFF. The same seed and scale always give the same bytes.
 *
 * <p>The way through: {@code Landscape} (heights, drainage) → {@code Realm} (which land belongs to which county, village)
 * → {@code Places} (who lives where) → {@code RoadNetwork} → hazards and means → {@code CopyTable}. Everything happens in
 * metres of EPSG:4549 and is turned into EPSG:4490 when it is written. Functions that a Java runtime may round in its own
 * way (exponentials, angles) are {@link StrictMath}'s; no result depends on the order of a hash table or of threads.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "postgis"})
package org.riskmap.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
