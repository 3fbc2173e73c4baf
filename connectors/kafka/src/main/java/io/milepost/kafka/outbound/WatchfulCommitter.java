package io.milepost.kafka.outbound;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits through the connector's own committer and raises the alarm where that one would drop a
 * transaction with no more than a line in the log: it counts {@code transactionsLost} and, unless
 * told to go on, fails the job.
 */
final class WatchfulCommitter implements Committer<KafkaCommittable> {

    /** Transactions that the broker ended before they were committed: their records are lost. */
    static final String LOST = "transactionsLost";

    /** Transactions of a restored checkpoint that had been committed before the job failed. */
    static final String COMMITTED_BEFORE = "transactionsCommittedBefore";

    private static final Logger LOG = LoggerFactory.getLogger(WatchfulCommitter.class);

    private final Committer<KafkaCommittable> committer;
    private final TransactionInspector inspector;
    private final TransactionFate fate;
    private final OnLostTransaction onLost;
    private final boolean restored;
    private final Counter lost;
    private final Counter committedBefore;

    /**
     * @param committer the connector's
     * @param inspector closed with this committer
     * @param onLost what to do about a lost transaction
     * @param restored whether the job was restored from a checkpoint
     * @param metrics where the two counters go
     */
    WatchfulCommitter(
            Committer<KafkaCommittable> committer,
            TransactionInspector inspector,
            OnLostTransaction onLost,
            boolean restored,
            MetricGroup metrics) {
        this.committer = committer;
        this.inspector = inspector;
        this.fate = new TransactionFate(inspector);
        this.onLost = onLost;
        this.restored = restored;
        this.lost = metrics.counter(LOST);
        this.committedBefore = metrics.counter(COMMITTED_BEFORE);
    }

    @Override
    public void commit(Collection<CommitRequest<KafkaCommittable>> requests)
            throws IOException, InterruptedException {
        List<WatchedRequest> watched = new ArrayList<>(requests.size());
        for (CommitRequest<KafkaCommittable> request : requests) {
            watched.add(new WatchedRequest(request));
        }
        committer.commit(new ArrayList<>(watched));
        for (WatchedRequest request : watched) {
            if (request.heldBack() != null) {
                judge(request);
            }
        }
    }

    private void judge(WatchedRequest request) throws IOException, InterruptedException {
        KafkaCommittable committable = request.getCommittable();
        Throwable reason = request.heldBack();
        // Only a transaction of this very attempt still has its producer at hand.
        boolean recovered = restored && committable.getProducer().isEmpty();
        if (!fate.isLost(committable, reason, recovered)) {
            committedBefore.inc();
            LOG.info(
                    "Transaction {} of the restored checkpoint had been committed before.",
                    committable.getTransactionalId());
            request.underneath().signalAlreadyCommitted();
            return;
        }
        lost.inc();
        String message = message(committable, reason);
        LOG.error("{}", message, reason);
        if (onLost == OnLostTransaction.CONTINUE) {
            request.underneath().signalFailedWithKnownReason(reason);
        } else {
            request.underneath()
                    .signalFailedWithUnknownReason(new LostTransactionException(message, reason));
        }
    }

    private static String message(KafkaCommittable committable, Throwable reason) {
        return "transaction "
                + committable.getTransactionalId()
                + " (producer "
                + committable.getProducerId()
                + ", epoch "
                + committable.getEpoch()
                + "): expected to commit it but the broker had ended it ("
                + reason.getMessage()
                + "): the records that this sink wrote in it are lost. Causes: the job stood still"
                + " for longer than transaction.timeout.ms, or a second job runs with the same"
                + " transactional id prefix, or the broker has forgotten the id"
                + " (transactional.id.expiration.ms). To get the records again, restore an earlier"
                + " checkpoint or savepoint; to go on without them, restart once with"
                + " onLostTransaction=continue";
    }

    @Override
    public void close() throws Exception {
        try {
            committer.close();
        } finally {
            inspector.close();
        }
    }
}
