package io.milepost.bench.rung;

import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.kafka.inbound.InboundSource;
import java.util.List;
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
import org.apache.flink.connector.kafka.source.reader.KafkaRecordEmitter;
import org.apache.flink.connector.kafka.source.reader.KafkaSourceReader;
import org.apache.flink.connector.kafka.source.reader.fetcher.KafkaSourceFetcherManager;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A bounded source of Kafka, read {@link InOrder}. */
final class InOrderSource
        implements Source<InboundRecord, KafkaPartitionSplit, KafkaSourceEnumState>,
                ResultTypeQueryable<InboundRecord> {

    private static final long serialVersionUID = 1L;

    private static final int AT_MOST = 500;

    private final KafkaSource<InboundRecord> kafka;
    private final Properties properties;

    InOrderSource(KafkaConnection connection, List<String> topics, String groupId) {
        kafka = InboundSource.bounded(connection, topics, groupId);
        properties = InboundSource.consumerProperties(connection, groupId, AT_MOST);
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
            SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState state)
            throws java.io.IOException {
        return kafka.restoreEnumerator(context, state);
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
                new FutureCompletingBlockingQueue<>();
        KafkaSourceReaderMetrics metrics = new KafkaSourceReaderMetrics(context.metricGroup());
        return new KafkaSourceReader<>(
                queue,
                new KafkaSourceFetcherManager(
                        queue, () -> new InOrder(properties, context, metrics), finished -> {}),
                new KafkaRecordEmitter<>(InboundSource.deserializer()),
                new Configuration(),
                context,
                metrics);
    }

    @Override
    public TypeInformation<InboundRecord> getProducedType() {
        return InboundRecordTypeInfo.INSTANCE;
    }
}
