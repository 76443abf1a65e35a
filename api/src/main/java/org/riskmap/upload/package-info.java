/** CSV text with a header goes in; records by canonical names of columns come out, and the report of what became of each. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.riskmap.upload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
