package io.milepost.state.line;

import io.milepost.events.CommandKind;

/**
 * The last command of a kind that Odoo was asked for.
 *
 * @param kind the kind
 * @param commandId its id
 */
public record EmittedCommand(CommandKind kind, String commandId) {

    /** Before the id of a command that was settled without asking. */
    private static final String UNASKED = "unasked:";

    static EmittedCommand of(Wish wish) {
        return new EmittedCommand(wish.kind(), wish.commandId());
    }

    /** One that Odoo need not be asked for: no answer to it will come. */
    static EmittedCommand unasked(Wish wish) {
        return new EmittedCommand(wish.kind(), UNASKED + wish.commandId());
    }

    boolean wasAsked() {
        return !commandId.startsWith(UNASKED);
    }
}
