package io.milepost.kafka.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.Test;

/** The states are those that a broker with transaction.version=2 was seen to report. */
class TransactionFateTest {

    private static final KafkaCommittable EPOCH_4 = new KafkaCommittable(11, (short) 4, "id", null);

    @Test
    void aTransactionThatTheBrokerEndedForItsTimeoutIsLost() throws Exception {
        assertThat(recovered(new TransactionState(11, 5, true))).isTrue();
    }

    @Test
    void aTransactionThatWasCommittedBeforeTheRestartIsNotLost() throws Exception {
        assertThat(recovered(new TransactionState(11, 5, false))).isFalse();
    }

    @Test
    void aTransactionWhoseNameWasTakenForANewOneIsNotLost() throws Exception {
        assertThat(recovered(new TransactionState(11, 6, false))).isFalse();
    }

    @Test
    void aTransactionWhoseNameWasTakenForANewOneThatTimedOutIsNotLost() throws Exception {
        assertThat(recovered(new TransactionState(11, 7, true))).isFalse();
    }

    @Test
    void aNameThatMovedToANewProducerWhenItsEpochsWereUsedUpIsNotLost() throws Exception {
        assertThat(recovered(new TransactionState(12, 0, true))).isFalse();
    }

    @Test
    void aTransactionThatTheBrokerDoesNotKnowIsLost() throws Exception {
        assertThat(recovered(null)).isTrue();
    }

    @Test
    void anyOtherRefusalThanFencingIsALossWithoutAsking() throws Exception {
        TransactionFate fate = new TransactionFate(new NobodyIsAsked());

        assertThat(fate.isLost(EPOCH_4, new InvalidTxnStateException("aborted"), true)).isTrue();
    }

    @Test
    void beforeARestartEveryFencingIsALossWithoutAsking() throws Exception {
        TransactionFate fate = new TransactionFate(new NobodyIsAsked());

        assertThat(fate.isLost(EPOCH_4, new ProducerFencedException("fenced"), false)).isTrue();
    }

    private static boolean recovered(TransactionState state) throws Exception {
        return new TransactionFate(new Known(state))
                .isLost(EPOCH_4, new ProducerFencedException("fenced"), true);
    }

    private record Known(TransactionState state) implements TransactionInspector {

        @Override
        public Optional<TransactionState> inspect(String transactionalId) {
            assertThat(transactionalId).isEqualTo("id");
            return Optional.ofNullable(state);
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }

    private static final class NobodyIsAsked implements TransactionInspector {

        @Override
        public Optional<TransactionState> inspect(String transactionalId) {
            throw new AssertionError("the broker was asked about " + transactionalId);
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
