package io.milepost.e2e.delivery;

import io.milepost.e2e.stack.CommittedReader;
import io.milepost.events.Account;
import io.milepost.events.AlertKind;
import io.milepost.events.DeadLetter;
import io.milepost.events.PartnerOutbound;
import io.milepost.events.SlaAlert;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;

/** What the two jobs write, as a {@code read_committed} reader has it. */
final class DeliveryOutputs implements AutoCloseable {

    private final CommittedReader reader;
    private final Set<String> documents = new TreeSet<>();
    private final Set<String> said = new TreeSet<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final Set<String> refused = new TreeSet<>();
    private long documentRecords;
    private long documentsIn;
    private long documentsOut;
    private long piecesDone;

    DeliveryOutputs(KafkaConnection kafka, RegistryFactory registries) {
        reader =
                new CommittedReader(
                        kafka,
                        registries,
                        List.of(
                                Catalogue.PARTNER_OUTBOUND,
                                Catalogue.SUPPLIER_EVENTS,
                                Catalogue.DEAD_LETTERS,
                                Catalogue.ALERTS,
                                Catalogue.ACCOUNTS),
                        (key, record) -> add(key, record));
    }

    /** Reads on until a condition holds; the error says what was seen. */
    void await(String what, Duration deadline, BooleanSupplier condition)
            throws IOException, RejectedRecordException {
        reader.await(what, deadline, condition, this::toString);
    }

    /** Ids of the documents that were made. */
    Set<String> documents() {
        return documents;
    }

    long documentRecords() {
        return documentRecords;
    }

    /** Documents that came to the queues by the books, if none waits any more; else -1. */
    long documentsDone() {
        return documentsIn == documentsOut ? documentsIn : -1;
    }

    /** Pieces of what came in that are looked at, by the books. */
    long piecesDone() {
        return piecesDone;
    }

    /** Outcome, order and line of what was told of documents. */
    Set<String> said() {
        return said;
    }

    /** Status, order and end of the message of alerts about documents. */
    Set<String> refused() {
        return refused;
    }

    List<DeadLetter> deadLetters() {
        return deadLetters;
    }

    private void add(String key, SpecificRecord record) {
        if (record instanceof PartnerOutbound document) {
            documents.add(document.getDocumentId());
            documentRecords++;
        } else if (record instanceof DeadLetter letter) {
            deadLetters.add(letter);
        } else if (record instanceof SlaAlert alert
                && alert.getKind() == AlertKind.DOCUMENT_REFUSED) {
            String message = alert.getMessage();
            refused.add(
                    alert.getStatus()
                            + " "
                            + alert.getOrderName()
                            + message.substring(message.lastIndexOf(':')));
        } else if (record instanceof SupplierEvent event
                && event.getBody() instanceof TechnicalAcknowledgement body
                && event.getLine() != null) {
            said.add(
                    body.getOutcome()
                            + " "
                            + event.getOrderName()
                            + " "
                            + event.getLine().getLineId());
        } else if (record instanceof Account account
                && key.startsWith("partner-delivery/")
                && account.getTopic().endsWith(Catalogue.PARTNER_OUTBOUND.name())) {
            documentsIn += account.getRecordsIn();
            documentsOut +=
                    account.getEffective()
                            + account.getDuplicate()
                            + account.getWithoutEffect()
                            + account.getDeadLettered();
        } else if (record instanceof Account account && account.getStage().equals("replies")) {
            piecesDone += account.getEffective() + account.getWithoutEffect();
        }
    }

    @Override
    public String toString() {
        return documentRecords
                + " documents, "
                + documentsIn
                + " in the queues, "
                + documentsOut
                + " done with, "
                + piecesDone
                + " pieces that came in, "
                + deadLetters.size()
                + " dead letters, refused "
                + refused
                + ", said "
                + said;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
