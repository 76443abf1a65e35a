/**
 * The only door to databases: statements with bound values go in; typed rows, streamed cursors, table shapes and a feed
 * of changes come out. Nobody else opens a connection.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.riskmap.postgis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
