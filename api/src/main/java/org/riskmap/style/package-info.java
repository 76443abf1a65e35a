/**
 * Text of an SLD 1.0 (OGC 02-070) or SE 1.1 (OGC 05-077r4) document in; rules with symbolizers out, and what could not be
 * read of it. Knows no database, no pixels.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "filter"})
package org.riskmap.style;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
