package io.milepost.pipelines.delivery;

import io.milepost.events.PartnerDelivery;
import io.milepost.events.PartnerInbound;
import io.milepost.kafka.claim.ClaimLostException;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * What is known of deliveries, whatever a checkpoint remembers: it is written before and after a
 * document is sent, and read to its end before the first one is. Only the newest run of the job can
 * write to it, so that no other sends. May be used by several threads.
 */
interface Ledger extends AutoCloseable {

    /** What is known of a document; {@code null} if nothing. */
    PartnerDelivery find(String documentId);

    /** What was sent to a partner under a number; {@code null} if nothing. */
    PartnerDelivery sentUnder(String partner, long controlNumber);

    /** A number that no document for a partner had before; nobody gets it again. */
    long nextNumber(String partner);

    /**
     * Writes an entry; it is there, and will be found, when the future says so. It fails with
     * {@link ClaimLostException} if nothing can be written any more: then nothing may be sent.
     */
    CompletableFuture<Void> write(PartnerDelivery entry);

    /**
     * Tells what became of a document, in the topic of what comes in from partners.
     *
     * @param knownAt from when on it is known, where that is not the broker's to say
     */
    CompletableFuture<Void> tell(PartnerInbound note, Instant knownAt);

    @Override
    void close() throws IOException;

    /** Travels in the job graph and opens a ledger where it is used. */
    @FunctionalInterface
    interface Factory extends Serializable {

        /**
         * Opens the ledger, takes it from older runs of the job, and reads it to its end.
         *
         * @param subtask which subtask this is, from 0
         * @param subtasks how many there are
         * @param mine whether a partner's entries are to be remembered
         * @throws IOException if it cannot be read; the job tries again
         */
        Ledger open(int subtask, int subtasks, Predicate<String> mine) throws IOException;
    }
}
