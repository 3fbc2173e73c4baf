package io.milepost.cli.demo;

import io.milepost.events.DeadlineBase;
import io.milepost.events.SlaPolicy;
import io.milepost.schemas.TrustedEvents;
import java.util.List;

/**
 * Rules for a story that is played in the time of the world, in which what takes days takes
 * seconds: what counts from the start of something is due as much sooner, round the clock. What
 * counts from a promise stays: promised dates lie as many days ahead as ever.
 */
final class ScaledRules {

    static {
        TrustedEvents.trust();
    }

    /** Two days are about nine seconds. */
    private static final long FACTOR = 20_000;

    private ScaledRules() {}

    static List<SlaPolicy> of(List<SlaPolicy> rules) {
        return rules.stream().map(ScaledRules::of).toList();
    }

    private static SlaPolicy of(SlaPolicy rule) {
        if (rule.getBase() != DeadlineBase.START) {
            return rule;
        }
        return SlaPolicy.newBuilder(rule)
                .setAllowanceMicros(rule.getAllowanceMicros() / FACTOR)
                .setWarnBeforeMicros(rule.getWarnBeforeMicros() / FACTOR)
                .setEndOfDay(false)
                .setCalendar(null)
                .build();
    }
}
