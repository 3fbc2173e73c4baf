package io.milepost.kafka.claim;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.avro.AvroEncoder;
import io.milepost.kafka.direct.DirectWriter;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes to one topic of the catalogue as long as nobody else claims it. A record is there, for
 * {@code read_committed} readers, when its future says so; once somebody claims the topic after
 * this, no record is ever there again. Records that are given while others are on their way are
 * committed together.
 *
 * <p>May be used by several threads.
 *
 * @param <V> the generated class of the topic's records
 */
public final class ClaimedWriter<V extends SpecificRecord> implements AutoCloseable {

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);
    private static final int MOST_TOGETHER = 500;

    private final String id;
    private final Producer<byte[], byte[]> producer;
    private final SchemaRegistryClient registry;
    private final AvroEncoder encoder;
    private final Topic<V> topic;
    private final String prefix;
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final ExecutorService thread;

    private volatile boolean closing;

    /** Used by the thread that writes alone. */
    private ClaimLostException lost;

    private record Waiting(
            ProducerRecord<byte[], byte[]> record, CompletableFuture<Void> written) {}

    /**
     * @param id the transactional id
     * @param producer where the records go, ready for transactions; closed with this
     * @param registry where the schemas are looked up; closed with this
     * @param prefix what the environment puts before every topic's name
     */
    ClaimedWriter(
            String id,
            Producer<byte[], byte[]> producer,
            SchemaRegistryClient registry,
            Topic<V> topic,
            String prefix) {
        this.id = id;
        this.producer = producer;
        this.registry = registry;
        this.encoder = new AvroEncoder(registry);
        this.topic = topic;
        this.prefix = prefix;
        thread =
                Executors.newSingleThreadExecutor(
                        task -> {
                            Thread writing = new Thread(task, "writer of " + topic.name());
                            writing.setDaemon(true);
                            return writing;
                        });
    }

    /**
     * Claims a topic and opens a writer. When this returns, nothing that older runs write is there
     * any more, and what they wrote before can be read.
     *
     * @param subtask which subtask of the run this is, from 0
     * @param subtasks how many there are
     * @param patience how long Kafka may take for a record before its future fails
     * @throws NewerClaimException if a newer run has claimed the topic
     * @throws IOException if the brokers do not answer
     */
    public static <V extends SpecificRecord> ClaimedWriter<V> open(
            KafkaConnection connection,
            SchemaRegistryClient registry,
            Topic<V> topic,
            Claim claim,
            int subtask,
            int subtasks,
            Duration patience)
            throws IOException {
        String id = claim.id(subtask, subtasks);
        Producer<byte[], byte[]> producer =
                new KafkaProducer<>(properties(connection, id, patience));
        try {
            producer.initTransactions();
            Claims.takeFromOthers(connection, claim, subtasks);
            return new ClaimedWriter<>(id, producer, registry, topic, connection.topicPrefix());
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw new IOException(id + ": cannot be claimed: " + e.getMessage(), e);
        } catch (IOException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    private static Properties properties(KafkaConnection connection, String id, Duration patience) {
        Properties properties = connection.properties();
        int millis = Math.toIntExact(patience.toMillis());
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, DirectWriter.LONGEST_REQUEST);
        properties.put(
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        properties.put(
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        return properties;
    }

    /**
     * Writes a record.
     *
     * @return done when it is there; fails if it may not be, with {@link ClaimLostException} if no
     *     other will be either
     */
    public CompletableFuture<Void> write(String key, V value) {
        Waiting next;
        try {
            next =
                    new Waiting(
                            new ProducerRecord<>(
                                    topic.in(prefix),
                                    key.getBytes(StandardCharsets.UTF_8),
                                    encoded(value)),
                            new CompletableFuture<>());
            waiting.add(next);
            thread.execute(this::writeWaiting);
        } catch (IOException | RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
        return next.written();
    }

    private byte[] encoded(V value) throws IOException {
        synchronized (encoder) {
            return encoder.encode(topic.subject(prefix), value);
        }
    }

    private void writeWaiting() {
        List<Waiting> together = new ArrayList<>();
        waiting.drainTo(together, MOST_TOGETHER);
        if (together.isEmpty()) {
            return;
        }
        Exception failure = commit(together);
        if (failure != null && lost == null && together.size() > 1) {
            // One that the broker does not take must not keep the others back.
            together.forEach(each -> settle(each, commit(List.of(each))));
        } else {
            together.forEach(each -> settle(each, failure));
        }
    }

    private static void settle(Waiting each, Exception failure) {
        if (failure == null) {
            each.written().complete(null);
        } else {
            each.written().completeExceptionally(failure);
        }
    }

    /** Why the records are not there; {@code null} if they are. */
    private Exception commit(List<Waiting> together) {
        if (lost != null) {
            return lost;
        }
        try {
            producer.beginTransaction();
            for (Waiting each : together) {
                // Whether it was taken is known when the transaction is committed.
                var unused = producer.send(each.record());
            }
            untilAnswered(producer::commitTransaction);
            return null;
        } catch (KafkaException e) {
            return undone(e);
        }
    }

    private Exception undone(KafkaException failure) {
        try {
            untilAnswered(producer::abortTransaction);
            return failure;
        } catch (KafkaException | IllegalStateException fatal) {
            lost = new ClaimLostException(id, failure);
            return lost;
        }
    }

    /** What was asked of the broker is under way: it has to be asked the same again. */
    private void untilAnswered(Runnable question) {
        while (true) {
            try {
                question.run();
                return;
            } catch (TimeoutException e) {
                if (closing) {
                    throw e;
                }
            }
        }
    }

    /** Waits a while for what is under way, and closes. */
    @Override
    public void close() throws IOException {
        closing = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LONGEST_CLOSE.toSeconds(), TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
        producer.close(LONGEST_CLOSE);
        registry.close();
    }
}
