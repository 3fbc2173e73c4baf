package io.milepost.odoo.changes;

import io.milepost.events.Envelope;
import io.milepost.events.OdooOrderLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Lets through what is news, and gives it identity, version and the time of knowing. */
final class News {

    private static final int ENVELOPE = 0;
    private static final int VERSION = 1;

    private final Origin origin;
    private final Memory memory;
    private final long horizon;
    private final List<ChangeEvent> events = new ArrayList<>();
    private final List<UnmappedRow> unmapped = new ArrayList<>();
    private final Map<EntityKind, Long> read = new EnumMap<>(EntityKind.class);
    private final Map<EntityKind, Long> unchanged = new EnumMap<>(EntityKind.class);

    /**
     * @param horizon where the window ends from which the news are; microseconds since 1970
     */
    News(Origin origin, Memory memory, long horizon) {
        this.origin = origin;
        this.memory = memory;
        this.horizon = horizon;
    }

    List<ChangeEvent> events() {
        return events;
    }

    List<UnmappedRow> unmapped() {
        return unmapped;
    }

    /** How many records were looked at, by model. */
    List<ReadCount> counts() {
        List<ReadCount> counts = new ArrayList<>();
        read.forEach(
                (kind, count) ->
                        counts.add(
                                new ReadCount(
                                        kind.model(), count, unchanged.getOrDefault(kind, 0L))));
        return counts;
    }

    Memory memory() {
        return memory;
    }

    /** Makes a draft; what cannot be made is noted. */
    @FunctionalInterface
    interface Maker {
        Draft make() throws UnmappableException;
    }

    /** Tells a record unless the same was told of it last. */
    void tell(EntityKind kind, long id, Maker maker) {
        read.merge(kind, 1L, Long::sum);
        try {
            tell(maker.make());
        } catch (UnmappableException e) {
            unmapped.add(new UnmappedRow(kind.model(), id, e.getMessage()));
        }
    }

    private void tell(Draft draft) {
        Seen.Key key = new Seen.Key(draft.kind(), draft.id());
        Seen before = memory.seen(key);
        long hash = Contents.hash(draft.event());
        if (before != null && before.hash() == hash) {
            unchanged.merge(draft.kind(), 1L, Long::sum);
            return;
        }
        tell(key, before, hash, draft.event(), draft.recordedAt());
    }

    private void tell(
            Seen.Key key, Seen before, long hash, SpecificRecord event, Instant recordedAt) {
        // Rows may be read newer than the window, and then once more in the next one.
        long version = before == null ? horizon : Math.max(horizon, before.version() + 1);
        long knownAt = Math.max(horizon, OdooTimes.micros(recordedAt));
        Envelope given = (Envelope) event.get(ENVELOPE);
        boolean recordedOnly = given.getOccurredAt().equals(Instant.EPOCH);
        event.put(
                ENVELOPE,
                Envelope.newBuilder(given)
                        .setEventId(
                                "odoo-"
                                        + origin.instance()
                                        + "-"
                                        + key.kind().model()
                                        + "-"
                                        + key.id()
                                        + "-"
                                        + version)
                        .setOccurredAt(recordedOnly ? recordedAt : given.getOccurredAt())
                        .setRecordedAt(recordedAt)
                        .setKnownAt(OdooTimes.instant(knownAt))
                        .build());
        event.put(VERSION, version);
        if (event instanceof OdooOrderLine line) {
            memory.told(line);
        }
        memory.told(key, new Seen(hash, version));
        events.add(ChangeEvent.of(key.kind().model(), origin, event, knownAt));
    }

    /** Tells that a line is gone, as it was last. */
    void gone(long lineId) {
        OdooOrderLine last = memory.line(lineId);
        if (last == null) {
            return;
        }
        read.merge(EntityKind.LINE, 1L, Long::sum);
        OdooOrderLine gone = last.getSpecificData().deepCopy(last.getSchema(), last);
        gone.setCancelled(true);
        gone.setVersion(0);
        gone.setEnvelope(Draft.envelope(origin, Instant.EPOCH, List.of()));
        long hash = Contents.hash(gone);
        Seen.Key key = new Seen.Key(EntityKind.LINE, lineId);
        // Nobody knows when; what is known is that it was gone by now.
        tell(key, memory.seen(key), hash, gone, OdooTimes.instant(horizon));
    }
}
