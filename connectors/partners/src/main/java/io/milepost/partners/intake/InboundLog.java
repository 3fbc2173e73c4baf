package io.milepost.partners.intake;

import io.milepost.events.PartnerInbound;
import java.util.concurrent.CompletableFuture;

/**
 * Where the pieces of what partners send are kept until they are read: the topic {@code
 * partner.inbound}.
 */
public interface InboundLog {

    /**
     * Appends a piece; pieces of one key stay in their order.
     *
     * @param key key of the record
     * @return completes when the piece is safe, exceptionally when it may not be
     */
    CompletableFuture<Void> append(String key, PartnerInbound piece);
}
