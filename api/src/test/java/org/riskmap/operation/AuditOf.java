package org.riskmap.operation;

import org.riskmap.postgis.Database;

/** Audits for tests. */
public final class AuditOf {

    private AuditOf() {}

    public static Audit database(Database database) {
        return new Audit(database);
    }
}
