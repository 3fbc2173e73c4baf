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

    static EmittedCommand of(OdooCommand command) {
        return new EmittedCommand(command.getKind(), command.getCommandId());
    }
}
