package io.milepost.local.views;

import io.milepost.events.AlertKind;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.Severity;
import io.milepost.events.SlaAlert;
import io.milepost.local.feed.Micros;

/**
 * An alert episode about a line as readers of the topic see it at the end.
 *
 * @param alertId its id
 * @param kind SLA_BREACH or SLA_WARNING
 * @param lineKey the line
 * @param rule the rule
 * @param ruleVersion the version of the rule
 * @param scheduleLine the part of the line; 0 for the whole
 * @param severity how severe
 * @param status where it stands
 * @param deadlineMicros the deadline that passed, or that was warned of
 * @param openedMicros when it was decided, on the heartbeat clock
 */
public record AlertView(
        String alertId,
        AlertKind kind,
        String lineKey,
        String rule,
        int ruleVersion,
        int scheduleLine,
        Severity severity,
        EpisodeStatus status,
        long deadlineMicros,
        long openedMicros) {

    static AlertView of(SlaAlert alert) {
        return new AlertView(
                alert.getAlertId(),
                alert.getKind(),
                alert.getLineKey(),
                alert.getRule(),
                alert.getRuleVersion(),
                alert.getScheduleLine(),
                alert.getSeverity(),
                alert.getStatus(),
                Micros.of(alert.getDeadlineAt()),
                Micros.of(alert.getOpenedAt()));
    }
}
