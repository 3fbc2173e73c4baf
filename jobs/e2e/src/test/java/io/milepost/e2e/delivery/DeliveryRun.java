package io.milepost.e2e.delivery;

import io.milepost.e2e.stack.CatalogueTopics;
import io.milepost.e2e.stack.Feeder;
import io.milepost.events.PartnerInbound;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.partners.intake.Delivery;
import io.milepost.partners.intake.FolderArchive;
import io.milepost.partners.intake.Intake;
import io.milepost.partners.intake.IntakeLimits;
import io.milepost.partners.message.Format;
import io.milepost.pipelines.delivery.DeliverySettings;
import io.milepost.pipelines.delivery.DeliveryTopics;
import io.milepost.pipelines.delivery.PartnerDeliveryJob;
import io.milepost.pipelines.partners.PartnerIntakeJob;
import io.milepost.pipelines.partners.PartnerIntakeSettings;
import io.milepost.schemas.Catalogue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The jobs partner-delivery and partner-intake on the shared stack, with topics of their own. */
final class DeliveryRun implements AutoCloseable {

    private static final long LIMIT_SECONDS = 60;

    private final EmbeddedStack stack;
    private final String name;
    private final KafkaConnection kafka;
    private final RegistryConnection registry;
    private final Path folder;
    private final Feeder feeder;
    private final DeliveryOutputs outputs;
    private JobClient intake;
    private JobClient delivery;
    private JobClient another;

    DeliveryRun(EmbeddedStack stack, String name, Path folder) throws Exception {
        this.stack = stack;
        this.name = name;
        this.folder = folder;
        kafka = KafkaConnection.plain(stack.bootstrapServers(), name + ".");
        registry = RegistryConnection.plain(stack.registryUrl());
        CatalogueTopics.create(kafka, registry);
        feeder = new Feeder(kafka, registry, DeliveryTopics.ORDERS);
        outputs = new DeliveryOutputs(kafka, registry);
    }

    /** Starts the job that tells milestones that documents were sent. */
    void startIntake() throws Exception {
        StreamExecutionEnvironment environment = stack.environment();
        PartnerIntakeJob.define(
                environment,
                PartnerIntakeSettings.parse(settings(name).toArray(String[]::new)),
                new HeartbeatWatermarks());
        intake = environment.executeAsync(PartnerIntakeJob.NAME);
    }

    /**
     * Starts the job that sends.
     *
     * @param savepoint where it goes on; {@code null} to begin anew
     */
    void start(String savepoint) throws Exception {
        delivery = started(savepoint, name, ledger());
    }

    /**
     * Starts the job that sends once more, beside the one that runs.
     *
     * @param claimed what it claims; the ledger's topic for a job that sees the other
     */
    void startAnother(String claimed) throws Exception {
        another = started(null, name + "-another", claimed);
    }

    /** What jobs that see each other claim. */
    String ledger() {
        return kafka.topic(Catalogue.PARTNER_DELIVERIES);
    }

    private JobClient started(String savepoint, String environmentName, String claimed)
            throws Exception {
        Configuration configuration = new Configuration();
        if (savepoint != null) {
            configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        }
        List<String> settings = new ArrayList<>(settings(environmentName));
        settings.add("--first-retry=200 ms");
        settings.add("--longest-retry=500 ms");
        // What a job leaves open when it ends for good holds readers no longer than this.
        settings.add("--transaction-timeout=15 s");
        settings.add("--outage-allowance=5 s");
        settings.add("--delivery-folder=" + folder.resolve("out"));
        settings.add("--secrets-folder=" + folder.resolve("secrets"));
        StreamExecutionEnvironment environment = stack.environment(configuration);
        PartnerDeliveryJob.define(
                environment,
                DeliverySettings.parse(settings.toArray(String[]::new)),
                new HeartbeatWatermarks(),
                claimed);
        return environment.executeAsync(PartnerDeliveryJob.NAME);
    }

    private List<String> settings(String environmentName) {
        return List.of(
                "--bootstrap-servers=" + kafka.bootstrapServers(),
                "--registry-url=" + stack.registryUrl(),
                "--topic-prefix=" + kafka.topicPrefix(),
                "--environment=" + environmentName,
                "--parallelism=2",
                "--checkpoint-interval=500 ms");
    }

    /** Where the job is now, while it goes on. */
    String savepoint() throws Exception {
        return delivery.triggerSavepoint(
                        folder.resolve("savepoints").toUri().toString(),
                        SavepointFormatType.CANONICAL)
                .get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    /** Ends the job that sends; what it remembers is lost. */
    void cancel() throws Exception {
        delivery.cancel().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        delivery = null;
    }

    /** Why the job that was started first failed for good. */
    Throwable endOfTheFirst() throws Exception {
        JobClient first = delivery;
        delivery = null;
        try {
            first.getJobExecutionResult().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return e;
        }
        throw new AssertionError("the first job: expected a failure but it ended well");
    }

    /** Whether the job that was started beside it runs. */
    boolean anotherRuns() throws Exception {
        return another.getJobStatus().get(LIMIT_SECONDS, TimeUnit.SECONDS) == JobStatus.RUNNING;
    }

    /** Takes the memory of what was sent away. */
    void loseTheLedger() throws Exception {
        String topic = kafka.topic(Catalogue.PARTNER_DELIVERIES);
        try (Admin admin = kafka.openAdmin()) {
            admin.deleteTopics(List.of(topic)).all().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
        CatalogueTopics.create(kafka, registry);
    }

    /** A partner sends something; it is taken in as the intake does, under a receipt of its own. */
    void take(String profile, Format format, String message) throws Exception {
        new Intake(
                        new FolderArchive(folder.resolve("archive")),
                        (key, piece) -> {
                            append(key, piece);
                            return CompletableFuture.completedFuture(null);
                        },
                        IntakeLimits.DEFAULT)
                .take(
                        Delivery.call(profile, format, null, null),
                        new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)));
    }

    private void append(String key, PartnerInbound piece) {
        try {
            feeder.send(
                    new ProducerRecord<>(
                            kafka.topic(Catalogue.PARTNER_INBOUND),
                            key.getBytes(StandardCharsets.UTF_8),
                            feeder.encode(Catalogue.PARTNER_INBOUND, piece)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Feeder feeder() {
        return feeder;
    }

    DeliveryOutputs outputs() {
        return outputs;
    }

    @Override
    public void close() throws Exception {
        outputs.close();
        feeder.close();
        for (JobClient job : Arrays.asList(delivery, another, intake)) {
            if (job != null) {
                job.cancel().get(LIMIT_SECONDS, TimeUnit.SECONDS);
            }
        }
    }
}
