/**
 * A file or folder and a profile (YAML) go in; validated rows of schema {@code risk}, rejected records with their reasons
 * and a report per file come out. CSV is read by a CSV library, everything else by GDAL's programs; both are staged in
 * temporary tables, where SQL maps, checks and merges whole sets.
 *
 * <p>The door is {@link org.riskmap.ingest.LoadCommand}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "postgis"})
package org.riskmap.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
