package io.milepost.e2e.odoo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/** Counts what a job's consumers hand out, by topic. The settings are its producers' as well. */
public final class RecordsRead
        implements ConsumerInterceptor<byte[], byte[]>, ProducerInterceptor<byte[], byte[]> {

    private static final Map<String, LongAdder> READ = new ConcurrentHashMap<>();

    /** The setting of a job that has its records counted. */
    static final String SETTING =
            "--kafka-properties=interceptor.classes=" + RecordsRead.class.getName();

    static long of(String topic) {
        LongAdder read = READ.get(topic);
        return read == null ? 0 : read.sum();
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition each : records.partitions()) {
            READ.computeIfAbsent(each.topic(), any -> new LongAdder())
                    .add(records.records(each).size());
        }
        return records;
    }

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> sent) {
        return sent;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        // Only what is read counts.
    }

    @Override
    public void onAcknowledgement(RecordMetadata metadata, Exception failure) {
        // Only what is read counts.
    }

    @Override
    public void configure(Map<String, ?> settings) {
        // There is nothing to set.
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
