package io.milepost.local.odoo;

/**
 * A deed with its time.
 *
 * @param atMicros when it is done; microseconds since the epoch, UTC
 */
record Act(long atMicros, Deed deed) {}
