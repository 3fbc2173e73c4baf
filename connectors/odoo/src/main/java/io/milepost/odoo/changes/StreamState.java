package io.milepost.odoo.changes;

import io.milepost.events.OdooOrderLine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All that a reader has to remember over a restart. A value; {@link StreamStateCodec} gives it
 * bytes.
 */
public final class StreamState {

    private final ChangeStream stream;
    private final Origin origin;
    private final Cursor cursor;
    private final Map<Seen.Key, Seen> seen;
    private final Collection<OdooOrderLine> lines;
    private final long sweptTo;

    StreamState(
            ChangeStream stream,
            Origin origin,
            Cursor cursor,
            Map<Seen.Key, Seen> seen,
            Collection<OdooOrderLine> lines,
            long sweptTo) {
        this.stream = Objects.requireNonNull(stream, "stream");
        this.origin = Objects.requireNonNull(origin, "origin");
        this.cursor = cursor;
        this.seen = seen;
        this.lines = lines;
        this.sweptTo = sweptTo;
    }

    /** A stream of which nothing was read. */
    public static StreamState start(ChangeStream stream, Origin origin) {
        return new StreamState(stream, origin, Cursor.START, Map.of(), List.of(), -1);
    }

    /** Which stream it is. */
    public ChangeStream stream() {
        return stream;
    }

    /** Whose stream it is. */
    public Origin origin() {
        return origin;
    }

    /** Every row that Odoo wrote before this was told; microseconds since 1970. */
    public long completeMicros() {
        return cursor.complete();
    }

    Cursor cursor() {
        return cursor;
    }

    Map<Seen.Key, Seen> seen() {
        return seen;
    }

    Collection<OdooOrderLine> lines() {
        return lines;
    }

    /** The line up to which the sweep has come; -1 if none runs. */
    long sweptTo() {
        return sweptTo;
    }

    /** Name of the stream among all; the id of its split. */
    public String name() {
        return origin.instance() + "/" + origin.company() + "/" + stream;
    }

    @Override
    public String toString() {
        return "StreamState["
                + name()
                + ", complete to "
                + OdooTimes.text(cursor.complete())
                + ", remembers "
                + seen.size()
                + "]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StreamState that
                && stream == that.stream
                && origin.equals(that.origin)
                && cursor.equals(that.cursor)
                && seen.equals(that.seen)
                && List.copyOf(lines).equals(List.copyOf(that.lines))
                && sweptTo == that.sweptTo;
    }

    @Override
    public int hashCode() {
        return Objects.hash(stream, origin, cursor);
    }
}
