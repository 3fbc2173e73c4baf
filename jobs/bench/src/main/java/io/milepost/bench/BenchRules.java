package io.milepost.bench;

import io.milepost.events.DeadlineBase;
import io.milepost.events.MilestoneName;
import io.milepost.events.PolicySelector;
import io.milepost.events.Severity;
import io.milepost.events.SlaPolicy;
import io.milepost.schemas.TrustedEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The rules that the measured job decides: those of the demo. */
final class BenchRules {

    static {
        TrustedEvents.trust();
    }

    private BenchRules() {}

    static List<SlaPolicy> demo() {
        return List.of(
                rule("acknowledgement", MilestoneName.ACKNOWLEDGED, DeadlineBase.START)
                        .setAllowanceMicros(micros(Duration.ofHours(48)))
                        .build(),
                rule("ship-notice", MilestoneName.SHIPPED, DeadlineBase.CURRENT_PROMISE)
                        .setAllowanceMicros(micros(Duration.ofHours(-24)))
                        .build(),
                rule("receipt", MilestoneName.RECEIVED, DeadlineBase.CURRENT_PROMISE)
                        .setEndOfDay(true)
                        .build(),
                rule("invoice", MilestoneName.INVOICED, DeadlineBase.START)
                        .setStartedBy(MilestoneName.RECEIVED)
                        .setAllowanceMicros(micros(Duration.ofDays(30)))
                        .build());
    }

    private static SlaPolicy.Builder rule(String name, MilestoneName expects, DeadlineBase base) {
        return SlaPolicy.newBuilder()
                .setRule(name)
                .setVersion(1)
                .setEffectiveFrom(Instant.EPOCH)
                .setExpects(expects)
                .setBase(base)
                .setSeverity(Severity.HIGH)
                .setSelector(PolicySelector.newBuilder().build());
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }
}
