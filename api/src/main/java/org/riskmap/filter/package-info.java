/**
 * ECQL text, OGC filter XML and CQL2 in; one filter model (GeoTools' {@code Filter} and {@code Expression}) out, and from that SQL
 * with bound values or a predicate over features that chooses the same rows.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "postgis"})
package org.riskmap.filter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
