package io.milepost.odoo.changes.source;

import io.milepost.odoo.changes.ChangeBatch;
import io.milepost.odoo.changes.StreamState;

/**
 * One step of one stream. It is told as a whole, so that no checkpoint comes between its events and
 * the state that knows of them.
 *
 * @param batch what it brought
 * @param after the state of the stream behind it
 * @param promise before what nothing follows from any stream of the reader; {@link #NONE} for none
 */
record StreamStep(ChangeBatch batch, StreamState after, long promise) {

    static final long NONE = Long.MIN_VALUE;
}
