package org.riskmap.operation;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /**
     * A row.
     *
     * @param at ISO 8601, UTC
     */
    record Row(String at, String who, String action, String subject, String detail) {}

    /** The newest rows, of one subject or action where they are given. */
    List<Row> newest(@Nullable String subject, @Nullable String action, int most) {
        return database.client()
                .sql("""
                        select at, who, action, subject, detail from risk.audit
                        where (cast(:subject as text) is null or subject = :subject)
                          and (cast(:action as text) is null or action = :action)
                        order by id desc
                        limit :most
                        """)
                .param("subject", subject)
                .param("action", action)
                .param("most", most)
                .query((row, number) -> new Row(
                        row.getObject(1, OffsetDateTime.class).toInstant().toString(),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)))
                .list();
    }
}
