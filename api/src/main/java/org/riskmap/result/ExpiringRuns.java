package org.riskmap.result;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskmap.postgis.Database;

/** Which runs are kept, and what is remembered of those that are not. */
final class ExpiringRuns implements Expiring {

    private static final int AT_ONCE = 50;

    private final Database database;

    ExpiringRuns(Database database) {
        this.database = database;
    }

    @Override
    public int expire(Instant now, RunPolicy policy) {
        int expired = 0;
        int some;
        do {
            some = expireSome(now, policy);
            expired += some;
        } while (some == AT_ONCE);
        return expired;
    }

    /** With their rows in all {@code run_*} tables; a few in a transaction, so that readers wait for nobody. */
    private int expireSome(Instant now, RunPolicy policy) {
        return database.inTransaction(client -> client.sql("""
                        with ranked as (
                            select id, created_at, row_number() over (order by created_at desc, id) as place
                            from risk.analysis_run where not pinned),
                        over as (
                            select id, case when created_at < :oldest then 'older than ' || :days || ' days'
                                            else 'more than ' || :most || ' runs' end as reason
                            from ranked
                            where created_at < :oldest or (place > :most and created_at < :grace)
                            order by created_at, id
                            limit :some),
                        gone as (
                            delete from risk.analysis_run r using over
                            where r.id = over.id and not r.pinned
                            returning r.id, r.process, r.created_at, over.reason)
                        insert into risk.expired_run (id, process, created_at, expired_at, reason)
                        select id, process, created_at, :now, reason from gone
                        on conflict (id) do update set expired_at = excluded.expired_at, reason = excluded.reason
                        """)
                .param("oldest", Timestamp.from(now.minus(Duration.ofDays(policy.keepDays()))))
                .param("days", policy.keepDays())
                .param("most", policy.keepCount())
                .param("grace", Timestamp.from(now.minus(RunPolicy.GRACE)))
                .param("now", Timestamp.from(now))
                .param("some", AT_ONCE)
                .update());
    }

    /** Why and when a run expired; empty where none of this id did. */
    Optional<String> whyGone(String id) {
        return database.client()
                .sql("select process, expired_at, reason from risk.expired_run where id = ?")
                .param(id)
                .query((row, number) -> "The run " + id + " of " + row.getString(1) + " expired on "
                        + row.getObject(2, OffsetDateTime.class).toInstant() + " (" + row.getString(3)
                        + "); execute the process again: equal inputs on equal data give the same id.")
                .optional();
    }

    /** Process, age, whether it is pinned and its layers; empty where there is none. */
    Optional<Map<String, @Nullable Object>> about(String id, RunPolicy policy) {
        return database.client()
                .sql("select id, process, created_at, pinned, layers from risk.analysis_run where id = ?")
                .param(id)
                .query((row, number) -> {
                    Map<String, @Nullable Object> about = new LinkedHashMap<>();
                    Instant created = row.getObject(3, OffsetDateTime.class).toInstant();
                    about.put("id", row.getString(1));
                    about.put("process", row.getString(2));
                    about.put("created_at", created.toString());
                    about.put("pinned", row.getBoolean(4));
                    about.put(
                            "expires_at",
                            row.getBoolean(4)
                                    ? null
                                    : created.plus(Duration.ofDays(policy.keepDays()))
                                            .toString());
                    about.put("layers", List.of((String[]) row.getArray(5).getArray()));
                    return about;
                })
                .optional();
    }

    /** False where there is no such run. */
    boolean pin(String id, boolean pinned) {
        return database.client()
                        .sql("update risk.analysis_run set pinned = ? where id = ?")
                        .params(pinned, id)
                        .update()
                == 1;
    }
}
