package org.riskmap.render;

import java.time.Duration;

/** Ends what takes too long. */
final class Deadline {

    private final Duration limit;
    private final long endNanos;

    Deadline(Duration limit) {
        this.limit = limit;
        this.endNanos = System.nanoTime() + limit.toNanos();
    }

    /** Fails with {@link DrawingTooSlow} once the time is over or the thread was interrupted. */
    void check() {
        if (System.nanoTime() - endNanos > 0 || Thread.currentThread().isInterrupted()) {
            throw new DrawingTooSlow(limit);
        }
    }
}
