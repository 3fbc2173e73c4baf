package io.milepost.odoo.changes;

/**
 * What was last told of a record.
 *
 * @param hash of the event's content
 * @param version of the event
 */
record Seen(long hash, long version) {

    /** A record among all kinds. */
    record Key(EntityKind kind, long id) {}
}
