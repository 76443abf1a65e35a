package org.riskmap.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Slows down guessing: after {@value #FAILURES_ALLOWED} wrong passwords from one address within a minute, that address
 * waits until the minute is over. Remembers the {@value #ADDRESSES_KEPT} addresses that failed last.
 */
final class LoginThrottle {

    static final int FAILURES_ALLOWED = 10;
    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ADDRESSES_KEPT = 10_000;

    private final Clock clock;
    private final Map<String, Failures> byAddress = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > ADDRESSES_KEPT;
        }
    };

    private record Failures(int count, Instant since) {}

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long this address must wait before it may try again; zero: not at all. */
    synchronized Duration wait(String address) {
        @Nullable Failures failures = byAddress.get(address);
        if (failures == null || failures.count < FAILURES_ALLOWED) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), failures.since.plus(WINDOW));
        return left.isNegative() ? Duration.ZERO : left;
    }

    synchronized void failed(String address) {
        Instant now = clock.instant();
        byAddress.merge(
                address,
                new Failures(1, now),
                (old, fresh) -> old.since.plus(WINDOW).isBefore(now) ? fresh : new Failures(old.count + 1, old.since));
    }

    synchronized void succeeded(String address) {
        byAddress.remove(address);
    }
}
