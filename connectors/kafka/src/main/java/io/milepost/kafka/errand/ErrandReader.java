package io.milepost.kafka.errand;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundSource;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.base.source.reader.RecordsBySplits;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.kafka.source.metrics.KafkaSourceReaderMetrics;
import org.apache.flink.connector.kafka.source.reader.KafkaPartitionSplitReader;
import org.apache.flink.metrics.MetricGroup;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads from Kafka and runs the errand, in the source's fetcher thread. What was read and not yet
 * answered stays here when the thread is called away, and goes out first when it is back.
 */
final class ErrandReader extends KafkaPartitionSplitReader {

    private final ErrandFactory factory;
    private final MetricGroup metrics;
    private final Deque<Portion> unanswered = new ArrayDeque<>();
    private final List<String> finished = new ArrayList<>();

    private final Object lock = new Object();
    private Thread atWork;
    private Errand errand;

    /** Records of one split that follow each other. */
    private record Portion(String split, List<ConsumerRecord<byte[], byte[]>> records) {}

    ErrandReader(
            Properties properties,
            SourceReaderContext context,
            KafkaSourceReaderMetrics metrics,
            ErrandFactory factory) {
        super(properties, context, metrics);
        this.factory = factory;
        this.metrics = context.metricGroup();
    }

    @Override
    public RecordsWithSplitIds<ConsumerRecord<byte[], byte[]>> fetch() throws IOException {
        RecordsBySplits.Builder<ConsumerRecord<byte[], byte[]>> out =
                new RecordsBySplits.Builder<>();
        if (unanswered.isEmpty()) {
            RecordsWithSplitIds<ConsumerRecord<byte[], byte[]>> read = super.fetch();
            finished.addAll(read.finishedSplits());
            keep(read);
        }
        Portion portion = unanswered.peek();
        if (portion != null && answered(portion)) {
            unanswered.remove();
            out.addAll(portion.split(), portion.records());
        }
        if (unanswered.isEmpty()) {
            out.addFinishedSplits(finished);
            finished.clear();
        }
        return out.build();
    }

    private void keep(RecordsWithSplitIds<ConsumerRecord<byte[], byte[]>> read) {
        for (String split = read.nextSplit(); split != null; split = read.nextSplit()) {
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            for (var r = read.nextRecordFromSplit(); r != null; r = read.nextRecordFromSplit()) {
                Answers.none(r);
                records.add(r);
            }
            if (!records.isEmpty()) {
                unanswered.add(new Portion(split, records));
            }
        }
        read.recycle();
    }

    /** Runs the errand; false if it was called away. */
    private boolean answered(Portion portion) throws IOException {
        List<ConsumerRecord<byte[], byte[]>> asked = new ArrayList<>();
        List<InboundRecord> records = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : portion.records()) {
            InboundRecord inbound = InboundSource.inbound(record);
            if (!inbound.isHeartbeat()) {
                asked.add(record);
                records.add(inbound);
            }
        }
        if (records.isEmpty()) {
            return true;
        }
        begin();
        try {
            if (errand == null) {
                errand = factory.open(metrics);
            }
            List<byte[]> answers = errand.run(records);
            for (int i = 0; i < asked.size(); i++) {
                Answers.set(asked.get(i), answers.get(i));
            }
            return true;
        } catch (InterruptedException e) {
            // Called away by wakeUp: the same records come again.
            return false;
        } finally {
            end();
        }
    }

    private void begin() {
        synchronized (lock) {
            atWork = Thread.currentThread();
        }
    }

    private void end() {
        synchronized (lock) {
            atWork = null;
            // What called us away too late must not call the next one away.
            Thread.interrupted();
        }
    }

    @Override
    public void wakeUp() {
        super.wakeUp();
        synchronized (lock) {
            if (atWork != null) {
                atWork.interrupt();
            }
        }
    }

    @Override
    public void close() throws Exception {
        try (Errand open = errand) {
            super.close();
        }
    }
}
