package io.milepost.pipelines.delivery;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.pipelines.partners.ProfileShelf;
import java.util.List;

/** Profiles that were published before the job starts. */
final class Shelf implements ProfileShelf {

    private static final long serialVersionUID = 1L;

    /** Operators travel serialized, and records do not: what is kept is found here. */
    static volatile List<InboundRecord> kept = List.of();

    @Override
    public List<InboundRecord> readAll() {
        return kept;
    }
}
