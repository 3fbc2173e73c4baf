package io.milepost.kafka.claim;

import io.milepost.kafka.KafkaConnection;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Finds out who claims something, and takes it from older runs. */
public final class Claims {

    private Claims() {}

    /**
     * A claim for a run that starts now: newer than any other, also if the clocks of the machines
     * that start runs differ.
     *
     * @param name what is claimed
     * @throws IOException if the brokers do not say who claims it
     */
    public static Claim next(KafkaConnection kafka, String name, Instant now) throws IOException {
        Claim asOfNow = new Claim(name, now.toEpochMilli());
        try (Admin admin = kafka.openAdmin()) {
            long newest = newest(asOfNow, ids(admin, name)).orElse(0);
            return new Claim(name, Math.max(asOfNow.run(), newest + 1));
        }
    }

    /**
     * Shows that a run is there, to all that look from now on, and looks whether a newer one is.
     * Nothing is taken from anybody.
     *
     * @param subtask which subtask shows it, from 0
     * @throws NewerClaimException if a newer run has claimed the same
     * @throws IOException if the brokers do not answer
     */
    public static void show(KafkaConnection kafka, Claim claim, int subtask) throws IOException {
        Properties properties = kafka.properties();
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, claim.shown(subtask));
        try (Producer<byte[], byte[]> producer =
                        new KafkaProducer<>(
                                properties, new ByteArraySerializer(), new ByteArraySerializer());
                Admin admin = kafka.openAdmin()) {
            producer.initTransactions();
            requireNewest(claim, ids(admin, claim.name()));
        } catch (KafkaException e) {
            throw new IOException(claim.name() + ": cannot be claimed", e);
        }
    }

    private static void requireNewest(Claim claim, List<String> ids) throws NewerClaimException {
        OptionalLong newest = newest(claim, ids);
        if (newest.isPresent() && newest.getAsLong() > claim.run()) {
            throw new NewerClaimException(claim, newest.getAsLong());
        }
    }

    /**
     * Takes a claim from everybody else who has it. When this returns, nothing that they write from
     * now on is there, and what they wrote before can be read. Own ids must exist before: of two
     * that do this at once, one sees the other.
     *
     * @param subtasks how many subtasks of this run write
     * @throws NewerClaimException if a newer run has claimed the same
     * @throws IOException if the brokers do not do it
     */
    static void takeFromOthers(KafkaConnection kafka, Claim claim, int subtasks)
            throws IOException {
        try (Admin admin = kafka.openAdmin()) {
            List<String> ids = ids(admin, claim.name());
            requireNewest(claim, ids);
            List<String> others =
                    ids.stream()
                            .filter(id -> claim.runOf(id).isPresent() && !claim.has(id, subtasks))
                            .toList();
            admin.fenceProducers(others).all().get();
        } catch (ExecutionException e) {
            throw new IOException(claim.name() + ": cannot be claimed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(claim.name() + ": interrupted while it was claimed", e);
        }
    }

    private static OptionalLong newest(Claim claim, List<String> ids) {
        return ids.stream()
                .map(claim::runOf)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .max();
    }

    private static List<String> ids(Admin admin, String name) throws IOException {
        try {
            List<String> ids = new ArrayList<>();
            for (TransactionListing listing : admin.listTransactions().all().get()) {
                ids.add(listing.transactionalId());
            }
            return ids;
        } catch (ExecutionException | KafkaException e) {
            throw new IOException(name + ": the brokers do not say who claims it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(name + ": interrupted while the brokers were asked", e);
        }
    }
}
