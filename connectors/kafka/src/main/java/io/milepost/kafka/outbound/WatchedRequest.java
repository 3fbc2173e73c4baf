package io.milepost.kafka.outbound;

import org.apache.flink.api.connector.sink2.Committer.CommitRequest;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.kafka.common.errors.InvalidPidMappingException;

/**
 * A request that keeps back the answers that want a judgement: "failed for a known reason", which
 * would drop the transaction without a trace, and a broker that no longer knows the transaction,
 * which would fail the job at every restart for ever. All others pass at once.
 */
final class WatchedRequest implements CommitRequest<KafkaCommittable> {

    private final CommitRequest<KafkaCommittable> request;
    private Throwable heldBack;

    WatchedRequest(CommitRequest<KafkaCommittable> request) {
        this.request = request;
    }

    /** The reason that wants a judgement; {@code null} if the request has its answer. */
    Throwable heldBack() {
        return heldBack;
    }

    /** The request underneath, which still waits for its answer if {@link #heldBack()} is given. */
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
        heldBack = reason;
    }

    @Override
    public void signalFailedWithUnknownReason(Throwable reason) {
        if (reason instanceof InvalidPidMappingException) {
            heldBack = reason;
        } else {
            request.signalFailedWithUnknownReason(reason);
        }
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
