/**
 * A solved analysis with its parameters and the versions of its data comes in; an id that names exactly these, rows in
 * the fixed {@code run_*} tables and the answer's bytes, kept to be given again, come out.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "operation", "postgis"})
package org.riskmap.result;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
