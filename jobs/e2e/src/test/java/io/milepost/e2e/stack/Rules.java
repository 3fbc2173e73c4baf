package io.milepost.e2e.stack;

import io.milepost.events.DeadlineBase;
import io.milepost.events.MilestoneName;
import io.milepost.events.PolicySelector;
import io.milepost.events.Severity;
import io.milepost.events.SlaPolicy;
import io.milepost.schemas.TrustedEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Service-level rules of the tests, written apart from the files that the product ships. */
public final class Rules {

    static {
        TrustedEvents.trust();
    }

    private Rules() {}

    /** Received by the promised day; the deadline is the next day 00:00 UTC, exclusive. */
    public static SlaPolicy receipt() {
        return rule("receipt", MilestoneName.RECEIVED, DeadlineBase.CURRENT_PROMISE)
                .setEndOfDay(true)
                .setSeverity(Severity.HIGH)
                .build();
    }

    /** The four rules of the demo. */
    public static List<SlaPolicy> demo() {
        return List.of(
                rule("acknowledgement", MilestoneName.ACKNOWLEDGED, DeadlineBase.START)
                        .setAllowanceMicros(micros(Duration.ofHours(48)))
                        .build(),
                rule("ship-notice", MilestoneName.SHIPPED, DeadlineBase.CURRENT_PROMISE)
                        .setAllowanceMicros(micros(Duration.ofHours(-24)))
                        .build(),
                receipt(),
                rule("invoice", MilestoneName.INVOICED, DeadlineBase.START)
                        .setStartedBy(MilestoneName.RECEIVED)
                        .setAllowanceMicros(micros(Duration.ofDays(30)))
                        .setSeverity(Severity.LOW)
                        .build());
    }

    /** A rule in a time zone that does not exist. */
    public static SlaPolicy nowhere() {
        return rule("nowhere", MilestoneName.RECEIVED, DeadlineBase.CURRENT_PROMISE)
                .setZone("Europe/Atlantis")
                .build();
    }

    private static SlaPolicy.Builder rule(String name, MilestoneName expects, DeadlineBase base) {
        return SlaPolicy.newBuilder()
                .setRule(name)
                .setVersion(1)
                .setEffectiveFrom(Instant.EPOCH)
                .setExpects(expects)
                .setBase(base)
                .setSeverity(Severity.MEDIUM)
                .setSelector(PolicySelector.newBuilder().build());
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }
}
