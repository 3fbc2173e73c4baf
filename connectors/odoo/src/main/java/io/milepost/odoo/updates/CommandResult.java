package io.milepost.odoo.updates;

import io.milepost.events.CommandOutcome;

/**
 * How a command ended.
 *
 * @param sequence its place in the shard
 * @param outcome applied, duplicate, conflict or rejected
 * @param found the value that was found in Odoo; {@code null} unless it ended in conflict
 * @param error Odoo's words on one line; {@code null} unless it was rejected
 * @param created what was made, as {@code model,id} with blanks between; {@code null} if nothing
 */
public record CommandResult(
        long sequence, CommandOutcome outcome, String found, String error, String created) {}
