package io.milepost.e2e.odoo;

import io.milepost.e2e.stack.CatalogueTopics;
import io.milepost.e2e.stack.CommittedReader;
import io.milepost.e2e.stack.SummedBooks;
import io.milepost.events.Account;
import io.milepost.events.DeadLetter;
import io.milepost.events.Envelope;
import io.milepost.events.Heartbeat;
import io.milepost.events.OdooOrderLine;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.pipelines.changes.ChangeTopics;
import io.milepost.pipelines.changes.ChangesJob;
import io.milepost.pipelines.changes.ChangesSettings;
import io.milepost.schemas.TrustedEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job odoo-changes on the shared stack, and the order lines that a committed reader has of it.
 */
final class ChangesRun implements AutoCloseable {

    static {
        TrustedEvents.trust();
    }

    private static final Envelope NOBODY =
            new Envelope(
                    "",
                    "",
                    "",
                    "",
                    null,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    List.of(),
                    null);

    private final CommittedReader reader;
    private final JobClient job;
    private final TreeMap<String, OdooOrderLine> lines = new TreeMap<>();
    private final Set<String> events = new HashSet<>();
    private final Set<Instant> dates = new HashSet<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<SpecificRecord> others = new ArrayList<>();
    private final Map<String, Long> booksIn = new TreeMap<>();
    private final Map<String, Long> booksOut = new TreeMap<>();
    private long promised;

    ChangesRun(EmbeddedStack stack, Site site, String name, String... arguments) throws Exception {
        this(stack, site.settings(), name, arguments);
    }

    /**
     * @param ofSite settings for the Odoo that is read
     */
    ChangesRun(EmbeddedStack stack, List<String> ofSite, String name, String... arguments)
            throws Exception {
        KafkaConnection kafka = KafkaConnection.plain(stack.bootstrapServers(), name + ".");
        RegistryConnection registries = RegistryConnection.plain(stack.registryUrl());
        CatalogueTopics.create(kafka, registries);
        List<String> settings =
                new ArrayList<>(
                        List.of(
                                "--bootstrap-servers=" + kafka.bootstrapServers(),
                                "--registry-url=" + stack.registryUrl(),
                                "--topic-prefix=" + kafka.topicPrefix(),
                                "--environment=" + name,
                                "--odoo-poll-interval=100 ms"));
        settings.addAll(ofSite);
        settings.addAll(List.of(arguments));
        StreamExecutionEnvironment environment = stack.environment();
        ChangesJob.define(environment, ChangesSettings.parse(settings.toArray(String[]::new)));
        job = environment.executeAsync(ChangesJob.NAME);
        reader = new CommittedReader(kafka, registries, ChangeTopics.OUTPUTS, this::add);
    }

    /** Reads on until a condition holds; the error says what was seen. */
    void await(String what, Duration deadline, BooleanSupplier condition) throws Exception {
        reader.await(
                what,
                deadline,
                condition,
                () ->
                        "%d lines, %d events, %s, promised %d, letters %s, books %s"
                                .formatted(
                                        lines.size(),
                                        events.size(),
                                        wrong,
                                        promised,
                                        told(DeadLetter.class),
                                        openBooks()));
    }

    private void add(String key, SpecificRecord record) {
        if (record instanceof OdooOrderLine line) {
            add(key, line);
        } else if (record instanceof Heartbeat heartbeat) {
            promised = Math.max(promised, heartbeat.getPromisedAt().toEpochMilli());
        } else if (record instanceof Account account) {
            booksIn.merge(account.getTopic(), account.getRecordsIn(), Long::sum);
            booksOut.merge(account.getTopic(), SummedBooks.accountedFor(account), Long::sum);
        } else {
            others.add(record);
        }
    }

    /** Events of a type, in the order in which they came. */
    <T> List<T> told(Class<T> type) {
        return others.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** How many events of lines were told. */
    long lineEvents() {
        return events.size();
    }

    /** How many records came in by the books, by what was read. */
    Map<String, Long> books() {
        return booksIn;
    }

    /** Where not everything that came in is accounted for. */
    List<String> openBooks() {
        return booksIn.keySet().stream()
                .filter(topic -> !booksIn.get(topic).equals(booksOut.get(topic)))
                .map(topic -> topic + ": " + booksIn.get(topic) + " in, " + booksOut.get(topic))
                .toList();
    }

    /** The highest promise; milliseconds since 1970. */
    long promised() {
        return promised;
    }

    private void add(String key, OdooOrderLine line) {
        if (!events.add(line.getEnvelope().getEventId())) {
            wrong.add(key + ": told twice");
        }
        dates.add(line.getPlannedAt());
        OdooOrderLine before = lines.put(key, line);
        if (before == null) {
            return;
        }
        if (before.getVersion() >= line.getVersion()) {
            wrong.add(key + ": version " + line.getVersion() + " after " + before.getVersion());
        }
        if (content(before).equals(content(line))) {
            wrong.add(key + ": nothing new in version " + line.getVersion());
        }
    }

    private static OdooOrderLine content(OdooOrderLine line) {
        return OdooOrderLine.newBuilder(line).setVersion(0).setEnvelope(NOBODY).build();
    }

    /** The last word on each line. */
    TreeMap<String, OdooOrderLine> lines() {
        return lines;
    }

    /** Every planned date that any line was ever told with. */
    Set<Instant> dates() {
        return dates;
    }

    /** What must never happen and did: told twice, nothing new, an older version after a newer. */
    List<String> wrong() {
        return wrong;
    }

    @Override
    public void close() throws Exception {
        reader.close();
        job.cancel().get();
    }
}
