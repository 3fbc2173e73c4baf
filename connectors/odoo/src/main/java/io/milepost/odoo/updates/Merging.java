package io.milepost.odoo.updates;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.events.CommandKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges the commands of one batch that set the same thing of the same record: the last value is
 * written, compared with what the first one expected. A batch is one transaction, so that nobody
 * can see that the values between were never written.
 */
final class Merging {

    private final List<BatchEntry> entries = new ArrayList<>();
    private final Map<String, BatchEntry> open = new HashMap<>();

    private Merging() {}

    /**
     * Merges what lies above the mark; what lies below was decided and is only asked for its
     * outcome.
     *
     * @param commands in the order of their sequences
     * @param mark the last sequence that was decided
     */
    static List<BatchEntry> of(List<SequencedCommand> commands, long mark) {
        Merging merging = new Merging();
        for (SequencedCommand command : commands) {
            if (command.sequence() <= mark) {
                merging.entries.add(BatchEntry.of(command));
            } else {
                merging.add(command);
            }
        }
        merging.entries.sort(Comparator.comparingLong(entry -> entry.last().sequence()));
        return merging.entries;
    }

    private void add(SequencedCommand command) {
        BatchEntry entry = BatchEntry.of(command);
        String target = entry.isTried() ? Targets.of(command.command()) : null;
        if (target == null) {
            entries.add(entry);
            if (Targets.endsMerging(command.command())) {
                String line = Targets.line(command.command());
                open.keySet().removeIf(each -> each.endsWith(line));
            }
            return;
        }
        if (command.command().getKind() == CommandKind.SET_LINE_DATE) {
            // A later quantity must not bring back the date that an earlier one came with.
            open.computeIfPresent(
                    Targets.quantity(command.command()),
                    (quantity, known) -> known.json().has("date") ? null : known);
        }
        BatchEntry before = open.get(target);
        if (before != null) {
            entries.remove(before);
            entry = joined(before, entry);
        }
        entries.add(entry);
        open.put(target, entry);
    }

    private static BatchEntry joined(BatchEntry before, BatchEntry after) {
        List<SequencedCommand> merged = new ArrayList<>(before.merged());
        merged.add(before.last());
        ObjectNode json = after.json().deepCopy();
        json.remove("expect");
        if (before.json().has("expect")) {
            json.set("expect", before.json().get("expect"));
        }
        if (!json.has("date") && before.json().has("date")) {
            json.set("date", before.json().get("date"));
        }
        return new BatchEntry(after.last(), List.copyOf(merged), json);
    }
}
