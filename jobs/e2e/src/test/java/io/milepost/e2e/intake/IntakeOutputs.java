package io.milepost.e2e.intake;

import io.milepost.e2e.stack.CommittedReader;
import io.milepost.events.Account;
import io.milepost.events.CarrierEvent;
import io.milepost.events.DeadLetter;
import io.milepost.events.Heartbeat;
import io.milepost.events.ItemEvent;
import io.milepost.events.SupplierEvent;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.partners.PartnerTopics;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;

/** The outputs of the job as a {@code read_committed} reader has them. */
final class IntakeOutputs implements AutoCloseable {

    private final CommittedReader reader;
    private final String inbound;
    private final Map<String, Integer> events = new HashMap<>();
    private final Map<String, Instant> known = new HashMap<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private Instant promised = Instant.EPOCH;
    private long in;
    private long effective;
    private long duplicate;
    private long withoutEffect;
    private long deadLettered;

    IntakeOutputs(KafkaConnection kafka, RegistryFactory registries) {
        inbound = kafka.topic(Catalogue.PARTNER_INBOUND);
        reader =
                new CommittedReader(
                        kafka, registries, PartnerTopics.OUTPUTS, (key, record) -> add(record));
    }

    /** Reads on until a condition holds; the error says what was seen. */
    void await(String what, Duration deadline, BooleanSupplier condition)
            throws IOException, RejectedRecordException {
        reader.await(what, deadline, condition, this::toString);
    }

    /** Every event that was told, once. */
    Set<String> events() {
        return new HashSet<>(events.keySet());
    }

    /** Events that were told more than once. */
    List<String> repeated() {
        return events.entrySet().stream()
                .filter(it -> it.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** When each event counts as known. */
    Map<String, Instant> known() {
        return known;
    }

    List<DeadLetter> deadLetters() {
        return deadLetters;
    }

    /** The latest promise for the events of suppliers. */
    Instant promised() {
        return promised;
    }

    /** Records that came in by the books, if all of them are accounted for; else -1. */
    long balancedIn() {
        return in == effective + duplicate + withoutEffect + deadLettered ? in : -1;
    }

    long effective() {
        return effective;
    }

    long duplicates() {
        return duplicate;
    }

    private void add(SpecificRecord record) {
        if (record instanceof SupplierEvent event) {
            event(event, event.getEnvelope().getKnownAt());
        } else if (record instanceof CarrierEvent event) {
            event(event, event.getEnvelope().getKnownAt());
        } else if (record instanceof ItemEvent event) {
            event(event, event.getEnvelope().getKnownAt());
        } else if (record instanceof DeadLetter letter) {
            deadLetters.add(letter);
        } else if (record instanceof Heartbeat heartbeat) {
            promised =
                    heartbeat.getPromisedAt().isAfter(promised)
                            ? heartbeat.getPromisedAt()
                            : promised;
        } else if (record instanceof Account account && account.getTopic().equals(inbound)) {
            in += account.getRecordsIn();
            effective += account.getEffective();
            duplicate += account.getDuplicate();
            withoutEffect += account.getWithoutEffect();
            deadLettered += account.getDeadLettered();
        }
    }

    private void event(SpecificRecord event, Instant knownAt) {
        String plain = Sent.plain(event);
        events.merge(plain, 1, Integer::sum);
        known.put(plain, knownAt);
    }

    @Override
    public String toString() {
        return events.size()
                + " events, "
                + repeated().size()
                + " repeated, "
                + deadLetters.size()
                + " dead letters"
                + deadLetters.stream().limit(3).map(DeadLetter::getMessage).toList()
                + ", "
                + in
                + " in, "
                + effective
                + " effective, "
                + duplicate
                + " duplicate, "
                + withoutEffect
                + " without effect, "
                + deadLettered
                + " dead-lettered, promised "
                + promised;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
