package io.milepost.kafka.outbound;

import org.apache.flink.api.connector.sink2.Committer.CommitRequest;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;

/**
 * A request that keeps back the one answer that would drop the transaction without a trace: "failed
 * for a known reason". All others pass at once.
 */
final class WatchedRequest implements CommitRequest<KafkaCommittable> {

    private final CommitRequest<KafkaCommittable> request;
    private Throwable dropped;

    WatchedRequest(CommitRequest<KafkaCommittable> request) {
        this.request = request;
    }

    /** The reason for which the transaction was to be dropped; {@code null} if it was not. */
    Throwable dropped() {
        return dropped;
    }

    /** The request underneath, which still waits for its answer if {@link #dropped()} is given. */
    CommitRequest<KafkaCommittable> underneath() {
        return request;
    }

    @Override
    public KafkaCommittable getCommittable() {
        return request.getCommittable();
    }

    @Override
    public int getNumberOfRetries() {
        return request.getNumberOfRetries();
    }

    @Override
    public void signalFailedWithKnownReason(Throwable reason) {
        dropped = reason;
    }

    @Override
    public void signalFailedWithUnknownReason(Throwable reason) {
        request.signalFailedWithUnknownReason(reason);
    }

    @Override
    public void retryLater() {
        request.retryLater();
    }

    @Override
    public void updateAndRetryLater(KafkaCommittable committable) {
        request.updateAndRetryLater(committable);
    }

    @Override
    public void signalAlreadyCommitted() {
        request.signalAlreadyCommitted();
    }

    @Override
    public String toString() {
        return "transaction " + getCommittable().getTransactionalId();
    }
}
