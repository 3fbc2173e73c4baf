package io.milepost.pipelines.milestones.output;

import io.milepost.kafka.outbound.OutboundRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Tells the readers of the outputs how far they are complete: once per partition and checkpoint, a
 * heartbeat with the job's own clock, written behind the data that it speaks of and committed with
 * it. Each partition has one subtask that writes it, and all its records come through here, so
 * nothing that the promise covers can be written after it.
 */
public final class OutputClock extends AbstractStreamOperator<OutboundRecord>
        implements OneInputStreamOperator<OutboundRecord, OutboundRecord>, BoundedOneInput {

    private static final long serialVersionUID = 1L;

    private static final long MICROS = 1000;

    private final OutputWriter.Factory outputs;
    private final OutputTopics promised;

    private transient OutputWriter writer;
    private transient List<OutputTopics.Place> mine;
    private transient long clockMillis;
    private transient long promisedMillis;

    /** A clock of a job that alone writes all its outputs. */
    public OutputClock(OutputWriter.Factory outputs) {
        this(outputs, outputs.topics());
    }

    /**
     * A clock of a job that shares some of its outputs with others.
     *
     * @param promised the topics that it alone writes
     */
    public OutputClock(OutputWriter.Factory outputs, OutputTopics promised) {
        this.outputs = outputs;
        this.promised = promised;
    }

    @Override
    public void open() throws Exception {
        super.open();
        clockMillis = Long.MIN_VALUE;
        promisedMillis = Long.MIN_VALUE;
        mine = new ArrayList<>();
        int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
        int parallelism = getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
        writer = outputs.open(subtask);
        for (OutputTopics.Place place : promised.places()) {
            if (place.writtenBy(parallelism) == subtask) {
                mine.add(place);
            }
        }
    }

    @Override
    public void close() throws Exception {
        if (writer != null) {
            writer.close();
        }
        super.close();
    }

    @Override
    public void processElement(StreamRecord<OutboundRecord> element) {
        output.collect(element);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        clockMillis = mark.getTimestamp();
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        super.prepareSnapshotPreBarrier(checkpointId);
        promise();
    }

    /**
     * The last promise: a sink takes nothing after the end, and its last checkpoint comes later.
     */
    @Override
    public void endInput() throws IOException {
        promise();
    }

    private void promise() throws IOException {
        if (clockMillis <= promisedMillis) {
            return;
        }
        for (OutputTopics.Place place : mine) {
            output.collect(new StreamRecord<>(writer.heartbeat(place, clockMillis * MICROS)));
        }
        promisedMillis = clockMillis;
    }
}
