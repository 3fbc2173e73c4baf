package io.milepost.kafka.inbound;

import java.io.IOException;
import java.io.Serializable;
import java.util.Properties;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.synchronization.FutureCompletingBlockingQueue;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.metrics.KafkaSourceReaderMetrics;
import org.apache.flink.connector.kafka.source.reader.KafkaPartitionSplitReader;
import org.apache.flink.connector.kafka.source.reader.KafkaRecordEmitter;
import org.apache.flink.connector.kafka.source.reader.KafkaSourceReader;
import org.apache.flink.connector.kafka.source.reader.fetcher.KafkaSourceFetcherManager;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Kafka's own source with another reader of its partitions: what is read, how offsets are kept and
 * committed, and the bytes in a checkpoint are Kafka's.
 */
public final class SplitReaderSource
        implements Source<InboundRecord, KafkaPartitionSplit, KafkaSourceEnumState>,
                ResultTypeQueryable<InboundRecord> {

    private static final long serialVersionUID = 1L;

    private final KafkaSource<InboundRecord> kafka;
    private final Properties properties;
    private final Readers readers;
    private final int portions;

    /** Makes the reader of a subtask; travels in the job graph. */
    @FunctionalInterface
    public interface Readers extends Serializable {

        /** A reader with a consumer of these properties. */
        KafkaPartitionSplitReader make(
                Properties consumer, SourceReaderContext context, KafkaSourceReaderMetrics metrics);
    }

    /**
     * @param kafka what is read
     * @param consumer settings of the readers' consumers, as {@link
     *     InboundSource#consumerProperties} makes them
     * @param portions how many fetches may wait in memory
     * @param readers makes the readers
     */
    public SplitReaderSource(
            KafkaSource<InboundRecord> kafka, Properties consumer, int portions, Readers readers) {
        this.kafka = kafka;
        this.properties = consumer;
        this.portions = portions;
        this.readers = readers;
    }

    @Override
    public Boundedness getBoundedness() {
        return kafka.getBoundedness();
    }

    @Override
    public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> createEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context) {
        return kafka.createEnumerator(context);
    }

    @Override
    public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> restoreEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState checkpoint)
            throws IOException {
        return kafka.restoreEnumerator(context, checkpoint);
    }

    @Override
    public SimpleVersionedSerializer<KafkaPartitionSplit> getSplitSerializer() {
        return kafka.getSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<KafkaSourceEnumState> getEnumeratorCheckpointSerializer() {
        return kafka.getEnumeratorCheckpointSerializer();
    }

    @Override
    public SourceReader<InboundRecord, KafkaPartitionSplit> createReader(
            SourceReaderContext context) {
        FutureCompletingBlockingQueue<RecordsWithSplitIds<ConsumerRecord<byte[], byte[]>>> queue =
                new FutureCompletingBlockingQueue<>(portions);
        KafkaSourceReaderMetrics metrics = new KafkaSourceReaderMetrics(context.metricGroup());
        Configuration settings = new Configuration();
        properties.stringPropertyNames().forEach(n -> settings.setString(n, text(n)));
        return new KafkaSourceReader<>(
                queue,
                new KafkaSourceFetcherManager(
                        queue, () -> readers.make(properties, context, metrics), finished -> {}),
                new KafkaRecordEmitter<>(new AsTheyLie()),
                settings,
                context,
                metrics);
    }

    private String text(String name) {
        return properties.getProperty(name);
    }

    @Override
    public TypeInformation<InboundRecord> getProducedType() {
        return InboundRecordTypeInfo.INSTANCE;
    }
}
