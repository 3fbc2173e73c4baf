package io.milepost.state.items;

import io.milepost.events.AlertKind;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.OdooCommand;
import io.milepost.events.SlaAlert;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A reader of what is told of an item, who keeps the last word. */
final class ItemReader {

    private final Map<String, String> odoo = new TreeMap<>();
    private final Map<String, SlaAlert> alerts = new TreeMap<>();
    private final List<String> commandIds = new ArrayList<>();
    private final Set<String> conflicts = new HashSet<>();

    void read(ItemStep step) {
        for (OdooCommand command : step.commands()) {
            String about =
                    command.getKind()
                            + (command.getPrice() == null
                                    ? ""
                                    : " from "
                                            + ItemCommands.plain(
                                                    command.getPrice().getMinQuantity()));
            commandIds.add(command.getCommandId());
            if (command.getValue() == null) {
                odoo.remove(about);
            } else {
                odoo.put(about, command.getValue());
            }
        }
        for (SlaAlert alert : step.alerts()) {
            if (alert.getKind() == AlertKind.FACT_CONFLICT) {
                if (!conflicts.add(alert.getAlertId())) {
                    throw new AssertionError("conflict told twice: " + alert);
                }
            } else {
                alerts.put(alert.getAlertId(), alert);
            }
        }
    }

    /** What Odoo has in the end, by kind and quantity. */
    Map<String, String> odoo() {
        return odoo;
    }

    /** Ids of the commands in their order. */
    List<String> commandIds() {
        return commandIds;
    }

    /** The alerts that are open in the end, in words. */
    List<String> open() {
        return alerts.values().stream()
                .filter(alert -> alert.getStatus() == EpisodeStatus.OPEN)
                .map(alert -> alert.getKind() + ": " + alert.getMessage())
                .sorted()
                .toList();
    }

    /** The last word on every alert but conflicts, in words. */
    List<String> alerts() {
        return alerts.values().stream()
                .map(alert -> alert.getKind() + " " + alert.getStatus())
                .sorted()
                .toList();
    }

    int conflicts() {
        return conflicts.size();
    }
}
