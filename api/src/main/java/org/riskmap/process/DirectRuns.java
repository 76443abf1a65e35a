package org.riskmap.process;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.riskmap.result.StoredRun;
import org.springframework.stereotype.Component;

/** Requests whose caller waits: a few at once, each for a limited time. */
@Component
final class DirectRuns {

    private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(30);
    private static final Duration LONGEST_RUN = Duration.ofSeconds(120);

    private final Executions executions;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    DirectRuns(Executions executions) {
        this.executions = executions;
    }

    /**
     * @throws Failure.Busy where no place became free in time
     * @throws Failure.TimeOver where the analysis took too long
     */
    StoredRun answer(ProcessDescription process, Analysis.Task task) {
        if (!acquire()) {
            throw new Failure.Busy(AT_ONCE + " analyses are running already");
        }
        try {
            long started = System.nanoTime();
            return executions.answer(process, task, (percent, message) -> {
                if (System.nanoTime() - started > LONGEST_RUN.toNanos()) {
                    throw new Failure.TimeOver(LONGEST_RUN.toSeconds(), false);
                }
            });
        } finally {
            places.release();
        }
    }

    private boolean acquire() {
        try {
            return places.tryAcquire(LONGEST_QUEUE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
