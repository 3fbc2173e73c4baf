package io.milepost.state.line;

import io.milepost.events.AlertKind;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.LineMilestone;
import io.milepost.events.LineStatus;
import io.milepost.events.MilestoneChange;
import io.milepost.events.OdooCommand;
import io.milepost.events.SlaAlert;
import io.milepost.state.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A reader of the outputs, who keeps the last word by key, as a compacted topic does. */
final class Reader {

    private final Map<String, Long> milestones = new TreeMap<>();
    private final Map<String, SlaAlert> breaches = new TreeMap<>();
    private final List<String> conflicts = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();
    private LineStatus status;
    private int withdrawn;

    void read(LineOutputs outputs) {
        for (LineMilestone milestone : outputs.milestones()) {
            String name = milestone.getMilestone() + "/" + milestone.getClassifier();
            if (milestone.getChange() == MilestoneChange.WITHDRAWN) {
                milestones.remove(name);
            } else {
                milestones.put(name, Times.micros(milestone.getOccurredAt()));
            }
        }
        for (SlaAlert alert : outputs.alerts()) {
            if (alert.getKind() == AlertKind.FACT_CONFLICT) {
                conflicts.add(alert.getAlertId());
            } else if (alert.getStatus() == EpisodeStatus.WITHDRAWN) {
                breaches.remove(alert.getAlertId());
                withdrawn++;
            } else {
                breaches.put(alert.getAlertId(), alert);
            }
        }
        outputs.commands().stream().map(OdooCommand::getCommandId).forEach(commands::add);
        if (outputs.status() != null) {
            status = outputs.status();
        }
    }

    /** Milestones by name and classifier, with their time. */
    Map<String, Long> milestones() {
        return milestones;
    }

    /** Last record of each breach that was not withdrawn, by id. */
    Map<String, SlaAlert> breaches() {
        return breaches;
    }

    /** Ids of the reported conflicts, in their order. */
    List<String> conflicts() {
        return conflicts;
    }

    /** Ids of the commands, in their order. */
    List<String> commands() {
        return commands;
    }

    /** How many breaches were withdrawn on the way. */
    int withdrawn() {
        return withdrawn;
    }

    LineStatus status() {
        return status;
    }
}
