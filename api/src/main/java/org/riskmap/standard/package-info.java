/** A topic and a day come in; the thresholds valid on that day, with source and certainty, come out of the database; a login adds versions. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "operation", "postgis"})
package org.riskmap.standard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
