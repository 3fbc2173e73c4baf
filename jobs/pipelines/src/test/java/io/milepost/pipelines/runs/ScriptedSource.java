package io.milepost.pipelines.runs;

import io.milepost.kafka.inbound.InboundRecord;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The feeds of a run, each a split, in place of Kafka's partitions. It never ends, and its
 * savepoints say how far each feed was read; a run that is restored reads on in its own script.
 */
final class ScriptedSource implements Source<InboundRecord, ScriptedSplit, List<String>> {

    private static final long serialVersionUID = 1L;

    private final int run;
    private final List<String> topics;

    ScriptedSource(int run, List<String> topics) {
        this.run = run;
        this.topics = List.copyOf(topics);
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<InboundRecord, ScriptedSplit> createReader(SourceReaderContext context) {
        return new ScriptedReader(Run.numbered(run));
    }

    @Override
    public SplitEnumerator<ScriptedSplit, List<String>> createEnumerator(
            SplitEnumeratorContext<ScriptedSplit> context) {
        return new Enumerator(context, topics, topics);
    }

    @Override
    public SplitEnumerator<ScriptedSplit, List<String>> restoreEnumerator(
            SplitEnumeratorContext<ScriptedSplit> context, List<String> known) {
        List<String> fresh = topics.stream().filter(topic -> !known.contains(topic)).toList();
        return new Enumerator(context, topics, fresh);
    }

    @Override
    public SimpleVersionedSerializer<ScriptedSplit> getSplitSerializer() {
        return new ScriptedSplit.Format();
    }

    @Override
    public SimpleVersionedSerializer<List<String>> getEnumeratorCheckpointSerializer() {
        return new Topics();
    }

    /** Gives each subtask its share of the feeds that no subtask has been restored with. */
    private record Enumerator(
            SplitEnumeratorContext<ScriptedSplit> context,
            List<String> topics,
            List<String> fresh,
            Set<Integer> served)
            implements SplitEnumerator<ScriptedSplit, List<String>> {

        Enumerator(
                SplitEnumeratorContext<ScriptedSplit> context,
                List<String> topics,
                List<String> fresh) {
            this(context, topics, fresh, new HashSet<>());
        }

        @Override
        public void start() {
            // Readers are served as they come.
        }

        @Override
        public void addReader(int subtask) {
            if (!served.add(subtask)) {
                return;
            }
            for (int i = 0; i < fresh.size(); i++) {
                if (i % context.currentParallelism() == subtask) {
                    context.assignSplit(new ScriptedSplit(fresh.get(i), 0), subtask);
                }
            }
        }

        @Override
        public void handleSplitRequest(int subtask, String host) {
            throw new IllegalStateException("readers of a script ask for nothing");
        }

        @Override
        public void addSplitsBack(List<ScriptedSplit> splits, int subtask) {
            throw new IllegalStateException("a run is not restarted");
        }

        @Override
        public List<String> snapshotState(long checkpointId) {
            return topics;
        }

        @Override
        public void close() {
            served.clear();
        }
    }

    /** The feeds that are with their readers. Must not change: savepoints of the past have them. */
    private static final class Topics implements SimpleVersionedSerializer<List<String>> {

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(List<String> topics) {
            return String.join("\n", topics).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public List<String> deserialize(int version, byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        }
    }
}
