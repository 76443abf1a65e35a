package org.riskmap.result;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Asks everything that expires to do so, soon after the start and then every hour. */
@Component
final class Expiry implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);
    private static final int FIRST_MINUTES = 2;
    private static final int EVERY_MINUTES = 60;

    private final List<Expiring> expiring;
    private final RunPolicy policy;
    private final Clock clock = Clock.systemUTC();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "expiry");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean running;

    Expiry(List<Expiring> expiring, RunPolicy policy) {
        this.expiring = expiring;
        this.policy = policy;
    }

    private void sweep() {
        for (Expiring kind : expiring) {
            try {
                int gone = kind.expire(clock.instant(), policy);
                if (gone > 0) {
                    LOG.info("{} {} expired", gone, kind.getClass().getSimpleName());
                }
            } catch (RuntimeException later) {
                LOG.warn("nothing expires this time", later); // a database that is away; the next hour tries again
            }
        }
    }

    @Override
    public void start() {
        timer.scheduleWithFixedDelay(this::sweep, FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
        running = true;
    }

    @Override
    public void stop() {
        timer.shutdownNow();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
