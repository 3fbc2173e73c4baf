package io.milepost.partners.intake;

import io.milepost.partners.edi.EdiSplitter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/**
 * Takes what partners send: keeps it in the archive as it came, cuts it into transactions, and
 * gives a receipt once every one of them lies in Kafka. It reads no further than is needed for
 * cutting: what a transaction says is found out later, where a fault costs nobody else anything.
 *
 * <p>May be used by several threads.
 */
public final class Intake {

    private final Archive archive;
    private final InboundLog log;
    private final IntakeLimits limits;

    /**
     * @param archive where the originals are kept
     * @param log where the transactions go
     * @param limits how much is taken
     */
    public Intake(Archive archive, InboundLog log, IntakeLimits limits) {
        this.archive = archive;
        this.log = log;
        this.limits = limits;
    }

    /**
     * Takes one call's body or one file.
     *
     * @param in what was sent; read to its end, not closed
     * @return the receipt; everything lies in Kafka and in the archive
     * @throws TooLongException if more was sent than is taken; nothing is kept
     * @throws NotKeptException if Kafka did not take all of it; it is to be sent again
     * @throws IOException if it cannot be read or archived
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public Receipt take(Delivery delivery, InputStream in)
            throws IOException, InterruptedException {
        Archive.Kept kept = archive.keep(in, limits.longest());
        PendingAppends appends = new PendingAppends(limits.appendsAtOnce(), limits.patience());
        Pieces pieces =
                new Pieces(delivery, UUID.randomUUID().toString(), kept, log, appends, limits);
        try (InputStream original = new BufferedInputStream(archive.open(kept.sha256()))) {
            switch (delivery.format()) {
                case X12, EDIFACT -> new EdiSplitter().split(original, pieces);
                case UBL, JSON -> pieces.document(original);
            }
        }
        appends.finish();
        return pieces.receipt();
    }
}
