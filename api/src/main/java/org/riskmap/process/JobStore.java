package org.riskmap.process;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.Row;
import org.riskmap.postgis.SqlQuery;
import org.riskmap.result.Expiring;
import org.riskmap.result.RunPolicy;
import org.springframework.stereotype.Component;

/** The rows of {@code risk.job}. Every change of status names the status that it leaves, so that nodes cannot disagree. */
@Component
final class JobStore implements Expiring {

    private static final String COLUMNS = """
            select id::text, process, request, owner, status, progress, message, attempts, run_id, problem,
                   created_at, started_at, finished_at, updated_at
            from risk.job
            """;

    private final Database database;

    JobStore(Database database) {
        this.database = database;
    }

    void insert(UUID id, String process, String request, @Nullable String owner) {
        update("insert into risk.job (id, process, request, owner) values (?, ?, ?, ?)", id, process, request, owner);
    }

    Optional<Job> find(UUID id) {
        return database.list(SqlQuery.of(COLUMNS + "where id = ?", id), JobStore::job).stream()
                .findFirst();
    }

    /** The newest jobs of a login. */
    List<Job> ofOwner(String owner, int most) {
        return database.list(
                SqlQuery.of(COLUMNS + "where owner = ? order by created_at desc, id limit ?", owner, most),
                JobStore::job);
    }

    /** The newest jobs of everybody. */
    List<Job> all(int most) {
        return database.list(SqlQuery.of(COLUMNS + "order by created_at desc, id limit ?", most), JobStore::job);
    }

    int waiting() {
        return database.list(
                        SqlQuery.of("select count(*) from risk.job where status in ('accepted', 'running')"),
                        row -> (int) row.integer(1))
                .get(0);
    }

    /** Takes a job that waits, or that a node left unfinished; false where there is nothing to do any more. */
    boolean start(UUID id) {
        return update("""
                update risk.job
                set status = 'running', attempts = attempts + 1, progress = 0, message = null,
                    started_at = coalesce(started_at, clock_timestamp()), updated_at = clock_timestamp()
                where id = ? and status in ('accepted', 'running')
                """, id);
    }

    /** Unfinished jobs that the queue does not know: their node died between the two statements that accept a job. */
    List<UUID> forgotten() {
        return database.list(SqlQuery.of("""
                        select id::text from risk.job j
                        where status in ('accepted', 'running') and created_at < now() - interval '10 seconds'
                          and not exists (select from risk.scheduled_task t where t.task_instance = j.id::text)
                        """), row -> UUID.fromString(String.valueOf(row.text(1))));
    }

    /** False where the job is no longer running: it was dismissed. */
    boolean progress(UUID id, int percent, String message) {
        return update("""
                update risk.job
                set progress = greatest(progress, ?), message = ?, updated_at = clock_timestamp()
                where id = ? and status = 'running'
                """, percent, message, id);
    }

    boolean succeed(UUID id, String runId) {
        return update("""
                update risk.job
                set status = 'successful', progress = 100, message = null, run_id = ?,
                    finished_at = clock_timestamp(), updated_at = clock_timestamp()
                where id = ? and status = 'running'
                """, runId, id);
    }

    boolean fail(UUID id, String problem, String message) {
        return update("""
                update risk.job
                set status = 'failed', problem = ?, message = ?,
                    finished_at = clock_timestamp(), updated_at = clock_timestamp()
                where id = ? and status in ('accepted', 'running')
                """, problem, message, id);
    }

    /** Back to waiting, because this node stops. */
    boolean giveBack(UUID id) {
        return update("""
                update risk.job
                set status = 'accepted', attempts = attempts - 1, message = 'interrupted', updated_at = clock_timestamp()
                where id = ? and status = 'running'
                """, id);
    }

    boolean dismiss(UUID id) {
        return update("""
                update risk.job
                set status = 'dismissed', message = 'dismissed', problem = null,
                    finished_at = coalesce(finished_at, clock_timestamp()), updated_at = clock_timestamp()
                where id = ? and status <> 'dismissed'
                """, id);
    }

    /** Jobs that ended so long ago; whoever asks for one is told that there is none. */
    @Override
    public int expire(Instant now, RunPolicy policy) {
        return database.client()
                .sql("""
                        delete from risk.job
                        where status in ('successful', 'failed', 'dismissed') and coalesce(finished_at, created_at) < ?
                        """)
                .param(Timestamp.from(now.minus(Duration.ofDays(policy.keepDays()))))
                .update();
    }

    private boolean update(String sql, @Nullable Object... values) {
        return database.client()
                        .sql(sql)
                        .params(java.util.Arrays.asList(values))
                        .update()
                == 1;
    }

    private static Job job(Row row) {
        return new Job(
                UUID.fromString(String.valueOf(row.text(1))),
                String.valueOf(row.text(2)),
                String.valueOf(row.text(3)),
                row.text(4),
                String.valueOf(row.text(5)),
                (int) row.integer(6),
                row.text(7),
                (int) row.integer(8),
                row.text(9),
                row.text(10),
                java.util.Objects.requireNonNull(time(row, 11)),
                time(row, 12),
                time(row, 13),
                java.util.Objects.requireNonNull(time(row, 14)));
    }

    private static @Nullable OffsetDateTime time(Row row, int column) {
        return (OffsetDateTime) row.value(column);
    }
}
