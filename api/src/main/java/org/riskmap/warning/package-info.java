/**
 * An area, a level and rules come in; what the warning closes, who must move and in what order come out, and issued
 * warnings are kept as records with the closures that last as long as they do.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "operation", "postgis", "result"})
package org.riskmap.warning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
