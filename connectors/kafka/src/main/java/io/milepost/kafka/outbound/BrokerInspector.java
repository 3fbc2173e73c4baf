package io.milepost.kafka.outbound;

import io.milepost.kafka.KafkaConnection;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;

/**
 * Asks the broker itself, over a connection that is opened when it is first needed: hardly ever.
 */
final class BrokerInspector implements TransactionInspector {

    private final KafkaConnection connection;
    private Admin admin;

    BrokerInspector(KafkaConnection connection) {
        this.connection = connection;
    }

    @Override
    public Optional<TransactionState> inspect(String transactionalId)
            throws IOException, InterruptedException {
        if (admin == null) {
            admin = connection.openAdmin();
        }
        try {
            TransactionDescription found =
                    admin.describeTransactions(List.of(transactionalId))
                            .description(transactionalId)
                            .get();
            boolean aborted =
                    switch (found.state()) {
                        case PREPARE_ABORT, COMPLETE_ABORT, PREPARE_EPOCH_FENCE -> true;
                        default -> false;
                    };
            return Optional.of(
                    new TransactionState(found.producerId(), found.producerEpoch(), aborted));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TransactionalIdNotFoundException) {
                return Optional.empty();
            }
            throw new IOException(
                    "transaction "
                            + transactionalId
                            + ": the broker does not say what became of it",
                    e.getCause());
        }
    }

    @Override
    public void close() {
        if (admin != null) {
            admin.close();
        }
    }
}
