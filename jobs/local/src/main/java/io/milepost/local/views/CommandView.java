package io.milepost.local.views;

import io.milepost.events.CommandKind;

/**
 * A kind of command for a line.
 *
 * @param lineKey the line
 * @param kind the kind
 */
public record CommandView(String lineKey, CommandKind kind) {}
