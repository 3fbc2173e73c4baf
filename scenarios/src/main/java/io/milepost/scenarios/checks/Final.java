package io.milepost.scenarios.checks;

import io.milepost.events.DeadLetter;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.LineMilestone;
import io.milepost.events.LineStatus;
import io.milepost.events.MilestoneChange;
import io.milepost.events.OdooCommand;
import io.milepost.events.SlaAlert;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a reader has after all records: the last word by key, as a compacted topic keeps it. */
final class Final {

    private final Map<String, LineMilestone> milestones = new TreeMap<>();
    private final Map<String, SlaAlert> alerts = new LinkedHashMap<>();
    private final Map<String, LineStatus> statuses = new TreeMap<>();
    private final Map<String, OdooCommand> commands = new LinkedHashMap<>();
    private final List<String> refusals;

    private Final(Heard heard) {
        heard.all(LineMilestone.class).forEach(this::add);
        heard.all(SlaAlert.class).forEach(this::add);
        heard.all(LineStatus.class).forEach(s -> statuses.put(s.getLineKey(), s));
        heard.all(OdooCommand.class).forEach(c -> commands.put(c.getCommandId(), c));
        refusals =
                heard.all(DeadLetter.class)
                        .map(letter -> letter.getReason().name())
                        .sorted()
                        .toList();
    }

    static Final of(Heard heard) {
        return new Final(heard);
    }

    private void add(LineMilestone milestone) {
        String key =
                milestone.getLineKey()
                        + "/"
                        + milestone.getMilestone()
                        + "/"
                        + milestone.getClassifier();
        if (milestone.getChange() == MilestoneChange.WITHDRAWN) {
            milestones.remove(key);
        } else {
            milestones.put(key, milestone);
        }
    }

    private void add(SlaAlert alert) {
        if (alert.getStatus() == EpisodeStatus.WITHDRAWN) {
            alerts.remove(alert.getAlertId());
        } else {
            alerts.put(alert.getAlertId(), alert);
        }
    }

    /** Milestones that stand, of any classifier, by line, name and classifier. */
    Map<String, LineMilestone> milestones() {
        return milestones;
    }

    /** Alerts that exist, by id. */
    Map<String, SlaAlert> alerts() {
        return alerts;
    }

    Map<String, LineStatus> statuses() {
        return statuses;
    }

    /** What Odoo was asked for, by id. */
    Map<String, OdooCommand> commands() {
        return commands;
    }

    /** Why records were refused, sorted. */
    List<String> refusals() {
        return refusals;
    }
}
