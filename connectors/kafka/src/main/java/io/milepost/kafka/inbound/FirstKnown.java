package io.milepost.kafka.inbound;

import io.milepost.kafka.RecordHeader;

/**
 * When a record was first known, where the broker gives records their time: one that was rejected
 * and is written again would else count from then on only. Facts count from when they were first
 * known, whatever had to be repaired before they could be read.
 */
public final class FirstKnown {

    /** Header that holds the time at which the broker took the record first, in milliseconds. */
    public static final String HEADER = "milepost-known-at";

    private FirstKnown() {}

    /**
     * When the record was first known, in milliseconds since 1970. A header can only say earlier
     * than the broker: nobody can know a thing later than it was told.
     */
    public static long millis(InboundRecord record) {
        long earliest = record.timestampMillis();
        for (RecordHeader header : record.headers()) {
            if (header.name().equals(HEADER)) {
                earliest = Math.min(earliest, parsed(header.text(), earliest));
            }
        }
        return earliest;
    }

    private static long parsed(String text, long otherwise) {
        return text != null && text.matches("[1-9]\\d{0,14}") ? Long.parseLong(text) : otherwise;
    }
}
