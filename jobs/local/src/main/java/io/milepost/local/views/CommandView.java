package io.milepost.local.views;

import io.milepost.events.CommandKind;

/**
 * The last command of a kind for a line.
 *
 * @param lineKey the line
 * @param kind the kind
 */
public record CommandView(String lineKey, CommandKind kind) {}
