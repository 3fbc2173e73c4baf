package io.milepost.odoo.changes;

import io.milepost.events.Envelope;
import io.milepost.events.Reference;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * An event as far as Odoo's rows say it; identity, version and the time of knowing come when it is
 * known to be news.
 *
 * @param kind which kind of record it is about
 * @param id the record's database id
 * @param event with an {@linkplain #envelope empty envelope} and version 0
 * @param recordedAt when Odoo wrote the newest of its rows, in whole seconds
 */
record Draft(EntityKind kind, long id, SpecificRecord event, Instant recordedAt) {

    /**
     * An envelope without identity.
     *
     * @param occurredAt when it happened; {@link Instant#EPOCH} for when it was recorded
     */
    static Envelope envelope(Origin origin, Instant occurredAt, List<Reference> references) {
        return new Envelope(
                "",
                "odoo",
                origin.instance(),
                Long.toString(origin.company()),
                null,
                occurredAt,
                Instant.EPOCH,
                Instant.EPOCH,
                references,
                null);
    }
}
