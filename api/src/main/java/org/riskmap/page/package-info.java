/**
 * What the web page needs beside maps and analyses: a state of the data, places by name and the thresholds come out; a
 * shelter's new status goes in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "postgis", "operation", "elevation"})
package org.riskmap.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
