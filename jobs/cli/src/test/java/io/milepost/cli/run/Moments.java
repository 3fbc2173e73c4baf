package io.milepost.cli.run;

import io.milepost.events.MilestoneName;
import io.milepost.local.views.ViewCounts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Moments to picture. */
final class Moments {

    private Moments() {}

    static ViewCounts counts(long silentFeeds, String clock) {
        return new ViewCounts(
                1_000,
                Map.of(
                        MilestoneName.ORDERED, 100L,
                        MilestoneName.SENT, 50L,
                        MilestoneName.ACKNOWLEDGED, 250L,
                        MilestoneName.CLOSED, 600L),
                4_711,
                56,
                12,
                34,
                10,
                77,
                1,
                640,
                900,
                600,
                silentFeeds,
                21,
                micros(clock),
                12_345);
    }

    static Moment moment(Phase phase, ViewCounts counts, String jobState) {
        return new Moment(
                phase,
                counts,
                8_765,
                218.4,
                micros("2026-05-01T00:00:00Z"),
                micros("2026-05-26T06:30:00Z"),
                micros("2026-06-30T00:00:00Z"),
                jobState,
                null);
    }

    static Moment running() {
        return moment(Phase.SENDING, counts(0, "2026-05-26T02:00:00Z"), "RUNNING");
    }

    static long micros(String instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    }
}
