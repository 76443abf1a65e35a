package org.riskmap.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private Instant now = Instant.parse("2024-06-01T00:00:00Z");
    private final LoginThrottle throttle = new LoginThrottle(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed("10.0.0.1");
        }
    }

    @Test
    void nine_failures_cost_no_wait_and_ten_cost_the_rest_of_the_minute() {
        fail(9);
        assertThat(throttle.wait("10.0.0.1")).isZero();
        now = now.plusSeconds(20);
        fail(1);
        assertThat(throttle.wait("10.0.0.1")).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void other_addresses_do_not_wait() {
        fail(10);
        assertThat(throttle.wait("10.0.0.2")).isZero();
    }

    @Test
    void the_wait_ends_and_counting_starts_again() {
        fail(10);
        now = now.plusSeconds(61);
        assertThat(throttle.wait("10.0.0.1")).isZero();
        fail(1);
        assertThat(throttle.wait("10.0.0.1")).isZero();
    }

    @Test
    void the_right_password_forgives() {
        fail(9);
        throttle.succeeded("10.0.0.1");
        fail(9);
        assertThat(throttle.wait("10.0.0.1")).isZero();
    }
}
