package io.milepost.bench.peer;

import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.pipelines.milestones.route.FactTopics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/**
 * One run over topics that have an end.
 *
 * @param id application id, never used before
 * @param commitMillis how often it commits
 * @param folder of its stores
 */
record PeerRun(
        KafkaConnection kafka,
        RegistryConnection registry,
        String id,
        long commitMillis,
        Path folder) {

    private static final long LONGEST_MINUTES = 20;
    private static final long CACHE = 256L << 20;
    private static final int BATCH = 256 << 10;

    /** Runs until everything is read, decided, written and committed; bytes of its stores then. */
    long toTheEnd() throws IOException, InterruptedException {
        List<String> topics = new FactTopics(kafka.topicPrefix()).names();
        CountDownLatch ended = new CountDownLatch(1);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Progress progress = Progress.toEndsOf(kafka, topics, ended::countDown);
        long bytes;
        try (KafkaStreams streams =
                new KafkaStreams(
                        PeerTopology.of(kafka.topicPrefix(), registry, topics, progress),
                        settings())) {
            streams.setUncaughtExceptionHandler(
                    e -> {
                        failure.set(e);
                        ended.countDown();
                        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
                    });
            streams.start();
            boolean inTime = ended.await(LONGEST_MINUTES, TimeUnit.MINUTES);
            if (!inTime || failure.get() != null) {
                throw new IOException(
                        "peer "
                                + id
                                + ": expected to read everything within "
                                + LONGEST_MINUTES
                                + " minutes but "
                                + progress,
                        failure.get());
            }
            streams.close(Duration.ofMinutes(1));
            bytes = size();
        }
        return bytes;
    }

    private long size() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
        }
    }

    private Properties settings() {
        Properties settings = kafka.properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, id);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitMillis);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SharedMemory.class);
        settings.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 5_000);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH);
        settings.put(
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 600_000);
        return settings;
    }
}
