package io.milepost.pipelines.runs;

import io.milepost.kafka.inbound.InboundRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;

/** Gives the records of its feeds in turn, then waits for ever, as Kafka would. */
final class ScriptedReader implements SourceReader<InboundRecord, ScriptedSplit> {

    private final Run run;
    private final Deque<ScriptedSplit> unread = new ArrayDeque<>();
    private final List<ScriptedSplit> read = new ArrayList<>();
    private CompletableFuture<Void> available = new CompletableFuture<>();

    ScriptedReader(Run run) {
        this.run = run;
    }

    @Override
    public void start() {
        // Feeds come by addSplits.
    }

    @Override
    public void addSplits(List<ScriptedSplit> splits) {
        splits.forEach(this::sort);
        available.complete(null);
    }

    @Override
    public InputStatus pollNext(ReaderOutput<InboundRecord> output) {
        ScriptedSplit split = unread.poll();
        if (split == null) {
            available = new CompletableFuture<>();
            return InputStatus.NOTHING_AVAILABLE;
        }
        InboundRecord record = run.feed(split.topic()).get(split.next());
        output.createOutputForSplit(split.splitId()).collect(record, record.timestampMillis());
        sort(new ScriptedSplit(split.topic(), split.next() + 1));
        return InputStatus.MORE_AVAILABLE;
    }

    private void sort(ScriptedSplit split) {
        if (split.next() < run.feed(split.topic()).size()) {
            unread.add(split);
        } else {
            read.add(split);
            run.read(split.topic());
        }
    }

    @Override
    public List<ScriptedSplit> snapshotState(long checkpointId) {
        List<ScriptedSplit> all = new ArrayList<>(read);
        all.addAll(unread);
        return all;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return available;
    }

    @Override
    public void notifyNoMoreSplits() {
        // There is no end, however many splits there are.
    }

    @Override
    public void close() {
        unread.clear();
    }
}
