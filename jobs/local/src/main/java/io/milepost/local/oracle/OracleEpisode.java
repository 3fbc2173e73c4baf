package io.milepost.local.oracle;

import io.milepost.events.AlertKind;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.Severity;

/**
 * An alert episode that exists in the end. Times are microseconds since the epoch, UTC.
 *
 * @param kind SLA_BREACH or SLA_WARNING
 * @param lineKey instance/company/order id/line id
 * @param rule name of the rule
 * @param ruleVersion number of the version that applied
 * @param scheduleLine the part that it is about; 0 for the whole line
 * @param severity by the line's open value when it was opened
 * @param status OPEN, CLEARED or RETRACTED
 * @param deadlineMicros the deadline that passed, or that was warned of
 * @param openedAtMicros when it was decided
 */
public record OracleEpisode(
        AlertKind kind,
        String lineKey,
        String rule,
        int ruleVersion,
        int scheduleLine,
        Severity severity,
        EpisodeStatus status,
        long deadlineMicros,
        long openedAtMicros) {

    /** Whether it is a breach and no warning. */
    public boolean isBreach() {
        return kind == AlertKind.SLA_BREACH;
    }
}
