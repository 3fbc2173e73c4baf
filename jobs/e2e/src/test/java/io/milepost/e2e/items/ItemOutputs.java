package io.milepost.e2e.items;

import io.milepost.e2e.stack.CommittedReader;
import io.milepost.e2e.stack.SummedBooks;
import io.milepost.events.Account;
import io.milepost.events.CommandKind;
import io.milepost.events.DeadLetter;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.Heartbeat;
import io.milepost.events.OdooCommand;
import io.milepost.events.SlaAlert;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.items.ItemTopics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;

/** The outputs of the job as a {@code read_committed} reader has them, who keeps the last word. */
final class ItemOutputs implements AutoCloseable {

    private final CommittedReader reader;
    private final TreeMap<String, String> prices = new TreeMap<>();
    private final TreeMap<String, String> leadTimes = new TreeMap<>();
    private final TreeMap<String, SlaAlert> alerts = new TreeMap<>();
    private final SummedBooks books = new SummedBooks();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final Set<String> commandIds = new HashSet<>();
    private long commands;
    private long repeats;
    private long heartbeats;

    ItemOutputs(KafkaConnection kafka, RegistryFactory registries) {
        reader =
                new CommittedReader(
                        kafka, registries, ItemTopics.OUTPUTS, (key, record) -> add(record));
    }

    /** Reads on until a condition holds; the error says what was seen. */
    void await(String what, Duration deadline, BooleanSupplier condition)
            throws IOException, RejectedRecordException {
        reader.await(what, deadline, condition, this::toString);
    }

    TreeMap<String, String> prices() {
        return prices;
    }

    TreeMap<String, String> leadTimes() {
        return leadTimes;
    }

    /** The alerts that are open, kind and item. */
    Set<String> openAlerts() {
        Set<String> open = new TreeSet<>();
        for (SlaAlert alert : alerts.values()) {
            if (alert.getItemKey() != null
                    && alert.getStatus() == EpisodeStatus.OPEN
                    && !open.add(alert.getKind() + " " + alert.getItemKey())) {
                throw new AssertionError("two open alerts of one kind and item: " + alert);
            }
        }
        return open;
    }

    List<DeadLetter> deadLetters() {
        return deadLetters;
    }

    long commands() {
        return commands;
    }

    /** How many commands were given twice, and alerts said what they had just said. */
    long repeats() {
        return repeats;
    }

    long heartbeats() {
        return heartbeats;
    }

    /** Records that came in by the books, if all of them are accounted for; else -1. */
    long balancedIn() {
        return books.balancedIn();
    }

    private void add(SpecificRecord record) {
        if (record instanceof OdooCommand command) {
            commands++;
            repeats += commandIds.add(command.getCommandId()) ? 0 : 1;
            TreeMap<String, String> kind =
                    command.getKind() == CommandKind.SET_LEAD_TIME ? leadTimes : prices;
            if (command.getValue() == null) {
                kind.remove(command.getItem().getItemKey());
            } else {
                kind.put(command.getItem().getItemKey(), command.getValue());
            }
        } else if (record instanceof SlaAlert alert) {
            SlaAlert before = alerts.put(alert.getAlertId(), alert);
            // It may close and open again as it was, when a correction is taken back.
            repeats += before != null && alert.toString().equals(before.toString()) ? 1 : 0;
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
        return prices.size()
                + " prices, "
                + leadTimes.size()
                + " lead times, "
                + openAlerts().size()
                + " open alerts, "
                + commands
                + " commands, "
                + deadLetters.size()
                + " dead letters, "
                + books
                + ", "
                + repeats
                + " repeats";
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
