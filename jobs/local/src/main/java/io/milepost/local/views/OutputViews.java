package io.milepost.local.views;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.events.AlertKind;
import io.milepost.events.DeadLetter;
import io.milepost.events.LineStatus;
import io.milepost.events.MilestoneName;
import io.milepost.events.SlaAlert;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.avro.AvroDecoder;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.local.feed.Micros;
import io.milepost.pipelines.milestones.output.OutputTopics;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the job's outputs as any {@code read_committed} reader would, from the beginning, and keeps
 * what they say in the end. One thread of its own reads; the views may be asked for from any.
 */
public final class OutputViews implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final SchemaRegistryClient registry;
    private final AvroDecoder decoder;
    private final Folding folding = new Folding();
    private final Thread reader;
    private Throwable failure;
    private boolean closed;

    private OutputViews(KafkaConnection kafka, RegistryFactory registries) {
        Properties properties = kafka.properties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        registry = registries.open();
        decoder = new AvroDecoder(registry);
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic<?> topic : OutputTopics.ALL) {
            consumer.partitionsFor(kafka.topic(topic))
                    .forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
        }
        partitions.forEach(p -> folding.expect(p.toString()));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        reader = new Thread(this::read, "milepost-output-views");
        reader.setDaemon(true);
    }

    /** Opens the views and starts to read. */
    public static OutputViews open(KafkaConnection kafka, RegistryFactory registry) {
        OutputViews views = new OutputViews(kafka, registry);
        views.reader.start();
        return views;
    }

    /** Counts of what has been read until now. */
    public ViewCounts counts() {
        return view(Folding::counts);
    }

    /** Milestones that are actually reached, with their business time, by line. */
    public Map<String, Map<MilestoneName, Long>> milestones() {
        return view(Folding::milestones);
    }

    /** Breaches that exist, by alert id. */
    public Map<String, AlertView> breaches() {
        return view(folding -> folding.episodes(AlertKind.SLA_BREACH));
    }

    /** Warnings that exist, by alert id. */
    public Map<String, AlertView> warnings() {
        return view(folding -> folding.episodes(AlertKind.SLA_WARNING));
    }

    /** Alerts about silent feeds, as they stand. */
    public List<SlaAlert> feedAlerts() {
        return view(Folding::feedAlerts);
    }

    /**
     * The records that were written twice: commands that were given before, and alerts that say
     * what the alert before of the same id said.
     */
    public List<String> repeated() {
        return view(Folding::repeated);
    }

    /** How many records about breaches there were, withdrawn ones included. */
    public long alertRecords() {
        return view(Folding::alertRecords);
    }

    /** The latest status of each line. */
    public Map<String, LineStatus> statuses() {
        return view(Folding::statuses);
    }

    /** What Odoo was asked for at some time, once for each line and kind. */
    public Set<CommandView> commandsAsked() {
        return view(Folding::asked);
    }

    /** What Odoo should have been asked for, by all that is known in the end. */
    public Set<CommandView> commandsWanted() {
        return view(Folding::wanted);
    }

    /** What became of the records of each topic, by its full name. */
    public Map<String, Conservation> accounts() {
        return accounts(job -> true);
    }

    /** The same of some jobs, by their names: several may read one topic. */
    public Map<String, Conservation> accounts(Predicate<String> jobs) {
        return view(folding -> folding.accounts(jobs));
    }

    /** The rejected records. */
    public List<DeadLetter> deadLetters() {
        return view(Folding::deadLetters);
    }

    /**
     * Waits until the outputs are complete up to a time: every partition has promised it.
     *
     * @throws IllegalStateException if they are not by the deadline; the message says how far each
     *     partition is
     */
    public synchronized void awaitClock(long micros, Duration deadline)
            throws InterruptedException {
        await(
                "the outputs to be complete up to " + Micros.toInstant(micros),
                deadline,
                f -> f.clock() >= micros);
    }

    /**
     * Waits until a condition on these views holds.
     *
     * @param what the condition in words
     * @throws IllegalStateException if it does not by the deadline; the message says what was seen
     */
    public synchronized void awaitCondition(
            String what, Duration deadline, BooleanSupplier condition) throws InterruptedException {
        await(what, deadline, f -> condition.getAsBoolean());
    }

    /** Waits until an alert about a silent feed stands as said. */
    public synchronized void awaitFeedAlert(
            String what, Duration deadline, Predicate<SlaAlert> condition)
            throws InterruptedException {
        await(what, deadline, f -> f.feedAlerts().stream().anyMatch(condition));
    }

    /**
     * Waits until what was read fulfils a condition.
     *
     * @param what the condition in words
     * @throws IllegalStateException if it does not by the deadline; the message says what was seen
     */
    public synchronized void awaitCounts(
            String what, Duration deadline, Predicate<ViewCounts> condition)
            throws InterruptedException {
        await(what, deadline, f -> condition.test(f.counts()));
    }

    private void await(String what, Duration deadline, Function<Folding, Boolean> condition)
            throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        while (!condition.apply(folding)) {
            requireReading();
            long leftMillis = (end - System.nanoTime()) / 1_000_000;
            if (leftMillis <= 0) {
                throw new IllegalStateException(
                        "waited "
                                + deadline.toSeconds()
                                + " s for "
                                + what
                                + " but saw "
                                + folding.counts()
                                + ", partitions "
                                + folding.clocks());
            }
            wait(Math.min(leftMillis, POLL.toMillis()));
        }
    }

    private synchronized <T> T view(Function<Folding, T> of) {
        requireReading();
        return of.apply(folding);
    }

    private void requireReading() {
        if (failure != null) {
            throw new IllegalStateException("outputs can no longer be read", failure);
        }
    }

    private void read() {
        try {
            while (true) {
                var records = consumer.poll(POLL);
                synchronized (this) {
                    if (closed) {
                        return;
                    }
                    for (ConsumerRecord<byte[], byte[]> record : records) {
                        String place = record.topic() + "-" + record.partition();
                        folding.add(place, decoder.decode(record.value()));
                    }
                    notifyAll();
                }
            }
        } catch (WakeupException e) {
            // How close() ends a poll.
            fail(e);
        } catch (RejectedRecordException | IOException | RuntimeException e) {
            fail(e);
        }
    }

    private synchronized void fail(Throwable cause) {
        failure = closed ? null : cause;
        notifyAll();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        consumer.wakeup();
        try {
            reader.join(CLOSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!reader.isAlive()) {
            consumer.close(CloseOptions.timeout(CLOSE));
            closeRegistry();
        }
    }

    private void closeRegistry() {
        try {
            registry.close();
        } catch (IOException e) {
            throw new UncheckedIOException("registry client could not be closed", e);
        }
    }
}
