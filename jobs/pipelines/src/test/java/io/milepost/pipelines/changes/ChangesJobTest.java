package io.milepost.pipelines.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.Heartbeat;
import io.milepost.events.MoveState;
import io.milepost.events.OdooOrder;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.kafka.KafkaConnection;
import io.milepost.odoo.client.HttpOdooClient;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooSettings;
import io.milepost.odoo.embedded.EmbeddedOdoo;
import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import io.milepost.odoo.embedded.desk.Buying;
import io.milepost.odoo.setup.Feature;
import io.milepost.odoo.setup.OdooSetup;
import io.milepost.odoo.setup.SetupOptions;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.TestedGraph;
import io.milepost.pipelines.milestones.UidCheck;
import io.milepost.pipelines.runs.Clusters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.client.JobCancellationException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The job on a double of Odoo, where people work while it runs, stops and starts again. */
class ChangesJobTest {

    @RegisterExtension static final MiniClusterExtension FLINK = Clusters.flink();

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir Path folder;
    private List<String> timing = List.of("--odoo-poll-interval=100 ms");
    private EmbeddedOdoo odoo;
    private long vendor;
    private long product;

    @BeforeEach
    void start() throws Exception {
        Gathered.clear();
        odoo = EmbeddedOdoo.start(EmbeddedOdooOptions.version18());
        OdooSettings admin = OdooSettings.of(odoo.url(), odoo.database(), "admin", () -> "admin");
        try (OdooClient client = HttpOdooClient.open(admin)) {
            new OdooSetup(client, new SetupOptions("bot", null, EnumSet.allOf(Feature.class)))
                    .run();
        }
        odoo.account(odoo.desk().find("res.users", "login", "bot").get(0), "bot", "pw");
        Files.writeString(folder.resolve("key"), "pw");
        vendor = odoo.desk().buying().vendor("Acme");
        product = odoo.desk().buying().product("M8-BOLT", "M8 bolt");
    }

    @AfterEach
    void stop() {
        odoo.close();
    }

    private ChangesSettings settings(int parallelism) {
        List<String> all = new ArrayList<>(timing);
        all.addAll(server(parallelism));
        return ChangesSettings.parse(all.toArray(String[]::new));
    }

    private List<String> server(int parallelism) {
        return List.of(
                "--bootstrap-servers=none:1",
                "--registry-url=http://none",
                "--parallelism=" + parallelism,
                "--odoo-url=" + odoo.url(),
                "--odoo-database=" + odoo.database(),
                "--odoo-login=bot",
                "--odoo-key=${file:" + folder.resolve("key") + "}",
                "--odoo-instance=acme",
                "--odoo-sweep-interval=1 s");
    }

    private static StreamExecutionEnvironment environment(int parallelism, String savepoint) {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        if (savepoint != null) {
            configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        }
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(parallelism);
        return environment;
    }

    private void define(StreamExecutionEnvironment environment, int parallelism) {
        topology()
                .build(ChangesJob.read(environment, settings(parallelism).source(), parallelism))
                .sinkTo(new Gathered())
                .uid(Uids.OUTPUTS);
    }

    private static ChangesTopology topology() {
        Map<String, Integer> partitions = new TreeMap<>();
        ChangeTopics.OUTPUTS.forEach(topic -> partitions.put(topic.name(), 3));
        return new ChangesTopology(Bench.OPENS_REGISTRY, "", partitions);
    }

    private JobClient run(int parallelism, String savepoint) throws Exception {
        StreamExecutionEnvironment environment = environment(parallelism, savepoint);
        define(environment, parallelism);
        JobClient job = environment.executeAsync("odoo-changes");
        job.getJobExecutionResult()
                .whenComplete(
                        (result, failure) -> {
                            if (failure != null
                                    && !(failure.getCause() instanceof JobCancellationException)) {
                                Gathered.fail(failure);
                            }
                        });
        return job;
    }

