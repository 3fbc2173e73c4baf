package io.milepost.pipelines.delivery;

import io.milepost.events.DeliveryStage;
import io.milepost.events.PartnerDelivery;
import io.milepost.events.TechnicalOutcome;
import io.milepost.kafka.claim.ClaimLostException;
import io.milepost.partners.delivery.Courier;
import io.milepost.partners.delivery.Outcome;
import io.milepost.partners.delivery.Parcel;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes attempts: writes into the ledger that a document is about to be sent, sends it, writes what
 * became of it, and tells it. None of it waits in the thread that asks.
 */
final class Dispatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final Ledger ledger;
    private final Courier courier;

    /**
     * What became of an attempt.
     *
     * @param stage {@code INTENDED} if it is to be made again
     * @param reason why the document is not there; {@code null} if it is
     * @param pause how long the partner asks to wait; {@code null} if it does not say
     */
    record Attempt(DeliveryStage stage, String reason, Duration pause) {}

    Dispatch(Ledger ledger, Courier courier) {
        this.ledger = ledger;
        this.courier = courier;
    }

    /**
     * Makes an attempt.
     *
     * @param last whether none is made after it
     * @param clock what time it is
     */
    CompletableFuture<Attempt> attempt(
            PartnerDelivery intended, Parcel parcel, boolean last, InstantSource clock) {
        return ledger.write(intended)
                .thenCompose(written -> courier.bring(parcel))
                .thenCompose(outcome -> settle(intended, outcome, last, clock));
    }

    /** Tells again that a document was sent, in case nobody came to it the first time. */
    CompletableFuture<Attempt> sentBefore(PartnerDelivery sent) {
        return tellSent(sent);
    }

    /**
     * What became of an attempt that is done.
     *
     * @throws ClaimLostException if no attempt can be made any more
     */
    static Attempt outcome(CompletableFuture<Attempt> attempt) throws ClaimLostException {
        try {
            return attempt.join();
        } catch (CompletionException | CancellationException e) {
            if (e.getCause() instanceof ClaimLostException lost) {
                // Whether another run has the ledger shows when this one starts again.
                throw lost;
            }
            LOG.warn("a document was not sent, it is tried again", e);
            return new Attempt(DeliveryStage.INTENDED, e.getMessage(), null);
        }
    }

    private CompletableFuture<Attempt> settle(
            PartnerDelivery intended, Outcome outcome, boolean last, InstantSource clock) {
        return switch (outcome.kind()) {
            case SENT -> {
                PartnerDelivery sent =
                        Entries.at(intended, DeliveryStage.SENT, null, clock.instant());
                yield ledger.write(sent).thenCompose(written -> tellSent(sent));
            }
            case REFUSED -> ended(intended, DeliveryStage.REFUSED, outcome.reason(), clock);
            case AGAIN ->
                    last
                            ? ended(intended, DeliveryStage.GIVEN_UP, outcome.reason(), clock)
                            : CompletableFuture.completedFuture(
                                    new Attempt(
                                            DeliveryStage.INTENDED,
                                            outcome.reason(),
                                            outcome.pause()));
        };
    }

    /** Writes that a document is not sent. */
    CompletableFuture<Attempt> ended(
            PartnerDelivery entry, DeliveryStage stage, String reason, InstantSource clock) {
        return ledger.write(Entries.at(entry, stage, reason, clock.instant()))
                .thenApply(written -> new Attempt(stage, reason, null));
    }

    /** Of a technical acknowledgement there is nobody to tell. */
    private CompletableFuture<Attempt> tellSent(PartnerDelivery sent) {
        if (sent.getLines().isEmpty()) {
            return CompletableFuture.completedFuture(new Attempt(DeliveryStage.SENT, null, null));
        }
        return ledger.tell(
                        Entries.note(sent, TechnicalOutcome.SENT, "", sent.getAt()), sent.getAt())
                .thenApply(told -> new Attempt(DeliveryStage.SENT, null, null));
    }

    @Override
    public void close() throws IOException {
        try (ledger) {
            courier.close();
        }
    }
}
