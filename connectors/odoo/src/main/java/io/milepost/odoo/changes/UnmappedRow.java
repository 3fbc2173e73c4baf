package io.milepost.odoo.changes;

/**
 * A record of Odoo that no event could be made of.
 *
 * @param model Odoo's name of its model
 * @param id its database id
 * @param reason what was expected and what found, without other values of the record
 */
public record UnmappedRow(String model, long id, String reason) {}
