package io.milepost.kafka.outbound;

import io.milepost.kafka.KafkaConnection;
import java.io.IOException;
import java.util.Collection;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaWriterState;
import org.apache.flink.connector.kafka.sink.TwoPhaseCommittingStatefulSink;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.SupportsPostCommitTopology;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The one sink of a job: records of several topics, written in one transaction for each subtask and
 * checkpoint, so that they become visible together to {@code read_committed} readers.
 *
 * <p>Everything is the connector's own ({@link KafkaSink}) save that a transaction which the broker
 * ended too early raises the alarm instead of being dropped: see {@link OnLostTransaction}.
 */
public final class TransactionalSink
        implements TwoPhaseCommittingStatefulSink<
                        OutboundRecord, KafkaWriterState, KafkaCommittable>,
                SupportsPostCommitTopology<KafkaCommittable> {

    private static final long serialVersionUID = 1L;

    private final KafkaSink<OutboundRecord> sink;
    private final KafkaConnection connection;
    private final DeliveryGuarantee guarantee;
    private final OnLostTransaction onLost;
    private final SinkGate gate;

    TransactionalSink(
            KafkaSink<OutboundRecord> sink,
            KafkaConnection connection,
            DeliveryGuarantee guarantee,
            OnLostTransaction onLost,
            SinkGate gate) {
        this.sink = sink;
        this.connection = connection;
        this.guarantee = guarantee;
        this.onLost = onLost;
        this.gate = gate;
    }

    /**
     * A sink of a job, exactly once unless told otherwise.
     *
     * @param connection the cluster
     * @param environment name of the environment, such as {@code prod}; lower case, digits, hyphens
     * @param job name of the job; lower case, digits, hyphens
     */
    public static TransactionalSinkBuilder builder(
            KafkaConnection connection, String environment, String job) {
        return new TransactionalSinkBuilder(connection, environment, job);
    }

    // The connector's writer and committer find each other by subtask, attempt and prefix within
    // the process. Both come from the same sink here, so that they do.

    @Override
    public PrecommittingStatefulSinkWriter<OutboundRecord, KafkaWriterState, KafkaCommittable>
            createWriter(WriterInitContext context) throws IOException {
        gate.pass(context.getTaskInfo().getIndexOfThisSubtask());
        return connectorSink().createWriter(context);
    }

    @Override
    public PrecommittingStatefulSinkWriter<OutboundRecord, KafkaWriterState, KafkaCommittable>
            restoreWriter(WriterInitContext context, Collection<KafkaWriterState> recovered)
                    throws IOException {
        gate.pass(context.getTaskInfo().getIndexOfThisSubtask());
        return connectorSink().restoreWriter(context, recovered);
    }

    @Override
    public Committer<KafkaCommittable> createCommitter(CommitterInitContext context) {
        Committer<KafkaCommittable> committer = sink.createCommitter(context);
        if (guarantee != DeliveryGuarantee.EXACTLY_ONCE) {
            return committer;
        }
        return new WatchfulCommitter(
                committer,
                new BrokerInspector(connection),
                onLost,
                context.getRestoredCheckpointId().isPresent(),
                context.metricGroup());
    }

    @Override
    public SimpleVersionedSerializer<KafkaCommittable> getCommittableSerializer() {
        return sink.getCommittableSerializer();
    }

    @Override
    public SimpleVersionedSerializer<KafkaWriterState> getWriterStateSerializer() {
        return sink.getWriterStateSerializer();
    }

    /** Keeps writer and committer in one process, which pooled names need. */
    @Override
    public void addPostCommitTopology(DataStream<CommittableMessage<KafkaCommittable>> committed) {
        sink.addPostCommitTopology(committed);
    }

    /** The connector's sink as what it implements: the class of its writers is not public. */
    private TwoPhaseCommittingStatefulSink<OutboundRecord, KafkaWriterState, KafkaCommittable>
            connectorSink() {
        return sink;
    }
}
