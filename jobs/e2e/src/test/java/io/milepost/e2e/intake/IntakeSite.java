package io.milepost.e2e.intake;

import io.milepost.cli.Milepost;
import io.milepost.e2e.stack.CatalogueTopics;
import io.milepost.e2e.stack.Feeder;
import io.milepost.events.PartnerProfileVersion;
import io.milepost.events.ProfileStage;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.admin.TopicOptions;
import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.kafka.inbound.TopicReading;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.pipelines.partners.PartnerIntakeJob;
import io.milepost.pipelines.partners.PartnerIntakeSettings;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The intake's process and the job partner-intake on the shared stack, with topics of their own.
 */
final class IntakeSite implements AutoCloseable {

    private final EmbeddedStack stack;
    private final KafkaConnection kafka;
    private final RegistryConnection registry;
    private final Path folder;
    private final IntakeFiles files;
    private final IntakeOutputs outputs;
    private final JobClient job;
    private final Calls calls = new Calls();
    private IntakeProcess process;

    /**
     * Starts the job; the intake is started by {@link #open}.
     *
     * @param folder of the archive, the partners' folders and the intake's words
     * @param settings further settings of the job
     */
    IntakeSite(EmbeddedStack stack, Path folder, String name, String... settings) throws Exception {
        this.stack = stack;
        this.folder = folder;
        kafka = KafkaConnection.plain(stack.bootstrapServers(), name + ".");
        registry = RegistryConnection.plain(stack.registryUrl());
        CatalogueTopics.create(kafka, registry, TopicOptions.standard());
        files = IntakeFiles.write(folder, "10 s");
        outputs = new IntakeOutputs(kafka, registry);
        job = job(name, settings);
    }

    private JobClient job(String name, String... settings) throws Exception {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "--bootstrap-servers=" + kafka.bootstrapServers(),
                                "--registry-url=" + stack.registryUrl(),
                                "--topic-prefix=" + kafka.topicPrefix(),
                                "--environment=" + name,
                                "--parallelism=2",
                                "--checkpoint-interval=500 ms"));
        all.addAll(List.of(settings));
        StreamExecutionEnvironment environment = stack.environment();
        PartnerIntakeJob.define(
                environment,
                PartnerIntakeSettings.parse(all.toArray(String[]::new)),
                new HeartbeatWatermarks());
        return environment.executeAsync(PartnerIntakeJob.NAME);
    }

    /** Publishes a version of a partner's profile, approved. */
    void publish(Sent.Partner partner, int version, String... further) throws IOException {
        PartnerProfileVersion published =
                PartnerProfileVersion.newBuilder()
                        .setProfile(partner.profile())
                        .setVersion(version)
                        .setStage(ProfileStage.APPROVED)
                        .setAuthor("ana")
                        .setReason("test")
                        .setPublishedAt(Instant.EPOCH)
                        .setYaml(partner.yaml(further))
                        .setFiles(List.of())
                        .build();
        long now = Micros.of(Instant.now());
        try (Feeder feeder = new Feeder(kafka, registry, List.of())) {
            feeder.send(
                    new TimedEvent(
                            Catalogue.PARTNER_PROFILES,
                            partner.profile() + "/" + version,
                            published,
                            null,
                            now,
                            now));
        }
    }

    /** Starts the intake, after the one before has ended. */
    IntakeProcess open() throws IOException, InterruptedException {
        return open(Milepost.class);
    }

    /** Starts the intake, or one that is broken on purpose. */
    IntakeProcess open(Class<?> program) throws IOException, InterruptedException {
        process =
                files.open(
                        program,
                        kafka.bootstrapServers(),
                        stack.registryUrl(),
                        kafka.topicPrefix());
        calls.to(process.calls());
        return process;
    }

    /** How partners call. */
    Calls calls() {
        return calls;
    }

    /** Drops a file as a sender should: under another name, renamed when it is whole. */
    void drop(Sent sent) throws IOException {
        Path into = Files.createDirectories(folder.resolve(sent.partner().profile()));
        Path part = Files.write(into.resolve(sent.id() + ".part"), sent.bytes());
        Files.move(part, into.resolve(sent.id()), StandardCopyOption.ATOMIC_MOVE);
    }

    IntakeOutputs outputs() {
        return outputs;
    }

    KafkaConnection kafka() {
        return kafka;
    }

    /** How many records lie in the topic, heartbeats left out. */
    long inbound() throws IOException {
        AtomicLong count = new AtomicLong();
        TopicReading.read(
                kafka,
                kafka.topic(Catalogue.PARTNER_INBOUND),
                record -> {
                    if (!record.isHeartbeat()) {
                        count.incrementAndGet();
                    }
                });
        return count.get();
    }

    @Override
    public void close() throws Exception {
        if (process != null) {
            process.close();
        }
        outputs.close();
        job.cancel().get();
    }
}
