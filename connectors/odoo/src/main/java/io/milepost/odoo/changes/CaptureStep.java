package io.milepost.odoo.changes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What one record brought, or what was still to be told of earlier ones. */
public final class CaptureStep {

    /** What became of a record, for the books. */
    public enum Became {
        /** Its row is not as it was. */
        EFFECTIVE,
        /** It had been here before. */
        DUPLICATE,
        /** Nothing is made of it, or a later one of its transaction said more. */
        WITHOUT_EFFECT,
        /** It waits for the end of its transaction. */
        WAIT_BEGAN,
        /** It waits no longer. */
        WAIT_ENDED,
        /** It cannot be read, or its transaction is not whole. */
        REJECTED
    }

    private final List<ChangeEvent> events = new ArrayList<>();
    private final List<UnmappedRow> unmapped = new ArrayList<>();
    private final List<ReadCount> read = new ArrayList<>();
    private final Map<Became, Long> counts = new EnumMap<>(Became.class);
    private OptionalLong promise = OptionalLong.empty();
    private String rejection;
    private boolean more;

    CaptureStep() {}

    void count(Became what, long times) {
        if (times > 0) {
            counts.merge(what, times, Long::sum);
        }
    }

    void reject(String why) {
        rejection = why;
        count(Became.REJECTED, 1);
    }

    void told(News news) {
        events.addAll(news.events());
        unmapped.addAll(news.unmapped());
        read.addAll(news.counts());
    }

    void promise(long micros) {
        promise = OptionalLong.of(micros);
    }

    void more() {
        more = true;
    }

    /** Events in the order in which they are to be told. */
    public List<ChangeEvent> events() {
        return List.copyOf(events);
    }

    /** Rows that no event could be made of. */
    public List<UnmappedRow> unmapped() {
        return List.copyOf(unmapped);
    }

    /** How many orders, lines, moves and bill lines were looked at, for the books. */
    public List<ReadCount> read() {
        return List.copyOf(read);
    }

    /** What became of how many records, of this one and of those that had waited for it. */
    public Map<Became, Long> counts() {
        return Map.copyOf(counts);
    }

    /** If given: no event that follows has a time of knowing before this; microseconds. */
    public OptionalLong promise() {
        return promise;
    }

    /** Why the record belongs to the dead letters; {@code null} if it does not. */
    public String rejection() {
        return rejection;
    }

    /** Whether there is more to tell, by {@link CaptureReader#tellMore()}. */
    public boolean hasMore() {
        return more;
    }
}
