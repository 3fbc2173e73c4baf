package io.milepost.state.sla;

import io.milepost.events.DeadlineBase;
import io.milepost.events.MilestoneName;
import io.milepost.events.PolicySelector;
import io.milepost.events.SlaPolicy;
import io.milepost.events.WorkingCalendar;
import io.milepost.events.WorkingDay;
import io.milepost.schemas.TrustedEvents;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Published policies for tests. */
final class Policies {

    static {
        TrustedEvents.trust();
    }

    private Policies() {}

    /** The rule of a policy that asks for an acknowledgement at once, changed in some way. */
    static Rule rule(Consumer<SlaPolicy> change) {
        return Rule.of(policy(change));
    }

    /** The same before it is read. */
    static SlaPolicy policy(Consumer<SlaPolicy> change) {
        SlaPolicy policy =
                SlaPolicy.newBuilder()
                        .setRule("acknowledgement")
                        .setVersion(1)
                        .setEffectiveFrom(Instant.EPOCH)
                        .setExpects(MilestoneName.ACKNOWLEDGED)
                        .setBase(DeadlineBase.START)
                        .setSelector(PolicySelector.newBuilder().build())
                        .build();
        change.accept(policy);
        return policy;
    }

    /** Monday to Friday, day and night, but not on 2026-12-24. */
    static WorkingCalendar calendar() {
        return new WorkingCalendar(
                "UTC",
                List.of(
                        WorkingDay.MONDAY,
                        WorkingDay.TUESDAY,
                        WorkingDay.WEDNESDAY,
                        WorkingDay.THURSDAY,
                        WorkingDay.FRIDAY),
                0,
                1440,
                List.of(),
                List.of(LocalDate.parse("2026-12-24")));
    }
}
