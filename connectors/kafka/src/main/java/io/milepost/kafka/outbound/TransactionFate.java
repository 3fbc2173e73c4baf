package io.milepost.kafka.outbound;

import java.io.IOException;
import java.util.Optional;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.kafka.common.errors.ProducerFencedException;

/**
 * Tells a lost transaction from one that had been committed long before.
 *
 * <p>Names of transactions are pooled. When the job fails after the name of a committed transaction
 * was taken for a new one and before the next checkpoint was complete, recovery tries to commit the
 * first one again and finds its name in newer hands. That is the ordinary course and nothing is
 * lost. A transaction that ran into the broker's timeout looks the same to the committer: the
 * producer is fenced. The broker knows the difference. Its own timeout raises the epoch by one step
 * and leaves the transaction aborted; a commit and the new use after it take at least two.
 *
 * <p>What this cannot tell, after a restart only: a second job that runs with the same prefix.
 * Before a restart every fencing is a loss.
 */
final class TransactionFate {

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
        boolean timedOut =
                state.aborted()
                        && state.producerId() == committable.getProducerId()
                        && state.epoch() - committable.getEpoch() <= 1;
        return timedOut;
    }
}
