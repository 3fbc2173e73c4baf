package io.milepost.kafka.deadletters;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.events.DeadLetter;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.avro.AvroDecoder;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.TopicReading;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Reads the dead letters of an environment. */
public final class LetterReader {

    /** Takes letters one after the other. */
    @FunctionalInterface
    public interface Visitor {
        /** Takes the next one. */
        void visit(Letter letter) throws IOException;
    }

    private final KafkaConnection kafka;
    private final RegistryFactory registries;

    /** A reader of the dead-letter topic that these connections lead to. */
    public LetterReader(KafkaConnection kafka, RegistryFactory registries) {
        this.kafka = kafka;
        this.registries = registries;
    }

    /**
     * Reads every letter that there is now.
     *
     * @param wanted which ones are of interest
     * @throws IOException if the brokers or the registry do not answer, or a record of the topic is
     *     no dead letter
     */
    public void read(Predicate<DeadLetter> wanted, Visitor visitor) throws IOException {
        try (SchemaRegistryClient registry = registries.open()) {
            AvroDecoder decoder = new AvroDecoder(registry);
            TopicReading.read(
                    kafka,
                    kafka.topic(Catalogue.DEAD_LETTERS),
                    record -> {
                        if (!record.isHeartbeat()) {
                            DeadLetter content = decode(decoder, record);
                            if (wanted.test(content)) {
                                visitor.visit(new Letter(content, record.headers()));
                            }
                        }
                    });
        }
    }

    /**
     * Letters without the bytes of their values, in the order in which they were written.
     *
     * @throws IOException as {@link #read}
     */
    public List<Letter> list(Predicate<DeadLetter> wanted) throws IOException {
        List<Letter> letters = new ArrayList<>();
        read(wanted, letter -> letters.add(letter.withoutValue()));
        letters.sort(
                Comparator.comparing((Letter letter) -> letter.content().getRejectedAt())
                        .thenComparing(letter -> letter.content().getTopic())
                        .thenComparing(letter -> letter.content().getPartition())
                        .thenComparing(letter -> letter.content().getOffset()));
        return letters;
    }

    /**
     * A letter with all of the rejected record, as long as that lies where it lay.
     *
     * @return the letter as it is where it has everything, or where its record is gone
     * @throws IOException if the brokers do not answer
     */
    public Letter completed(Letter letter) throws IOException {
        if (letter.obstacle().isEmpty()) {
            return letter;
        }
        DeadLetter content = letter.content();
        return TopicReading.recordAt(
                        kafka, content.getTopic(), content.getPartition(), content.getOffset())
                .flatMap(letter::completed)
                .orElse(letter);
    }

    private static DeadLetter decode(AvroDecoder decoder, InboundRecord record) throws IOException {
        try {
            return decoder.decode(record, DeadLetter.class);
        } catch (RejectedRecordException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
