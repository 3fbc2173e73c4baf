package io.milepost.kafka.outbound;

import java.io.IOException;
import java.util.Optional;

/** Looks at a transactional id at the broker. */
interface TransactionInspector extends AutoCloseable {

    /**
     * Where the id stands; empty if the broker does not know it.
     *
     * @throws IOException if the broker does not answer; trying again may help
     */
    Optional<TransactionState> inspect(String transactionalId)
            throws IOException, InterruptedException;

    @Override
    void close();
}
