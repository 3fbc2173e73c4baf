package io.milepost.state.codec;

import io.milepost.state.fact.FactHeader;
import io.milepost.state.fact.Version;

/** Bytes of what every fact has. */
public final class HeaderCodec {

    private HeaderCodec() {}

    /** Writes. */
    public static void write(FactHeader header, StateOutput out) {
        out.text(header.identity());
        write(header.version(), out);
        out.text(header.eventId());
        out.number(header.occurredAt());
        out.number(header.recordedAt());
        out.number(header.knownAt());
        out.text(header.traceparent());
    }

    /** Reads. */
    public static FactHeader read(StateInput in) {
        return new FactHeader(
                in.text(),
                readVersion(in),
                in.text(),
                in.number(),
                in.number(),
                in.number(),
                in.text());
    }

    /** Writes a version. */
    public static void write(Version version, StateOutput out) {
        out.number(version.number());
        out.text(version.tie());
    }

    /** Reads a version. */
    public static Version readVersion(StateInput in) {
        return new Version(in.number(), in.text());
    }
}
