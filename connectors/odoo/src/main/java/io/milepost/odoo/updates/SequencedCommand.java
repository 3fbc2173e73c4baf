package io.milepost.odoo.updates;

import io.milepost.events.OdooCommand;
import java.util.Objects;

/**
 * A command with its place in its shard.
 *
 * @param sequence rises within the shard: the offset of its record in Kafka
 * @param command the command
 */
public record SequencedCommand(long sequence, OdooCommand command) {

    /** Checks that there is a command. */
    public SequencedCommand {
        Objects.requireNonNull(command, "command");
    }
}
