package io.milepost.kafka.direct;

import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A producer whose broker has a clock of its own. */
final class BrokerTimeProducer extends MockProducer<byte[], byte[]> {

    private volatile long brokerMillis;

    BrokerTimeProducer(String topic, int partitions, boolean takesAll) {
        super(
                new Cluster(
                        "test",
                        List.of(Node.noNode()),
                        IntStream.range(0, partitions)
                                .mapToObj(p -> new PartitionInfo(topic, p, null, null, null))
                                .toList(),
                        java.util.Set.of(),
                        java.util.Set.of()),
                takesAll,
                null,
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** What the broker's clock shows from now on. */
    void brokerTime(long millis) {
        brokerMillis = millis;
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        return super.send(
                record,
                (metadata, error) ->
                        callback.onCompletion(
                                error != null
                                        ? metadata
                                        : new RecordMetadata(
                                                new TopicPartition(
                                                        metadata.topic(), metadata.partition()),
                                                metadata.offset(),
                                                0,
                                                brokerMillis,
                                                metadata.serializedKeySize(),
                                                metadata.serializedValueSize()),
                                error));
    }
}
