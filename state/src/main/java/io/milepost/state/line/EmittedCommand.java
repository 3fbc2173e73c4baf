package io.milepost.state.line;

import io.milepost.events.CommandKind;

/**
 * The last command of a kind that Odoo was asked for.
 *
 * @param kind the kind
 * @param commandId its id
 */
public record EmittedCommand(CommandKind kind, String commandId) {}
