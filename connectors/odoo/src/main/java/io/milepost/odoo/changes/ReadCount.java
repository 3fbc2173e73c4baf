package io.milepost.odoo.changes;

/**
 * How many records of a model were looked at, for the books.
 *
 * @param model Odoo's name of the model; of what was done of a service, the line's with a suffix
 * @param read how many were looked at
 * @param unchanged how many of them said what was told of them last
 */
public record ReadCount(String model, long read, long unchanged) {}
