package io.milepost.kafka.deadletters;

import io.milepost.kafka.RecordHeader;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.schemas.Catalogue;
import java.util.ArrayList;
import java.util.List;

/** Headers of a dead letter: the record's own, then the ones that Kafka Connect gives its own. */
final class ErrorHeaders {

    private static final String PREFIX = "__connect.errors.";

    private ErrorHeaders() {}

    static List<RecordHeader> of(
            String job, int subtask, InboundRecord record, Rejection rejection, String message) {
        List<RecordHeader> headers = new ArrayList<>();
        for (RecordHeader header : record.headers()) {
            // A heartbeat is a promise about the partition that it lies in. And a dead letter of a
            // dead letter keeps its last cause in the headers; the first is in the value.
            if (!header.name().equals(Catalogue.HEARTBEAT_HEADER)
                    && !header.name().startsWith(PREFIX)) {
                headers.add(header);
            }
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

    private static void add(List<RecordHeader> headers, String name, String value) {
        headers.add(RecordHeader.text(PREFIX + name, value));
    }
}
