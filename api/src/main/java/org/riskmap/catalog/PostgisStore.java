package org.riskmap.catalog;

import org.riskmap.postgis.Database;

/**
 * A schema of a database.
 *
 * @param workspace its workspace's name
 * @param name without the workspace
 * @param schema unquoted
 * @param exposesPrimaryKeys whether the key's columns are attributes too
 * @param database the open database; the service's own where the connection is the same
 */
public record PostgisStore(
        String workspace, String name, String schema, boolean exposesPrimaryKeys, Database database) {}
