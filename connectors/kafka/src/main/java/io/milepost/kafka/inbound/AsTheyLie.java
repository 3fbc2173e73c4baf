package io.milepost.kafka.inbound;

import io.milepost.kafka.RecordHeader;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Takes records as they lie: nothing is decoded here, because what fails inside a source fails the
 * whole job, while an operator can dead-letter it.
 */
final class AsTheyLie implements KafkaRecordDeserializationSchema<InboundRecord> {

    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<InboundRecord> out) {
        out.collect(inbound(record));
    }

    static InboundRecord inbound(ConsumerRecord<byte[], byte[]> record) {
        return new InboundRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                headers(record));
    }

    private static List<RecordHeader> headers(ConsumerRecord<byte[], byte[]> record) {
        Header[] found = record.headers().toArray();
        if (found.length == 0) {
            return List.of();
        }
        List<RecordHeader> headers = new ArrayList<>(found.length);
        for (Header header : found) {
            headers.add(new RecordHeader(header.key(), header.value()));
        }
        return headers;
    }

    @Override
    public TypeInformation<InboundRecord> getProducedType() {
        return InboundRecordTypeInfo.INSTANCE;
    }
}
