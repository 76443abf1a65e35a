/**
 * Installations that can harm, people and facilities come in; the exposure factor α of GB 18218 for each and what stands nearer
 * than a setback allows come out.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"exposure", "kernel", "standard"})
package org.riskmap.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
