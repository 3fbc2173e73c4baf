package io.milepost.cli.intake;

import io.milepost.cli.InputException;
import io.milepost.cli.options.Brokers;
import io.milepost.cli.terminal.Json;
import io.milepost.events.PartnerInbound;
import io.milepost.kafka.admin.StartChecks;
import io.milepost.kafka.direct.BrokerClock;
import io.milepost.kafka.direct.DirectWriter;
import io.milepost.partners.intake.FolderArchive;
import io.milepost.partners.intake.InboundLog;
import io.milepost.partners.intake.Intake;
import io.milepost.partners.intake.IntakeWatch;
import io.milepost.partners.intake.credential.Credential;
import io.milepost.partners.intake.folder.WatchedFolder;
import io.milepost.partners.intake.http.IntakeCounts;
import io.milepost.partners.intake.http.IntakePartner;
import io.milepost.partners.intake.http.IntakeServer;
import io.milepost.partners.intake.http.IntakeServerOptions;
import io.milepost.partners.intake.http.OperatorServer;
import io.milepost.partners.yaml.Problems;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that takes what partners send, joined: where they call, the folders, the archive,
 * Kafka, heartbeats, and what operators ask. Closed in the order that loses nothing: first nobody
 * is let in, then what is under way ends, then Kafka has it.
 */
public final class IntakeService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeService.class);

    private static final String SOURCE = "intake";
    private static final Duration SHORTEST_SILENCE = Duration.ofSeconds(10);
    private static final int BEATS_MISSED = 5;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private InetSocketAddress calls;
    private InetSocketAddress operators;
    private int folders;

    private IntakeService() {}

    /**
     * Starts the service by its file.
     *
     * @param log what stands between the service and the log in Kafka: {@link
     *     UnaryOperator#identity}
     * @throws InputException if the file cannot be used, with every problem
     * @throws IOException if something cannot be opened; nothing is left open
     */
    public static IntakeService start(
            Path file, Brokers.Connections to, UnaryOperator<InboundLog> log) throws IOException {
        IntakeConfig config = IntakeConfigReader.read(file);
        Problems problems = new Problems(file.toString());
        List<IntakePartner> callers = callers(config, problems);
        IntakeServerOptions listen =
                config.listen() == null ? null : config.listen().open(problems);
        IntakeConfigReader.end(problems);
        IntakeService service = new IntakeService();
        boolean whole = false;
        try {
            service.open(config, listen, callers, to, log);
            whole = true;
            return service;
        } finally {
            if (!whole) {
                service.close();
            }
        }
    }

    private static List<IntakePartner> callers(IntakeConfig config, Problems problems) {
        List<IntakePartner> callers = new ArrayList<>();
        for (IntakeConfig.Partner partner : config.partners()) {
            List<Credential> credentials =
                    partner.credentials().stream()
                            .map(it -> it.open(problems))
                            .flatMap(Optional::stream)
                            .toList();
            if (!credentials.isEmpty()) {
                callers.add(
                        new IntakePartner(
                                partner.profile(),
                                partner.format(),
                                credentials,
                                partner.callsPerMinute()));
            }
        }
        return callers;
    }

    private void open(
            IntakeConfig config,
            IntakeServerOptions listen,
            List<IntakePartner> callers,
            Brokers.Connections to,
            UnaryOperator<InboundLog> between)
            throws IOException {
        try (Admin admin = to.kafka().openAdmin()) {
            new StartChecks(admin)
                    .requireWritable(Catalogue.PARTNER_INBOUND, to.kafka().topicPrefix());
        }
        FolderArchive archive = keep(new FolderArchive(config.archive()));
        DirectWriter<PartnerInbound> writer =
                keep(
                        DirectWriter.open(
                                to.kafka(),
                                to.registry().open(),
                                Catalogue.PARTNER_INBOUND,
                                config.limits().patience()));
        BrokerClock clock = keep(BrokerClock.start(writer, SOURCE, config.heartbeat()));
        Intake intake = new Intake(archive, between.apply(new KafkaLog(writer)), config.limits());
        IntakeCounts counts = new IntakeCounts();
        IntakeWatch watch = new LoggedWatch(counts);
        if (config.operators() != null) {
            OperatorServer server =
                    keep(
                            OperatorServer.start(
                                    config.operators().host(),
                                    config.operators().port(),
                                    () -> answers(clock, config.heartbeat()),
                                    () -> counts.text() + silence(clock)));
            operators = server.address();
        }
        openFolders(config, intake, watch);
        if (listen != null) {
            IntakeServer server =
                    keep(IntakeServer.start(intake, callers, listen, Clock.systemUTC(), watch));
            calls = server.address();
        }
        LOG.info("The intake is open: {}", this);
    }

    private void openFolders(IntakeConfig config, Intake intake, IntakeWatch watch)
            throws IOException {
        Duration grace =
                config.listen() == null
                        ? IntakeServerOptions.plain(0).grace()
                        : config.listen().grace();
        for (IntakeConfig.Partner partner : config.partners()) {
            if (partner.folder() != null) {
                WatchedFolder folder =
                        new WatchedFolder(
                                partner.folder(),
                                partner.profile(),
                                partner.format(),
                                config.limits().longest(),
                                intake,
                                watch);
                keep(FolderWatch.start(folder, partner.profile(), config.lookEvery(), grace));
                folders++;
            }
        }
    }

    private static boolean answers(BrokerClock clock, Duration heartbeat) {
        Duration most = heartbeat.multipliedBy(BEATS_MISSED);
        return clock.silence()
                        .compareTo(most.compareTo(SHORTEST_SILENCE) > 0 ? most : SHORTEST_SILENCE)
                <= 0;
    }

    private static String silence(BrokerClock clock) {
        String name = "milepost_intake_kafka_silence_seconds";
        return "# HELP %1$s Time since Kafka took a heartbeat in every partition.%n".formatted(name)
                + String.format(
                        Locale.ROOT,
                        "# TYPE %1$s gauge%n%1$s %2$.3f%n",
                        name,
                        clock.silence().toMillis() / 1000.0);
    }

    private <T extends AutoCloseable> T keep(T made) {
        opened.push(made);
        return made;
    }

    /** Where it listens, as one JSON object. */
    public String json() {
        return new Json()
                .with("calls", address(calls))
                .with("operators", address(operators))
                .with("folders", folders)
                .toString();
    }

    private static String address(InetSocketAddress address) {
        return address == null ? null : address.getHostString() + ":" + address.getPort();
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            AutoCloseable next = opened.pop();
            try {
                next.close();
            } catch (Exception e) {
                // The others are closed all the same.
                LOG.warn("{} did not close in good order", next.getClass().getSimpleName(), e);
            }
        }
    }

    @Override
    public String toString() {
        return "partners call "
                + (calls == null ? "nowhere" : address(calls))
                + ", "
                + folders
                + " folders, operators ask "
                + (operators == null ? "nowhere" : address(operators));
    }
}
