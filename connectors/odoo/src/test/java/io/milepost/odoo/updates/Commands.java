package io.milepost.odoo.updates;

import io.milepost.events.CommandKind;
import io.milepost.events.OdooCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes commands. */
final class Commands {

    private Commands() {}

    static OdooCommand.Builder command(CommandKind kind, String id) {
        return OdooCommand.newBuilder()
                .setCommandId(id)
                .setKind(kind)
                .setOrderId(4L)
                .setLineId(9L)
                .setFactIds(List.of())
                .setKnownAt(Instant.EPOCH);
    }

    static SequencedCommand note(long sequence) {
        return at(sequence, command(CommandKind.POST_NOTE, "note " + sequence).setNote("hello"));
    }

    static SequencedCommand poison(long sequence) {
        return at(
                sequence,
                command(CommandKind.POST_NOTE, "poison " + sequence)
                        .setNote("hello")
                        .setValue("poison"));
    }

    static SequencedCommand date(long sequence, long line, String value, String expect) {
        return at(
                sequence,
                command(CommandKind.SET_LINE_DATE, "date " + sequence)
                        .setLineId(line)
                        .setValue(value)
                        .setExpect(expect));
    }

    static SequencedCommand at(long sequence, OdooCommand.Builder command) {
        return new SequencedCommand(sequence, command.build());
    }

    static List<SequencedCommand> notes(int count) {
        List<SequencedCommand> notes = new ArrayList<>();
        for (int sequence = 0; sequence < count; sequence++) {
            notes.add(note(sequence));
        }
        return notes;
    }
}
