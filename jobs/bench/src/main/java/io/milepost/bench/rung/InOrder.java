package io.milepost.bench.rung;

import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundSource;
import io.milepost.kafka.inbound.SplitReaderSource;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;
import org.apache.flink.connector.kafka.source.metrics.KafkaSourceReaderMetrics;
import org.apache.flink.connector.kafka.source.reader.KafkaPartitionSplitReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads full topics side by side by the records' Kafka times. As fast as each goes, a topic of few
 * records is read to its end while another has hardly begun, and a line hears the answers of weeks
 * before the receipts of days; live it hears them about as they came, and so it does here.
 */
final class InOrder extends KafkaPartitionSplitReader {

    /** So much is kept of a partition that it need not be asked again at once. */
    private static final int ENOUGH = 1000;

    private static final int AT_MOST = 500;

    private static final int PORTIONS = 2;

    private final Map<String, Deque<ConsumerRecord<byte[], byte[]>>> read = new TreeMap<>();
    private final Map<String, KafkaPartitionSplit> splits = new TreeMap<>();
    private final Set<String> ended = new HashSet<>();
    private final Set<String> paused = new HashSet<>();

    /** A bounded source that reads so. */
    static Source<InboundRecord, ?, ?> source(
            KafkaConnection kafka, List<String> topics, String groupId) {
        return new SplitReaderSource(
                InboundSource.bounded(kafka, topics, groupId),
                InboundSource.consumerProperties(kafka, groupId, AT_MOST),
                PORTIONS,
                InOrder::new);
    }

    InOrder(Properties properties, SourceReaderContext context, KafkaSourceReaderMetrics metrics) {
        super(properties, context, metrics);
    }

    @Override
    public void handleSplitsChanges(SplitsChange<KafkaPartitionSplit> change) {
        for (KafkaPartitionSplit split : change.splits()) {
            splits.put(split.splitId(), split);
            read.put(split.splitId(), new ArrayDeque<>());
        }
        super.handleSplitsChanges(change);
    }

    @Override
    public RecordsWithSplitIds<ConsumerRecord<byte[], byte[]>> fetch() throws IOException {
        boolean isAllEnded = ended.containsAll(splits.keySet());
        if (!isAllEnded) {
            pace();
            take(super.fetch());
        }
        Runs runs = new Runs();
        for (String next = earliest(); next != null; next = earliest()) {
            runs.add(next, read.get(next).remove());
        }
        // A reader without splits is told to end, so none ends before all have been handed on.
        if (ended.containsAll(splits.keySet())) {
            runs.end(splits.keySet());
        }
        return runs;
    }

    private void take(RecordsWithSplitIds<ConsumerRecord<byte[], byte[]>> records) {
        for (String split = records.nextSplit(); split != null; split = records.nextSplit()) {
            Deque<ConsumerRecord<byte[], byte[]>> queue = read.get(split);
            for (var r = records.nextRecordFromSplit();
                    r != null;
                    r = records.nextRecordFromSplit()) {
                queue.add(r);
            }
        }
        ended.addAll(records.finishedSplits());
        paused.removeAll(records.finishedSplits());
        records.recycle();
    }

    /** Partitions of which enough is here wait for the others. */
    private void pace() {
        Collection<KafkaPartitionSplit> toPause = new ArrayList<>();
        Collection<KafkaPartitionSplit> toResume = new ArrayList<>();
        read.forEach(
                (split, queue) -> {
                    if (ended.contains(split)) {
                        return;
                    }
                    if (queue.size() >= ENOUGH && paused.add(split)) {
                        toPause.add(splits.get(split));
                    } else if (queue.size() < ENOUGH && paused.remove(split)) {
                        toResume.add(splits.get(split));
                    }
                });
        pauseOrResumeSplits(toPause, toResume);
    }

    /** The split with the earliest record; null if that of another may be earlier. */
    private String earliest() {
        String earliest = null;
        long time = Long.MAX_VALUE;
        for (Map.Entry<String, Deque<ConsumerRecord<byte[], byte[]>>> each : read.entrySet()) {
            ConsumerRecord<byte[], byte[]> head = each.getValue().peek();
            if (head == null && !ended.contains(each.getKey())) {
                return null;
            }
            if (head != null && head.timestamp() < time) {
                time = head.timestamp();
                earliest = each.getKey();
            }
        }
        return earliest;
    }

    /** Records of splits in turn. */
    private static final class Runs implements RecordsWithSplitIds<ConsumerRecord<byte[], byte[]>> {

        private final Deque<String> order = new ArrayDeque<>();
        private final Deque<List<ConsumerRecord<byte[], byte[]>>> runs = new ArrayDeque<>();
        private Set<String> finished = Set.of();
        private Deque<ConsumerRecord<byte[], byte[]>> current = new ArrayDeque<>();

        void add(String split, ConsumerRecord<byte[], byte[]> record) {
            if (!split.equals(order.peekLast())) {
                order.add(split);
                runs.add(new ArrayList<>());
            }
            runs.peekLast().add(record);
        }

        void end(Set<String> splits) {
            finished = Set.copyOf(splits);
        }

        @Override
        public String nextSplit() {
            if (order.isEmpty()) {
                return null;
            }
            current = new ArrayDeque<>(runs.remove());
            return order.remove();
        }

        @Override
        public ConsumerRecord<byte[], byte[]> nextRecordFromSplit() {
            return current.poll();
        }

        @Override
        public Set<String> finishedSplits() {
            return finished;
        }
    }
}
