package org.riskmap.process;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.riskmap.postgis.Database;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Requests that run in the background: kept in PostGIS, taken by whichever node is free. A job that a node left
 * unfinished (killed, restarted) is taken again; after {@value JobRun#ATTEMPTS} attempts it fails and says so.
 */
@Component
final class Jobs implements SmartLifecycle {

    private static final int THREADS = 2;
    private static final int MOST_WAITING = 200;
    private static final int MOST_LISTED = 1000;
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration STOP_WAIT = Duration.ofSeconds(5);

    private final JobStore store;
    private final JobRun run;
    private final OneTimeTask<Void> task;
    private final Scheduler scheduler;
    private volatile boolean running;

    Jobs(Database database, JobStore store, JobRun run) {
        this.store = store;
        this.run = run;
        this.task = Tasks.oneTime("job")
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(1)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> run.execute(UUID.fromString(instance.getId())));
        this.scheduler = Scheduler.create(database.dataSource(), task)
                .tableName("risk.scheduled_task")
                .threads(THREADS)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(STOP_WAIT)
                .failureLogging(LogLevel.DEBUG, false) // JobRun says what failed
                .enableImmediateExecution()
                .build();
    }

    /**
     * Queues a request that was checked.
     *
     * @param owner name of the login; null: anonymous
     * @throws Failure.Busy where too many jobs wait already
     */
    Job accept(String process, String request, @Nullable String owner) {
        if (store.waiting() >= MOST_WAITING) {
            throw new Failure.Busy(MOST_WAITING + " jobs are waiting already");
        }
        UUID id = UUID.randomUUID();
        store.insert(id, process, request, owner);
        scheduler.schedule(task.instance(id.toString()), Instant.now());
        return store.find(id).orElseThrow();
    }

    /**
     * A job that the caller may see: an anonymous caller's job for whoever knows its id, another's for its owner and the
     * administrator.
     */
    Job find(String id, Caller caller) {
        return uuid(id).flatMap(store::find)
                .filter(job ->
                        job.owner() == null || caller.admin() || job.owner().equals(caller.name()))
                .orElseThrow(() -> new Failure.NoSuchJob(id));
    }

    /** The newest of the caller's own jobs: none for anonymous callers, all for the administrator. */
    List<Job> list(Caller caller, int limit) {
        int most = Math.min(limit, MOST_LISTED);
        if (caller.admin()) {
            return store.all(most);
        }
        return caller.name() == null ? List.of() : store.ofOwner(caller.name(), most);
    }

    /** Ends a job, or forgets the result of one that ended. */
    Job dismiss(String id, Caller caller) {
        Job job = find(id, caller);
        store.dismiss(job.id());
        return find(id, caller);
    }

    private static Optional<UUID> uuid(String id) {
        return id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(id))
                : Optional.empty();
    }

    @Override
    public void start() {
        scheduler.start();
        store.forgotten().forEach(id -> scheduler.scheduleIfNotExists(task.instance(id.toString()), Instant.now()));
        running = true;
    }

    @Override
    public void stop() {
        run.stopSoon();
        scheduler.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /**
     * Who asks.
     *
     * @param name of the login; null: anonymous
     * @param admin whether other people's jobs may be seen
     */
    record Caller(@Nullable String name, boolean admin) {}
}
