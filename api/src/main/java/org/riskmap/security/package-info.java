/**
 * Who may: a request goes in and is refused with 401, 403 or 429, or goes on, with the headers that protect its reader.
 * Everybody reads and runs analyses unless that is switched off; everything else needs the login {@code admin}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "operation"})
package org.riskmap.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
