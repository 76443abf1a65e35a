/**
 * Responsible people and an area come in; whom to call in what order, how far the calling is, and lists as CSV and XLSX come
 * out, for a login only, each reading written down. This package alone reads the schema {@code personal}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "operation", "postgis", "upload", "warning"})
package org.riskmap.callout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
