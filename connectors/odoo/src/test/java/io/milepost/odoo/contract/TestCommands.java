package io.milepost.odoo.contract;

import io.milepost.events.CommandKind;
import io.milepost.events.OdooCommand;
import io.milepost.odoo.updates.SequencedCommand;
import io.milepost.schemas.TrustedEvents;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Makes commands. */
public final class TestCommands {

    static {
        // Copies of commands are made of them, also where nothing else has run before.
        TrustedEvents.trust();
    }

    private TestCommands() {}

    public static OdooCommand.Builder command(CommandKind kind, Long order, Long line) {
        return OdooCommand.newBuilder()
                .setCommandId(UUID.randomUUID().toString())
                .setKind(kind)
                .setOrderId(order)
                .setLineId(line)
                .setFactIds(List.of())
                .setKnownAt(Instant.EPOCH);
    }

    public static OdooCommand date(long order, long line, String value, String expect) {
        return command(CommandKind.SET_LINE_DATE, order, line)
                .setValue(value)
                .setExpect(expect)
                .build();
    }

    public static OdooCommand note(long order, String text) {
        return command(CommandKind.POST_NOTE, order, null).setNote(text).build();
    }

    public static SequencedCommand at(long sequence, OdooCommand command) {
        return new SequencedCommand(sequence, command);
    }

    public static BigDecimal decimal(String number) {
        return new BigDecimal(number).setScale(6);
    }
}
