/**
 * What surrounds every request: environment variables go in and come out as one checked record; requests come out with
 * a public base URL, a limited size and errors as RFC 9457 problems, or are passed through to a real GeoServer.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "postgis"})
package org.riskmap.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
