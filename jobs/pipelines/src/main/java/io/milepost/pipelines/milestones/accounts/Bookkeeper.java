package io.milepost.pipelines.milestones.accounts;

import io.milepost.events.Account;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.OutboundRecordTypeInfo;
import io.milepost.pipelines.milestones.output.OutputWriter;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Keeps the books of one stage: counts what happens to records and writes the sums out with each
 * checkpoint, in its transaction. What is counted after a checkpoint is lost with a failure and
 * counted again, like the records themselves, so nothing has to be remembered. The same counts are
 * metrics, which a restart sets to zero.
 */
public final class Bookkeeper extends AbstractStreamOperator<OutboundRecord>
        implements OneInputStreamOperator<Entry, OutboundRecord>, BoundedOneInput {

    private static final long serialVersionUID = 1L;

    private final String stage;
    private final OutputWriter.Factory outputs;

    private transient OutputWriter writer;
    private transient Map<String, Map<Entry.Kind, Counter>> metrics;
    private transient Map<String, Map<Entry.Kind, Long>> sums;

    /** The books of a stage. */
    public Bookkeeper(String stage, OutputWriter.Factory outputs) {
        this.stage = stage;
        this.outputs = outputs;
    }

    /**
     * Keeps the books of a stage of a job.
     *
     * @param stage the operator whose records are counted
     * @param entries its side output of what happens to them
     * @param name name of the stage in the accounts
     * @param uid uid of the operator that counts
     */
    public static DataStream<OutboundRecord> of(
            SingleOutputStreamOperator<?> stage,
            OutputTag<Entry> entries,
            String name,
            String uid,
            OutputWriter.Factory outputs) {
        return of(stage.getSideOutput(entries), name, uid, outputs);
    }

    /**
     * Keeps the books of several operators that are one stage.
     *
     * @param entries what happens to their records
     * @param name name of the stage in the accounts
     * @param uid uid of the operator that counts
     */
    public static DataStream<OutboundRecord> of(
            DataStream<Entry> entries, String name, String uid, OutputWriter.Factory outputs) {
        return entries.transform(
                        name + " books",
                        OutboundRecordTypeInfo.INSTANCE,
                        new Bookkeeper(name, outputs))
                .uid(uid);
    }

    @Override
    public void open() throws Exception {
        super.open();
        writer = outputs.open(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
        metrics = new TreeMap<>();
        sums = new TreeMap<>();
    }

    @Override
    public void close() throws Exception {
        if (writer != null) {
            writer.close();
        }
        super.close();
    }

    @Override
    public void processElement(StreamRecord<Entry> element) {
        Entry entry = element.getValue();
        sums.computeIfAbsent(entry.topic(), topic -> new EnumMap<>(Entry.Kind.class))
                .merge(entry.kind(), 1L, Long::sum);
        metrics.computeIfAbsent(entry.topic(), topic -> new EnumMap<>(Entry.Kind.class))
                .computeIfAbsent(entry.kind(), kind -> counter(entry))
                .inc();
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        super.prepareSnapshotPreBarrier(checkpointId);
        writeSums();
    }

    /** The last sums: a sink takes nothing after the end, and its last checkpoint comes later. */
    @Override
    public void endInput() throws IOException {
        writeSums();
    }

    private void writeSums() throws IOException {
        long now = getProcessingTimeService().getCurrentProcessingTime();
        for (Map.Entry<String, Map<Entry.Kind, Long>> topic : sums.entrySet()) {
            Account account = account(topic.getKey(), topic.getValue());
            output.collect(new StreamRecord<>(writer.account(account, now)));
        }
        sums.clear();
    }

    private Account account(String topic, Map<Entry.Kind, Long> counts) {
        return new Account(
                outputs.job(),
                stage,
                topic,
                counts.getOrDefault(Entry.Kind.IN, 0L),
                counts.getOrDefault(Entry.Kind.EFFECTIVE, 0L),
                counts.getOrDefault(Entry.Kind.DUPLICATE, 0L),
                counts.getOrDefault(Entry.Kind.WITHOUT_EFFECT, 0L),
                counts.getOrDefault(Entry.Kind.WAIT_BEGAN, 0L)
                        - counts.getOrDefault(Entry.Kind.WAIT_ENDED, 0L),
                counts.getOrDefault(Entry.Kind.DEAD_LETTERED, 0L));
    }

    private Counter counter(Entry entry) {
        MetricGroup group = getMetricGroup().addGroup("topic", entry.topic());
        return group.counter("records_" + entry.kind().name().toLowerCase(Locale.ROOT));
    }
}
