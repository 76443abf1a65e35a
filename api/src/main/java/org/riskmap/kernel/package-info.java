/**
 * The words every stage shares: coordinates, envelopes, features, lengths on the ellipsoid, what is wrong with an input.
 *
 * <p>Coordinates inside riskmap are always x = east or longitude, y = north or latitude. An axis order is a property of
 * a text that is read or written, and is part of {@link org.riskmap.kernel.Crs}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.riskmap.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
