package io.milepost.pipelines.delivery;

import io.milepost.events.DeliveryNote;
import io.milepost.events.PartnerDelivery;
import io.milepost.events.PartnerInbound;
import io.milepost.partners.delivery.Courier;
import io.milepost.partners.delivery.Outcome;
import io.milepost.partners.delivery.Parcel;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** What lies outside of the job: the ledger's topic and the partners. It outlives operators. */
final class Outside {

    /** Operators travel serialized: what is outside is found here. */
    static volatile Outside now = new Outside();

    final List<PartnerDelivery> ledger = new CopyOnWriteArrayList<>();
    final List<DeliveryNote> notes = new CopyOnWriteArrayList<>();
    final List<Instant> known = new CopyOnWriteArrayList<>();
    final List<Parcel> parcels = new CopyOnWriteArrayList<>();
    final List<CompletableFuture<Outcome>> answers = new CopyOnWriteArrayList<>();

    /** Everything that is brought is there at once. */
    volatile boolean answersAtOnce = true;

    /** Where nobody was sent anything yet. */
    static Outside fresh() {
        now = new Outside();
        return now;
    }

    /** A partner says no to what was brought so many parcels after the first one. */
    void refuse(int parcel, String why) {
        answers.get(parcel).complete(new Outcome(Outcome.Kind.REFUSED, why, null));
    }

    static final class Book implements Ledger {

        private final LedgerMemory memory = new LedgerMemory();

        Book() {
            now.ledger.forEach(memory::add);
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
            now.ledger.add(entry);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Void> tell(PartnerInbound note, Instant knownAt) {
            now.notes.add((DeliveryNote) note.getBody());
            now.known.add(knownAt);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {
            // What was written stays.
        }
    }

    static final class Carrier implements Courier {

        @Override
        public CompletableFuture<Outcome> bring(Parcel parcel) {
            now.parcels.add(parcel);
            CompletableFuture<Outcome> answer = new CompletableFuture<>();
            now.answers.add(answer);
            if (now.answersAtOnce) {
                answer.complete(Outcome.SENT);
            }
            return answer;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
