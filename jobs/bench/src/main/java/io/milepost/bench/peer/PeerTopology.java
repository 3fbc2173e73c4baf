package io.milepost.bench.peer;

import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.registry.RegistryConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The lines of the job in one sub-topology: events whose Kafka key is their line's need no
 * repartition topic, which would cost the peer another write and read of each.
 */
final class PeerTopology {

    static final String LINES = "lines";
    static final String FACTS = "line-facts";
    static final String OVER = "line-episodes";
    static final String WAITING = "line-waiting";
    static final String DEADLINES = "deadlines";

    private PeerTopology() {}

    static Topology of(
            String prefix, RegistryConnection registry, List<String> topics, Progress progress) {
        Serializer<OutboundRecord> values = (topic, record) -> record.value();
        StreamPartitioner<byte[], OutboundRecord> places =
                (topic, key, record, partitions) -> Optional.of(Set.of(record.partition()));
        return new Topology()
                .addSource(
                        "facts",
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        topics.toArray(String[]::new))
                .addProcessor(LINES, () -> new PeerLines(prefix, registry, progress), "facts")
                .addStateStore(cached(LINES, StateSerde.lines()), LINES)
                .addStateStore(cached(FACTS, StateSerde.entries()), LINES)
                .addStateStore(cached(OVER, StateSerde.episodes()), LINES)
                .addStateStore(cached(WAITING, Serdes.ByteArray()), LINES)
                .addStateStore(deadlines(), LINES)
                .addSink(
                        "outputs",
                        (key, record, context) -> record.topic(),
                        new ByteArraySerializer(),
                        values,
                        places,
                        LINES);
    }

    private static <T> StoreBuilder<KeyValueStore<String, T>> cached(String name, Serde<T> serde) {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), Serdes.String(), serde)
                .withCachingEnabled();
    }

    /** Sorted by time, in memory: what is due is found without looking at the lines. */
    private static StoreBuilder<KeyValueStore<byte[], byte[]>> deadlines() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(DEADLINES),
                        Serdes.ByteArray(),
                        Serdes.ByteArray())
                .withLoggingEnabled(Map.of());
    }
}
