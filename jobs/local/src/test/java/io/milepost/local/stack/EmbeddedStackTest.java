package io.milepost.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedStackTest {
    private static final long YEAR_2006 = 1_136_073_600_000L;
    private static final Set<String> SEEN = new ConcurrentSkipListSet<>();

    private static EmbeddedStack stack;
    private static Path folder;

    @BeforeAll
    static void start() throws Exception {
        stack = EmbeddedStack.start(StackOptions.defaults(), new Recording());
        folder = stack.folder();
    }

    @AfterAll
    static void nothingIsLeftAfterClose() {
        var children = ProcessHandle.current().descendants().toList();
        assertThat(children).hasSize(2);
        var began = System.nanoTime();

        stack.close();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(folder).doesNotExist();
        stack.close();
    }

    @Test
    void tellsOfEachServiceWhenItStartsAndWhenItIsReady() {
        assertThat(SEEN)
                .containsExactlyInAnyOrder(
                        "starting BROKER",
                        "starting REGISTRY",
                        "starting FLINK",
                        "ready BROKER " + stack.bootstrapServers(),
                        "ready REGISTRY " + stack.registryUrl(),
                        "ready FLINK " + stack.flinkUi());
    }

    @Test
    void aReaderOfCommittedRecordsSeesOldRecordsOfCommittedTransactionsOnly() throws Exception {
        createTopic("transactions", Map.of("retention.ms", "-1"));

        try (var producer = transactionalProducer()) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, "aborted");
            producer.abortTransaction();
            producer.beginTransaction();
            send(producer, "committed");
            producer.commitTransaction();
        }

        assertThat(committed("transactions")).containsExactly("committed@" + YEAR_2006);
    }

    @Test
    void topicsAreNotMadeByUse() {
        try (var admin = admin()) {
            assertThatThrownBy(
                            () ->
                                    admin.describeTopics(List.of("nobody-made-me"))
                                            .allTopicNames()
                                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void theRegistryKeepsSchemasAndRefusesOnesThatCannotReadOldData() throws Exception {
        var first =
                register("'name':'Line','type':'record','fields':[{'name':'id','type':'string'}]");
        var incompatible =
                register("'name':'Line','type':'record','fields':[{'name':'id','type':'int'}]");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        var id = first.body().replaceAll("\\D", "");
        assertThat(get("/schemas/ids/" + id).body()).contains("Line");
        assertThat(incompatible.statusCode()).as(incompatible.body()).isEqualTo(409);
        assertThat(get("/config").body()).contains("BACKWARD");
    }

    @Test
    void theWebUiAnswers() throws Exception {
        var page = send(HttpRequest.newBuilder(stack.flinkUi()).build());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<html");
    }

    @Test
    void everyPortIsOnLoopback() {
        assertThat(stack.bootstrapServers()).startsWith("127.0.0.1:");
        assertThat(URI.create(stack.registryUrl()).getHost()).isEqualTo("127.0.0.1");
        assertThat(stack.flinkUi().getHost()).isEqualTo("127.0.0.1");
    }

    private static void createTopic(String name, Map<String, String> settings) throws Exception {
        try (var admin = admin()) {
            var topic = new NewTopic(name, 1, (short) 1).configs(settings);
            admin.createTopics(List.of(topic)).all().get(30, TimeUnit.SECONDS);
        }
    }

    private static Admin admin() {
        return Admin.create(Map.<String, Object>of("bootstrap.servers", stack.bootstrapServers()));
    }

    private static KafkaProducer<String, String> transactionalProducer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers(), "transactional.id", "test"),
                new StringSerializer(),
                new StringSerializer());
    }

    private static void send(KafkaProducer<String, String> producer, String value)
            throws Exception {
        producer.send(new ProducerRecord<>("transactions", 0, YEAR_2006, "key", value))
                .get(30, TimeUnit.SECONDS);
    }

    private static List<String> committed(String topic) {
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers",
                        stack.bootstrapServers(),
                        "isolation.level",
                        "read_committed");
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end = consumer.endOffsets(List.of(partition)).get(partition);
            var seen = new ArrayList<String>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1))
                        .forEach(record -> seen.add(record.value() + "@" + record.timestamp()));
            }
            return seen;
        }
    }

    private static HttpResponse<String> register(String schema) throws Exception {
        var body = "{\"schema\":\"{%s}\"}".formatted(schema.replace("'", "\\\""));
        return send(
                HttpRequest.newBuilder(
                                URI.create(stack.registryUrl() + "/subjects/lines-value/versions"))
                        .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(stack.registryUrl() + path)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static final class Recording implements StackProgress {
        @Override
        public void starting(StackService service) {
            SEEN.add("starting " + service);
        }

        @Override
        public void ready(StackService service, String address, Duration took) {
            SEEN.add("ready " + service + " " + address);
        }
    }
}
