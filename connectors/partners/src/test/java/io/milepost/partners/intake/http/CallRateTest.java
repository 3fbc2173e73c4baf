package io.milepost.partners.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallRateTest {

    private final AtomicLong nanos = new AtomicLong();
    private final CallRate rate = new CallRate(6, nanos::get);

    @Test
    void aMinutesCallsMayComeAtOnceAndThenOneAtATime() {
        for (int call = 0; call < 6; call++) {
            assertThat(rate.take()).isZero();
        }
        assertThat(rate.take()).isEqualTo(10);
        nanos.addAndGet(Duration.ofSeconds(9).toNanos());
        assertThat(rate.take()).isEqualTo(1);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(rate.take()).isZero();
        assertThat(rate.take()).isEqualTo(10);
    }

    @Test
    void noMoreThanAMinutesCallsAreSaved() {
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        int calls = 0;
        while (rate.take() == 0) {
            calls++;
        }
        assertThat(calls).isEqualTo(6);
    }
}
