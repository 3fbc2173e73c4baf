package io.milepost.odoo.updates;

/**
 * Where a shard stands in Odoo's ledger.
 *
 * @param epoch how often it was claimed
 * @param sequence the last command that was decided; -1 before the first
 */
public record Mark(long epoch, long sequence) {}
