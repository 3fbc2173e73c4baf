package io.milepost.partners.delivery;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** Brings documents to partners. May be used by several threads. */
public interface Courier extends AutoCloseable {

    /**
     * Makes one attempt.
     *
     * @return what became of it; fails only by a mistake of ours
     */
    CompletableFuture<Outcome> bring(Parcel parcel);

    @Override
    void close() throws IOException;
}
