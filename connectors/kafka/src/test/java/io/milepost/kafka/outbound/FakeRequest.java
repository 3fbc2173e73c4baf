package io.milepost.kafka.outbound;

import org.apache.flink.api.connector.sink2.Committer.CommitRequest;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;

/** A request that remembers its answer, as Flink's own does. */
final class FakeRequest implements CommitRequest<KafkaCommittable> {

    private final KafkaCommittable committable;
    String answer = "none";
    Throwable reason;

    FakeRequest(String transactionalId) {
        this.committable = new KafkaCommittable(11, (short) 4, transactionalId, null);
    }

    @Override
    public KafkaCommittable getCommittable() {
        return committable;
    }

    @Override
    public int getNumberOfRetries() {
        return 2;
    }

    @Override
    public void signalFailedWithKnownReason(Throwable t) {
        answer = "dropped";
        reason = t;
    }

    @Override
    public void signalFailedWithUnknownReason(Throwable t) {
        answer = "failed";
        reason = t;
        throw new IllegalStateException("Failed to commit", t);
    }

    @Override
    public void retryLater() {
        answer = "retry";
    }

    @Override
    public void updateAndRetryLater(KafkaCommittable other) {
        answer = "retry " + other.getTransactionalId();
    }

    @Override
    public void signalAlreadyCommitted() {
        answer = "already committed";
    }
}
