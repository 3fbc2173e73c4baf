package io.milepost.pipelines.delivery;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.events.PartnerDelivery;
import io.milepost.events.PartnerInbound;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.RecordHeader;
import io.milepost.kafka.avro.AvroDecoder;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.claim.Claim;
import io.milepost.kafka.claim.ClaimedWriter;
import io.milepost.kafka.claim.Claims;
import io.milepost.kafka.claim.NewerClaimException;
import io.milepost.kafka.direct.DirectWriter;
import io.milepost.kafka.inbound.FirstKnown;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.start.TopicToEnd;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger in its topic, written outside of Flink's transactions. Who opens it takes it from
 * older runs of the job: what they sent is read, and they write, and send, nothing more.
 */
final class KafkaLedger implements Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaLedger.class);

    /** How long Kafka may take for an entry before the attempt counts as failed. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LedgerMemory memory;
    private final ClaimedWriter<PartnerDelivery> entries;
    private final DirectWriter<PartnerInbound> notes;
    private final DeliveryTime time;

    private KafkaLedger(
            LedgerMemory memory,
            ClaimedWriter<PartnerDelivery> entries,
            DirectWriter<PartnerInbound> notes,
            DeliveryTime time) {
        this.memory = memory;
        this.entries = entries;
        this.notes = notes;
        this.time = time;
    }

    static Ledger open(
            KafkaConnection kafka,
            RegistryFactory registry,
            Claim claim,
            int subtask,
            int subtasks,
            DeliveryTime time,
            Predicate<String> mine)
            throws IOException {
        ClaimedWriter<PartnerDelivery> entries;
        try {
            entries =
                    ClaimedWriter.open(
                            kafka,
                            registry.open(),
                            Catalogue.PARTNER_DELIVERIES,
                            claim,
                            subtask,
                            subtasks,
                            PATIENCE);
        } catch (NewerClaimException e) {
            // Two jobs at one ledger: restarting would take it back, and so for ever.
            throw new SuppressRestartsException(e);
        }
        try {
            // Not before it is claimed: an older run might write between.
            LedgerMemory memory = read(kafka, registry, mine);
            LOG.info("{} documents are in the ledger of deliveries", memory.size());
            return new KafkaLedger(
                    memory,
                    entries,
                    DirectWriter.open(kafka, registry.open(), Catalogue.PARTNER_INBOUND, PATIENCE),
                    time);
        } catch (IOException | RuntimeException e) {
            IOUtils.closeQuietly(entries);
            throw e;
        }
    }

    /**
     * Ends the job for good if a newer run has the ledger, before the sink of this one aborts the
     * other's transactions as what was left of its own.
     */
    static void requireNewest(KafkaConnection kafka, Claim claim, int subtask) throws IOException {
        try {
            Claims.show(kafka, claim, subtask);
        } catch (NewerClaimException e) {
            throw new SuppressRestartsException(e);
        }
    }

    private static LedgerMemory read(
            KafkaConnection kafka, RegistryFactory registry, Predicate<String> mine)
            throws IOException {
        LedgerMemory memory = new LedgerMemory();
        try (SchemaRegistryClient client = registry.open()) {
            AvroDecoder decoder = new AvroDecoder(client);
            TopicToEnd.read(
                    kafka,
                    Catalogue.PARTNER_DELIVERIES,
                    record -> remember(record, decoder, mine, memory));
            return memory;
        } catch (UncheckedIOException e) {
            throw new IOException("the ledger of deliveries cannot be read", e);
        }
    }

    /** An entry that cannot be read might be of a document that was sent: nothing is sent then. */
    private static void remember(
            InboundRecord record,
            AvroDecoder decoder,
            Predicate<String> mine,
            LedgerMemory memory) {
        try {
            PartnerDelivery entry = decoder.decode(record, PartnerDelivery.class);
            if (mine.test(PartnerKey.of(entry))) {
                memory.add(entry);
            }
        } catch (RejectedRecordException e) {
            throw new UncheckedIOException(new IOException(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public PartnerDelivery find(String documentId) {
        return memory.find(documentId);
    }

    @Override
    public PartnerDelivery sentUnder(String partner, long controlNumber) {
        return memory.sentUnder(partner, controlNumber);
    }

    @Override
    public long nextNumber(String partner) {
        return memory.nextNumber(partner);
    }

    @Override
    public CompletableFuture<Void> write(PartnerDelivery entry) {
        memory.add(entry);
        return entries.write(entry.getDocumentId(), entry);
    }

    @Override
    public CompletableFuture<Void> tell(PartnerInbound note, Instant knownAt) {
        List<RecordHeader> headers =
                time.isPlayed()
                        ? List.of(
                                RecordHeader.text(
                                        FirstKnown.HEADER, Long.toString(knownAt.toEpochMilli())))
                        : List.of();
        return notes.write(note.getProfile() + "/" + note.getReceiptId(), note, headers)
                .thenAccept(written -> {});
    }

    @Override
    public void close() throws IOException {
        try (entries) {
            notes.close();
        }
    }
}
