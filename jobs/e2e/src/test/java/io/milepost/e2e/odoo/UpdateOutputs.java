package io.milepost.e2e.odoo;

import io.milepost.e2e.stack.CommittedReader;
import io.milepost.e2e.stack.SummedBooks;
import io.milepost.events.Account;
import io.milepost.events.CommandKind;
import io.milepost.events.CommandOutcome;
import io.milepost.events.DeadLetter;
import io.milepost.events.Heartbeat;
import io.milepost.events.OdooResult;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.updates.UpdateTopics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;

/** The outputs of odoo-updates as a {@code read_committed} reader has them. */
final class UpdateOutputs implements AutoCloseable {

    private final CommittedReader reader;
    private final List<OdooResult> results = new ArrayList<>();
    private final SummedBooks books = new SummedBooks();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private long heartbeats;

    UpdateOutputs(KafkaConnection kafka, RegistryFactory registries) {
        reader =
                new CommittedReader(
                        kafka, registries, UpdateTopics.OUTPUTS, (key, record) -> add(record));
    }

    /** Reads on until a condition holds; the error says what was seen. */
    void await(String what, Duration deadline, BooleanSupplier condition)
            throws IOException, RejectedRecordException {
        reader.await(what, deadline, condition, this::toString);
    }

    List<OdooResult> results() {
        return results;
    }

    /** Those to commands of a kind. */
    List<OdooResult> of(CommandKind kind) {
        return results.stream().filter(result -> result.getKind() == kind).toList();
    }

    /** How often each outcome was said. */
    Map<CommandOutcome, Long> outcomes() {
        Map<CommandOutcome, Long> outcomes = new TreeMap<>();
        results.forEach(result -> outcomes.merge(result.getOutcome(), 1L, Long::sum));
        return outcomes;
    }

    List<DeadLetter> deadLetters() {
        return deadLetters;
    }

    long heartbeats() {
        return heartbeats;
    }

    /** Records that came in by the books, if all of them are accounted for; else -1. */
    long balancedIn() {
        return books.balancedIn();
    }

    private void add(SpecificRecord record) {
        if (record instanceof OdooResult result) {
            results.add(result);
        } else if (record instanceof DeadLetter letter) {
            deadLetters.add(letter);
        } else if (record instanceof Account account) {
            books.add(account);
        } else if (record instanceof Heartbeat) {
            heartbeats++;
        }
    }

    @Override
    public String toString() {
        return outcomes()
                + ", "
                + deadLetters.size()
                + " dead letters, "
                + books
                + ", "
                + heartbeats
                + " promises";
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
