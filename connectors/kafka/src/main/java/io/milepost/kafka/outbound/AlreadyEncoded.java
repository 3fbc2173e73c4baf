package io.milepost.kafka.outbound;

import io.milepost.kafka.RecordHeader;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Hands records to the producer as they are. Also tells the sink its topics: with pooled
 * transaction names it looks for open transactions of an earlier run in these topics, so that a
 * topic that was not named could keep one that nobody ends.
 */
final class AlreadyEncoded
        implements KafkaRecordSerializationSchema<OutboundRecord>, KafkaDatasetFacetProvider {

    private static final long serialVersionUID = 1L;

    private final TreeSet<String> topics;

    AlreadyEncoded(List<String> topics) {
        this.topics = new TreeSet<>(topics);
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            OutboundRecord record, KafkaSinkContext context, Long timestamp) {
        if (!topics.contains(record.topic())) {
            throw new IllegalArgumentException(
                    "sink: expected a record for one of "
                            + topics
                            + " but found one for "
                            + record.topic());
        }
        ProducerRecord<byte[], byte[]> result =
                new ProducerRecord<>(
                        record.topic(),
                        record.partition(),
                        record.timestampMillis(),
                        record.key(),
                        record.value());
        Headers headers = result.headers();
        for (RecordHeader header : record.headers()) {
            headers.add(header.name(), header.value());
        }
        return result;
    }

    @Override
    public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
        return Optional.of(
                new DefaultKafkaDatasetFacet(
                        DefaultKafkaDatasetIdentifier.ofTopics(List.copyOf(topics))));
    }
}
