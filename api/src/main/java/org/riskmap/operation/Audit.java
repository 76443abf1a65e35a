package org.riskmap.operation;

import org.riskmap.postgis.Database;
import org.springframework.stereotype.Component;

/** Keeps who did what: rows of {@code risk.audit}, which nothing changes or removes. */
@Component
public final class Audit {

    private final Database database;

    public Audit(Database database) {
        this.database = database;
    }

    /**
     * Writes one row, in the surrounding transaction where there is one.
     *
     * @param who the login
     * @param action a short word: {@code warning-issued}
     * @param subject what it was done to, by its id
     * @param detail what else must be known; may be empty
     */
    public void record(String who, String action, String subject, String detail) {
        database.client()
                .sql("insert into risk.audit (who, action, subject, detail) values (?, ?, ?, ?)")
                .params(who, action, subject, detail)
                .update();
    }
}
