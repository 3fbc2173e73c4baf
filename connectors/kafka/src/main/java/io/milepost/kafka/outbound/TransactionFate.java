package io.milepost.kafka.outbound;

import java.io.IOException;
import java.util.Optional;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.kafka.common.errors.ProducerFencedException;

/**
 * Tells a lost transaction from one that had been committed before.
 *
 * <p>Recovery commits again what the restored checkpoint had prepared. Mostly that had been
 * committed already, and with the present transaction protocol the broker answers "fenced", because
 * each commit raises the epoch; its name may even be in newer hands, since names are pooled. A
 * transaction that ran into the broker's timeout gets the same answer. The broker knows the
 * difference: its own timeout raises the epoch by one and leaves the transaction aborted; a commit
 * leaves it committed, and whatever follows raises the epoch further.
 *
 * <p>What this cannot tell, after a restart only: a second job that runs with the same prefix.
 * Before a restart every fencing is a loss.
 */
final class TransactionFate {

    /** By how much the broker raises the epoch of a transaction that it ends for its timeout. */
    private static final int TIMEOUT_STEPS = 1;

    private final TransactionInspector inspector;

    TransactionFate(TransactionInspector inspector) {
        this.inspector = inspector;
    }

    /**
     * Whether the records of a transaction that could not be committed are lost.
     *
     * @param committable the transaction
     * @param failure why it could not be committed
     * @param recovered whether it comes from a checkpoint that was restored
     * @throws IOException if the broker does not answer
     */
    boolean isLost(KafkaCommittable committable, Throwable failure, boolean recovered)
            throws IOException, InterruptedException {
        if (!recovered || !(failure instanceof ProducerFencedException)) {
            return true;
        }
        Optional<TransactionState> found = inspector.inspect(committable.getTransactionalId());
        if (found.isEmpty()) {
            return true;
        }
        TransactionState state = found.get();
        return state.aborted()
                && state.producerId() == committable.getProducerId()
                && state.epoch() - committable.getEpoch() <= TIMEOUT_STEPS;
    }
}
