package io.milepost.kafka.errand;

import io.milepost.kafka.RecordHeader;
import io.milepost.kafka.inbound.InboundRecord;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The header in which a record carries what was answered outside. */
public final class Answers {

    /** Never on a topic: one that lies there was not written by us and is taken off. */
    public static final String HEADER = "milepost-answer";

    private Answers() {}

    /** What was answered; empty if nothing was done with the record. */
    public static Optional<byte[]> of(InboundRecord record) {
        return record.headers().stream()
                .filter(h -> h.name().equals(HEADER))
                .map(RecordHeader::value)
                .findFirst();
    }

    static void none(ConsumerRecord<byte[], byte[]> record) {
        record.headers().remove(HEADER);
    }

    static void set(ConsumerRecord<byte[], byte[]> record, byte[] answer) {
        if (answer != null) {
            record.headers().add(HEADER, answer);
        }
    }
}
