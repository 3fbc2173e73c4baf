package io.milepost.pipelines.milestones.route;

import io.milepost.kafka.inbound.InboundRecord;
import java.util.Objects;

/**
 * A record on its way to the operator that keeps the state for its key. It travels as the bytes it
 * came in: decoding twice costs less than shipping objects, and whoever rejects it has the bytes.
 *
 * @param key order key or line key, depending on the way
 * @param record the record
 * @param counted whether this copy stands for the record in the books; of several copies one does
 */
public record Routed(String key, InboundRecord record, boolean counted) {

    /** The only copy of a record, or the one that stands for it. */
    public Routed(String key, InboundRecord record) {
        this(key, record, true);
    }

    /** Checks that both are given. */
    public Routed {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(record, "record");
    }
}
