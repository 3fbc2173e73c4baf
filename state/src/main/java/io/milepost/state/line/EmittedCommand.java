package io.milepost.state.line;

import io.milepost.events.CommandKind;
import io.milepost.events.OdooCommand;

/**
 * The last command of a kind that Odoo was asked for.
 *
 * @param kind the kind
 * @param commandId its id
 */
public record EmittedCommand(CommandKind kind, String commandId) {

    /** Before the id of a command that was settled without asking. */
    private static final String UNASKED = "unasked:";

    static EmittedCommand of(OdooCommand command) {
        return new EmittedCommand(command.getKind(), command.getCommandId());
    }

    /** One that Odoo need not be asked for: no answer to it will come. */
    static EmittedCommand unasked(OdooCommand command) {
        return new EmittedCommand(command.getKind(), UNASKED + command.getCommandId());
    }

    boolean wasAsked() {
        return !commandId.startsWith(UNASKED);
    }
}
