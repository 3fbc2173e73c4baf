package io.milepost.local.partners;

import io.milepost.events.DeliveryNote;
import io.milepost.events.OrderDocumentKind;
import io.milepost.events.OutboundLine;
import io.milepost.events.PartnerInbound;
import io.milepost.events.PartnerOutbound;
import io.milepost.events.TechnicalOutcome;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.local.run.TopicTail;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * What goes out to the suppliers: the documents that partner-delivery has to send, those that came
 * to the suppliers' desks, and what became of them. Not for several threads.
 */
final class OrderTraffic implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(1);

    private final SupplierDesks desks = new SupplierDesks();
    private final Map<String, PartnerOutbound> documents = new LinkedHashMap<>();
    private final Map<String, DeliveryNote> sent = new HashMap<>();
    private final TopicTail<PartnerOutbound> outbound;
    private final TopicTail<PartnerInbound> inbound;
    private long pieces;
    private long numbersFound;

    /**
     * @param suppliers partner ids of the story's: others, whom a server had before, have no desk
     */
    OrderTraffic(KafkaConnection kafka, RegistryFactory registry, Collection<String> suppliers)
            throws IOException {
        outbound =
                new TopicTail<>(
                        kafka,
                        registry,
                        Catalogue.PARTNER_OUTBOUND,
                        it -> {
                            if (suppliers.contains(it.getPartner())) {
                                documents.put(it.getDocumentId(), it);
                            }
                        });
        inbound = new TopicTail<>(kafka, registry, Catalogue.PARTNER_INBOUND, this::note);
    }

    private void note(PartnerInbound piece) {
        pieces++;
        if (piece.getBody() instanceof DeliveryNote note) {
            if (note.getOutcome() == TechnicalOutcome.SENT) {
                sent.put(note.getDocumentId(), note);
            } else {
                numbersFound++;
            }
        }
    }

    /** Where a supplier gets its orders. */
    String url(String profile) {
        return desks.url(profile);
    }

    /**
     * Returns when every document that is to go out by now is with its supplier.
     *
     * @return what came to the desks since this was asked last
     * @throws IOException if a document does not get there
     */
    List<SupplierDesks.Taken> arrive() throws IOException, InterruptedException {
        await("the documents to be committed", () -> !outbound.isPending());
        List<SupplierDesks.Taken> taken = new ArrayList<>();
        boolean more = true;
        while (more) {
            outbound.read();
            await("every document to be sent", () -> sent.keySet().containsAll(documents.keySet()));
            // One may have come to a desk that was not read of yet.
            more = taken.addAll(desks.fetch());
        }
        return taken;
    }

    /** Returns when partner-delivery has found the orders of so many numbers. */
    void awaitNumbers(long count) throws IOException, InterruptedException {
        await("an order for every number that is acknowledged", () -> numbersFound >= count);
    }

    /** When an order was sent. */
    Instant sentAt(String order) {
        return documents.values().stream()
                .filter(it -> it.getOrderName().equals(order))
                .filter(it -> it.getKind() == OrderDocumentKind.ORDER)
                .map(it -> sent.get(it.getDocumentId()).getAt())
                .findFirst()
                .orElseThrow();
    }

    /** The number of a line on the order as the supplier got it; who got none makes one up. */
    int number(String order, String vendorItem) {
        return documents.values().stream()
                .filter(it -> it.getOrderName().equals(order))
                .flatMap(it -> it.getLines().stream())
                .filter(line -> vendorItem.equals(line.getVendorItem()))
                .mapToInt(OutboundLine::getNumber)
                .findFirst()
                .orElse(1);
    }

    /** How many documents are orders, and not changes or cancellations. */
    long orders() {
        return documents.values().stream()
                .filter(it -> it.getKind() == OrderDocumentKind.ORDER)
                .count();
    }

    long documents() {
        return documents.size();
    }

    long numbersFound() {
        return numbersFound;
    }

    /** How many records came in from partners, heartbeats left out. */
    long pieces() throws IOException {
        inbound.read();
        return pieces;
    }

    /** The same with heartbeats. */
    long inboundRecords() throws IOException {
        inbound.read();
        return inbound.records();
    }

    private void await(String what, BooleanSupplier condition)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        inbound.read();
        while (!condition.getAsBoolean()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (System.nanoTime() > end) {
                throw new IOException(
                        "expected %s within %d s, but %d of %d documents are sent and %d numbers found"
                                .formatted(
                                        what,
                                        PATIENCE.toSeconds(),
                                        sent.size(),
                                        documents.size(),
                                        numbersFound));
            }
            LockSupport.parkNanos(LOOK.toNanos());
            inbound.read();
        }
    }

    @Override
    public void close() throws IOException {
        desks.close();
        outbound.close();
        inbound.close();
    }
}
