package io.milepost.partners.intake;

import io.milepost.events.PartnerInbound;
import io.milepost.events.PartnerTransaction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Pieces in memory. */
public final class MemoryLog implements InboundLog {

    private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
    private final List<PartnerInbound> pieces = Collections.synchronizedList(new ArrayList<>());
    private volatile int room = Integer.MAX_VALUE;

    /** From now on only so many more are taken. */
    public void takeOnly(int more) {
        room = more;
    }

    @Override
    public CompletableFuture<Void> append(String key, PartnerInbound piece) {
        if (room-- <= 0) {
            return CompletableFuture.failedFuture(new IOException("the broker is down"));
        }
        keys.add(key);
        pieces.add(piece);
        return CompletableFuture.completedFuture(null);
    }

    /** What was appended. */
    public List<PartnerInbound> pieces() {
        return List.copyOf(pieces);
    }

    /** The keys of what was appended. */
    public List<String> keys() {
        return List.copyOf(keys);
    }

    /** The transactions among it. */
    public List<PartnerTransaction> transactions() {
        return pieces().stream()
                .map(PartnerInbound::getBody)
                .filter(PartnerTransaction.class::isInstance)
                .map(PartnerTransaction.class::cast)
                .toList();
    }
}
