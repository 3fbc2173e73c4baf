package io.milepost.pipelines.updates;

import io.milepost.events.Envelope;
import io.milepost.events.OdooCommand;
import io.milepost.events.OdooResult;
import io.milepost.odoo.updates.CommandResult;
import io.milepost.state.StableId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Where a command belongs.
 *
 * @param instance the Odoo instance
 * @param company the company within it
 */
record CommandHome(String instance, String company) {

    private static final String SOURCE = "milepost";

    /** By the line or the item that it is about, whose key begins with both. */
    static CommandHome of(OdooCommand command) {
        String key =
                command.getLineKey() == null
                        ? command.getItem().getItemKey()
                        : command.getLineKey();
        String[] parts = key.split("/", 3);
        return new CommandHome(parts[0], parts.length > 1 ? parts[1] : "");
    }

    /** What became of a command, as it was found out at a time. */
    static OdooResult result(OdooCommand command, CommandResult result, Instant now) {
        CommandHome home = of(command);
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        Envelope envelope =
                Envelope.newBuilder()
                        .setEventId(StableId.of(command.getCommandId(), result.outcome().name()))
                        .setSourceSystem(SOURCE)
                        .setInstance(home.instance())
                        .setCompany(home.company())
                        .setOccurredAt(at)
                        .setRecordedAt(at)
                        .setKnownAt(at)
                        .setReferences(List.of())
                        .build();
        return OdooResult.newBuilder()
                .setEnvelope(envelope)
                .setCommandId(command.getCommandId())
                .setLineKey(command.getLineKey())
                .setItemKey(command.getItem() == null ? null : command.getItem().getItemKey())
                .setKind(command.getKind())
                .setOutcome(result.outcome())
                .setFound(result.found())
                .setMessage(result.error())
                .setCreated(result.created())
                .setValue(command.getValue())
                .build();
    }
}
