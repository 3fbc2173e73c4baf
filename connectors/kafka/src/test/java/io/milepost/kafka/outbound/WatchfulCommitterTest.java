package io.milepost.kafka.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.Committer.CommitRequest;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.Test;

class WatchfulCommitterTest {

    private static final TransactionState TIMED_OUT = new TransactionState(11, 5, true);
    private static final TransactionState COMMITTED = new TransactionState(11, 5, false);

    private final Map<String, Counter> counters = new TreeMap<>();
    private final List<String> closed = new ArrayList<>();
    private final FakeRequest request = new FakeRequest("milepost-test-milestones.-0-1");
    private Optional<TransactionState> atBroker = Optional.empty();

    @Test
    void aCommitThatSucceedsCountsNothing() throws Exception {
        commit(OnLostTransaction.FAIL, true, r -> {});

        assertThat(request.answer).isEqualTo("none");
        assertCounts(0, 0);
    }

    @Test
    void aCommitThatIsToBeTriedAgainIsTriedAgain() throws Exception {
        commit(OnLostTransaction.FAIL, true, CommitRequest::retryLater);

        assertThat(request.answer).isEqualTo("retry");
        assertCounts(0, 0);
    }

    @Test
    void theConnectorSeesTheRequestAsFlinkGaveIt() throws Exception {
        commit(
                OnLostTransaction.FAIL,
                true,
                r -> {
                    assertThat(r.getCommittable()).isSameAs(request.getCommittable());
                    assertThat(r.getNumberOfRetries()).isEqualTo(2);
                    r.updateAndRetryLater(new KafkaCommittable(1, (short) 1, "other", null));
                });

        assertThat(request.answer).isEqualTo("retry other");
    }

    @Test
    void aLostTransactionFailsTheJobWithItsNameAndWhatToDo() {
        ProducerFencedException fenced = new ProducerFencedException("newer producer");

        assertThatThrownBy(() -> commit(OnLostTransaction.FAIL, false, dropFor(fenced)))
                .cause()
                .isInstanceOf(LostTransactionException.class)
                .hasCause(fenced)
                .hasMessageStartingWith(
                        "transaction milepost-test-milestones.-0-1 (producer 11, epoch 4): expected"
                                + " to commit it but the broker had ended it (newer producer)")
                .hasMessageEndingWith(
                        "to go on without them, restart once with onLostTransaction=continue");
        assertThat(request.answer).isEqualTo("failed");
        assertCounts(1, 0);
    }

    @Test
    void aLostTransactionIsCountedAndDroppedWhenToldToGoOn() throws Exception {
        InvalidTxnStateException aborted = new InvalidTxnStateException("aborted");

        commit(OnLostTransaction.CONTINUE, false, dropFor(aborted));

        assertThat(request.answer).isEqualTo("dropped");
        assertThat(request.reason).isSameAs(aborted);
        assertCounts(1, 0);
    }

    @Test
    void aTransactionOfTheCheckpointThatTheBrokerTimedOutFailsTheJobAgain() {
        atBroker = Optional.of(TIMED_OUT);

        assertThatThrownBy(
                        () ->
                                commit(
                                        OnLostTransaction.FAIL,
                                        true,
                                        dropFor(new ProducerFencedException("fenced"))))
                .hasRootCauseInstanceOf(ProducerFencedException.class);
        assertCounts(1, 0);
    }

    @Test
    void aTransactionOfTheCheckpointThatHadBeenCommittedIsNoLoss() throws Exception {
        atBroker = Optional.of(COMMITTED);

        commit(OnLostTransaction.FAIL, true, dropFor(new ProducerFencedException("fenced")));

        assertThat(request.answer).isEqualTo("already committed");
        assertCounts(0, 1);
    }

    @Test
    void anUnknownFailureFailsTheJobAndIsNotYetALoss() {
        assertThatThrownBy(
                        () ->
                                commit(
                                        OnLostTransaction.CONTINUE,
                                        true,
                                        r ->
                                                r.signalFailedWithUnknownReason(
                                                        new IOException("broken pipe"))))
                .hasRootCauseMessage("broken pipe");
        assertCounts(0, 0);
    }

    @Test
    void aTransactionThatTheBrokerHasForgottenCanBeGoneOnWithout() throws Exception {
        commit(
                OnLostTransaction.CONTINUE,
                true,
                r -> r.signalFailedWithUnknownReason(new InvalidPidMappingException("expired")));

        assertThat(request.answer).isEqualTo("dropped");
        assertCounts(1, 0);
    }

    @Test
    void closingEndsTheConnectorsCommitterAndTheInspector() throws Exception {
        committer(OnLostTransaction.FAIL, true, r -> {}).close();

        assertThat(closed).containsExactly("committer", "inspector");
    }

    private void commit(
            OnLostTransaction onLost,
            boolean restored,
            Consumer<CommitRequest<KafkaCommittable>> connector)
            throws Exception {
        committer(onLost, restored, connector).commit(List.of(request));
    }

    private static Consumer<CommitRequest<KafkaCommittable>> dropFor(Exception reason) {
        return r -> r.signalFailedWithKnownReason(reason);
    }

    private WatchfulCommitter committer(
            OnLostTransaction onLost,
            boolean restored,
            Consumer<CommitRequest<KafkaCommittable>> connector) {
        return new WatchfulCommitter(
                new ScriptedCommitter(connector),
                new ScriptedInspector(),
                onLost,
                restored,
                new UnregisteredMetricsGroup() {
                    @Override
                    public Counter counter(String name) {
                        return counters.computeIfAbsent(name, n -> new SimpleCounter());
                    }
                });
    }

    private void assertCounts(long lost, long committedBefore) {
        assertThat(counters.get("transactionsLost").getCount()).isEqualTo(lost);
        assertThat(counters.get("transactionsCommittedBefore").getCount())
                .isEqualTo(committedBefore);
    }

    private final class ScriptedCommitter implements Committer<KafkaCommittable> {

        private final Consumer<CommitRequest<KafkaCommittable>> script;

        ScriptedCommitter(Consumer<CommitRequest<KafkaCommittable>> script) {
            this.script = script;
        }

        @Override
        public void commit(Collection<CommitRequest<KafkaCommittable>> requests) {
            requests.forEach(script);
        }

        @Override
        public void close() {
            closed.add("committer");
        }
    }

    private final class ScriptedInspector implements TransactionInspector {

        @Override
        public Optional<TransactionState> inspect(String transactionalId) {
            return atBroker;
        }

        @Override
        public void close() {
            closed.add("inspector");
        }
    }
}
