package io.milepost.kafka.deadletters;

import io.milepost.kafka.RecordHeader;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.schemas.Catalogue;
import java.util.ArrayList;
import java.util.List;

/** Headers of a dead letter: the record's own, then the ones that Kafka Connect gives its own. */
final class ErrorHeaders {

    /** What the names of the headers begin with that tell of the error. */
    static final String PREFIX = "__connect.errors.";

    /** Given with the number of bytes, in decimal, where the record's own headers are left out. */
    static final String LEFT_OUT = PREFIX + "headers.left.out";

    /**
     * Longest headers that a dead letter keeps, in bytes: with the longest value and key it still
     * has to be a record that the broker takes, or the record that it tells of would stop the job.
     */
    static final int MAX_HEADERS = 64 * 1024;

    private ErrorHeaders() {}

    static List<RecordHeader> of(
            String job, int subtask, InboundRecord record, Rejection rejection, String message) {
        List<RecordHeader> own = own(record.headers());
        long length = own.stream().mapToLong(ErrorHeaders::length).sum();
        boolean tooLong = length > MAX_HEADERS;
        List<RecordHeader> headers = new ArrayList<>(tooLong ? List.of() : own);
        if (tooLong) {
            headers.add(RecordHeader.text(LEFT_OUT, String.valueOf(length)));
        }
        add(headers, "topic", record.topic());
        add(headers, "partition", String.valueOf(record.partition()));
        add(headers, "offset", String.valueOf(record.offset()));
        add(headers, "connector.name", job);
        add(headers, "task.id", String.valueOf(subtask));
        add(headers, "stage", rejection.stage());
        add(headers, "exception.class.name", rejection.causeClass());
        add(headers, "exception.message", message);
        return headers;
    }

    /**
     * Those that do not tell of an error. A heartbeat is a promise about the partition that it lies
     * in. And a dead letter of a dead letter keeps its last cause in the headers; the first is in
     * the value.
     */
    static List<RecordHeader> own(List<RecordHeader> headers) {
        return headers.stream()
                .filter(header -> !header.name().equals(Catalogue.HEARTBEAT_HEADER))
                .filter(header -> !header.name().startsWith(PREFIX))
                .toList();
    }

    private static long length(RecordHeader header) {
        return header.name().length() * 3L + (header.value() == null ? 0 : header.value().length);
    }

    private static void add(List<RecordHeader> headers, String name, String value) {
        headers.add(RecordHeader.text(PREFIX + name, value));
    }
}
