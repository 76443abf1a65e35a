/** The service's entry: nothing but the start of what the modules below do. */
@NullMarked
package org.riskmap;

import org.jspecify.annotations.NullMarked;