    private String stop(JobClient job) throws Exception {
        return job.stopWithSavepoint(
                        false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
                .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private static void await(String what, BooleanSupplier wanted) throws InterruptedException {
        Gathered.await(what, written -> wanted.getAsBoolean());
    }

    private static <T extends SpecificRecord> List<T> told(Class<T> type) {
        return Bench.values(type, Gathered.all());
    }

    private Buying.Line bolts(double quantity) {
        return new Buying.Line(product, quantity, 1.1, "2030-12-10 08:00:00");
    }

    @Test
    void everyChangeIsToldOnceOverAStopAndAnotherParallelism() throws Exception {
        JobClient job = run(2, null);
        long order = odoo.desk().buying().confirmedOrder(vendor, bolts(100), bolts(50));
        long line = odoo.desk().buying().lines(order).get(0);
        await("both lines", () -> lines(order).size() == 2);
        await("the order", () -> !told(OdooOrder.class).isEmpty());
        await("both receipts", () -> told(OdooReceipt.class).size() >= 2);
        String savepoint = stop(job);

        odoo.desk().buying().setDate(line, "2031-01-01 08:00:00");
        odoo.desk().receipts().receive(line, 40);
        long second = odoo.desk().buying().confirmedOrder(vendor, bolts(7));
        job = run(3, savepoint);
        await("the second order", () -> lines(second).size() == 1);
        await(
                "the receipt",
                () ->
                        told(OdooReceipt.class).stream()
                                .anyMatch(each -> each.getState() == MoveState.DONE));
        awaitPromiseAfterThis();
        job.cancel().get(LIMIT.toSeconds(), TimeUnit.SECONDS);

        assertThat(lines(order)).hasSize(2);
        Conduct.nothingIsToldTwiceAndVersionsRise(Gathered.all());
        Conduct.promisesAreKept(Gathered.all());
    }

    @Test
    void whileOdooIsDownTheJobGoesOnAndPromisesNothing() throws Exception {
        JobClient job = run(1, null);
        long first = odoo.desk().buying().confirmedOrder(vendor, bolts(100));
        await("the first order", () -> lines(first).size() == 1);

        odoo.goDown();
        // Both take checkpoints; one with Odoo out of reach.
        String savepoint = stop(job);
        job = run(1, savepoint);
        odoo.comeUp();
        long second = odoo.desk().buying().confirmedOrder(vendor, bolts(7));
        await("the second order", () -> lines(second).size() == 1);
        awaitPromiseAfterThis();
        job.cancel().get(LIMIT.toSeconds(), TimeUnit.SECONDS);

        Conduct.nothingIsToldTwiceAndVersionsRise(Gathered.all());
        Conduct.promisesAreKept(Gathered.all());
    }

    @Test
    void aHintEndsTheWaitForTheNextPoll() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.writeString(folder.resolve("token"), "a-token-of-24-characters");
        // Longer than the test has: without the hint it fails.
        timing =
                List.of(
                        "--odoo-poll-interval=1 h",
                        "--odoo-hint-port=" + port,
                        "--odoo-hint-token=${file:" + folder.resolve("token") + "}");
        long first = odoo.desk().buying().confirmedOrder(vendor, bolts(100));
        JobClient job = run(1, null);
        // What is complete lies a second behind: the first look may come too early for the order.
        awaitListener(port);
        await("the first order", () -> lines(first).size() == 1);

        long second = odoo.desk().buying().confirmedOrder(vendor, bolts(7));
        assertThat(isHeard(port)).as("heard").isTrue();
        await("the second order", () -> lines(second).size() == 1);
        job.cancel().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private static void awaitListener(int port) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!isHeard(port)) {
            assertThat(System.nanoTime() - end).as("time for somebody to listen").isNegative();
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Sends a hint; whether somebody took it. */
    private static boolean isHeard(int port) {
        HttpRequest hint =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:"
                                                + port
                                                + "/hint/a-token-of-24-characters"))
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build();
        try {
            return HttpClient.newHttpClient()
                            .send(hint, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 204;
        } catch (IOException e) {
            // Nobody listens yet.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void everyOperatorHasItsUidAndNoneHasChanged() throws IOException {
        StreamExecutionEnvironment environment = environment(1, null);
        define(environment, 1);

        assertThat(UidCheck.problems(environment.getStreamGraph(), Set.copyOf(Uids.polling())))
                .isEmpty();
        StreamExecutionEnvironment capturing = environment(1, null);
        CaptureSettings settings = new CaptureSettings("odoo.cdc", "acme", List.of(), "en_US");
        topology()
                .capture(
                        ChangesJob.records(
                                capturing, KafkaConnection.plain("none:1", ""), "group", settings),
                        settings)
                .sinkTo(new Gathered())
                .uid(Uids.OUTPUTS);
        assertThat(UidCheck.problems(capturing.getStreamGraph(), Set.copyOf(Uids.capturing())))
                .isEmpty();
        assertThat(TestedGraph.golden(getClass())).isEqualTo(new TreeSet<>(Uids.all()));
    }

    /** Ids of the lines that were told of an order. */
    private static Set<Long> lines(long order) {
        Set<Long> lines = new HashSet<>();
        told(OdooOrderLine.class).stream()
                .filter(line -> line.getOrderId() == order)
                .forEach(line -> lines.add(line.getLineId()));
        return lines;
    }

    private static void awaitPromiseAfterThis() throws InterruptedException {
        int before = Gathered.all().size();
        Gathered.await(
                "another promise",
                written ->
                        !Bench.values(
                                        Heartbeat.class,
                                        List.copyOf(written.subList(before, written.size())))
                                .isEmpty());
    }
}
