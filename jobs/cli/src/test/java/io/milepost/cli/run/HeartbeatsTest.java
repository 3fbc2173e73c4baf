package io.milepost.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.local.feed.Speed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeartbeatsTest {

    @ParameterizedTest
    @CsvSource({"72000, 18000", "60, 15", "1, 1", "1000000, 86400", "max, 86400"})
    void theyComeFourTimesASecondButAtLeastDaily(String speed, long simulatedSeconds) {
        assertThat(Heartbeats.everyMicros(Speed.parse(speed)))
                .isEqualTo(simulatedSeconds * 1_000_000);
    }
}
