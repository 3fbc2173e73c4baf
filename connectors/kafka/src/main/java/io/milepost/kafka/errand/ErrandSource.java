package io.milepost.kafka.errand;

import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundSource;
import io.milepost.kafka.inbound.SplitReaderSource;
import java.util.List;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/**
 * Sources whose reader runs an {@link Errand} with what it has read before it hands it on; each
 * record then has the answer in a header, {@link Answers#HEADER}. The offsets in a checkpoint are
 * those of records that were answered and handed on.
 *
 * <p>A sink would be the usual place for what is done outside. There, a checkpoint has to wait for
 * what is on its way, and while the other side is down none completes.
 */
public final class ErrandSource {

    private ErrandSource() {}

    /**
     * A source over topics from their earliest records on.
     *
     * @param topics full topic names, prefix included
     * @param groupId consumer group whose offsets are committed at checkpoints, for those who watch
     *     lag
     * @param atMost how many records are read, and kept in memory, at a time
     */
    public static Source<InboundRecord, ?, ?> of(
            KafkaConnection connection,
            List<String> topics,
            String groupId,
            int atMost,
            ErrandFactory errand) {
        return new SplitReaderSource(
                InboundSource.of(connection, topics, groupId, OffsetsInitializer.earliest()),
                InboundSource.consumerProperties(connection, groupId, atMost),
                1,
                (consumer, context, metrics) ->
                        new ErrandReader(consumer, context, metrics, errand));
    }
}
