package io.milepost.pipelines.delivery;

import io.milepost.events.DeliveryStage;
import io.milepost.events.PartnerDelivery;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * The entries of a ledger that one subtask needs, the latest of each document. The bytes are kept
 * only as long as they may have to be sent again. Safe for many threads.
 */
final class LedgerMemory {

    private final Map<String, PartnerDelivery> byDocument = new HashMap<>();
    private final Map<String, Long> highest = new HashMap<>();
    private final Map<String, String> byNumber = new HashMap<>();

    synchronized void add(PartnerDelivery entry) {
        PartnerDelivery kept = entry;
        if (entry.getStage() != DeliveryStage.INTENDED) {
            kept = PartnerDelivery.newBuilder(entry).setPayload(ByteBuffer.allocate(0)).build();
        }
        byDocument.put(entry.getDocumentId(), kept);
        if (entry.getControlNumber() > 0) {
            String partner = PartnerKey.of(entry);
            highest.merge(partner, entry.getControlNumber(), Math::max);
            byNumber.put(numbered(partner, entry.getControlNumber()), entry.getDocumentId());
        }
    }

    synchronized PartnerDelivery find(String documentId) {
        return byDocument.get(documentId);
    }

    synchronized PartnerDelivery sentUnder(String partner, long controlNumber) {
        String documentId = byNumber.get(numbered(partner, controlNumber));
        return documentId == null ? null : byDocument.get(documentId);
    }

    synchronized long nextNumber(String partner) {
        return highest.merge(partner, 1L, Long::sum);
    }

    synchronized int size() {
        return byDocument.size();
    }

    private static String numbered(String partner, long controlNumber) {
        return partner + "/" + controlNumber;
    }
}
