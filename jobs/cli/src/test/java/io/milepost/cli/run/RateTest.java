package io.milepost.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void itIsTheGrowthOverTheLastFiveSeconds() {
        Rate rate = new Rate();

        assertThat(rate.at(0, 0)).isZero();
        assertThat(rate.at(SECOND, 100)).isEqualTo(100);
        for (int second = 2; second <= 10; second++) {
            rate.at(second * SECOND, 100);
        }
        assertThat(rate.at(11 * SECOND, 100)).isZero();
    }
}
