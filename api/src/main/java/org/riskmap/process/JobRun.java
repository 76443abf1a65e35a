package org.riskmap.process;

import java.time.Duration;
import java.util.UUID;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.result.StoredRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One attempt at one job: from its row to its answer or its problem, progress written on the way. */
@Component
final class JobRun {

    static final int ATTEMPTS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final JobStore store;
    private final Processes processes;
    private final Executions executions;
    private volatile boolean stopping;

    JobRun(JobStore store, Processes processes, Executions executions) {
        this.store = store;
        this.processes = processes;
        this.executions = executions;
    }

    /** Tells running jobs that this node stops; they are given back to the queue. */
    void stopSoon() {
        stopping = true;
    }

    /**
     * @throws NodeStops where the queue should give the job to another attempt
     */
    void execute(UUID id) {
        if (!store.start(id)) {
            return; // dismissed or done
        }
        Job job = store.find(id).orElseThrow();
        try {
            if (job.attempts() > ATTEMPTS) {
                throw new Failure.Interrupted(ATTEMPTS);
            }
            Analysis process = processes.get(job.process());
            ExecuteRequest request = ExecuteRequest.parse(job.request(), process.description());
            StoredRun answer = executions.answer(
                    process.description(), process.read(request.inputs()), new JobProgress(id, System.nanoTime()));
            store.succeed(id, answer.id());
        } catch (NodeStops interrupted) {
            store.giveBack(id);
            throw interrupted;
        } catch (Dismissed noLongerWanted) {
            LOG.info("job {} was dismissed", id);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
            Problem problem = Problem.of(failed);
            store.fail(id, problem.json(), message(failed, problem));
        }
    }

    private static String message(Throwable failed, Problem problem) {
        return failed instanceof InvalidInput || failed instanceof Failure
                ? String.valueOf(failed.getMessage())
                : problem.code().title();
    }

    /** This node stops; the attempt counts for nothing. */
    static final class NodeStops extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final class JobProgress implements Progress {

        private static final long EVERY_NANOS = 200_000_000L;

        private final UUID id;
        private final long startedNanos;
        private long toldNanos;

        JobProgress(UUID id, long startedNanos) {
            this.id = id;
            this.startedNanos = startedNanos;
            this.toldNanos = startedNanos - EVERY_NANOS;
        }

        @Override
        public synchronized void at(int percent, String message) {
            long now = System.nanoTime();
            if (stopping) {
                throw new NodeStops();
            }
            if (now - toldNanos < EVERY_NANOS) {
                return;
            }
            toldNanos = now;
            if (now - startedNanos > LONGEST.toNanos()) {
                throw new Failure.TimeOver(LONGEST.toSeconds(), true);
            }
            if (!store.progress(id, Math.max(0, Math.min(99, percent)), message)) {
                throw new Dismissed("job " + id);
            }
        }
    }
}
