package io.milepost.e2e.correlation;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.e2e.stack.Feeder;
import io.milepost.e2e.stack.Rules;
import io.milepost.events.PartnerInbound;
import io.milepost.events.PartnerProfileVersion;
import io.milepost.events.ProfileStage;
import io.milepost.kafka.direct.BrokerClock;
import io.milepost.kafka.direct.DirectWriter;
import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.RunOptions;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.local.views.OutputViews;
import io.milepost.partners.intake.Delivery;
import io.milepost.partners.intake.FolderArchive;
import io.milepost.partners.intake.Intake;
import io.milepost.partners.intake.IntakeLimits;
import io.milepost.partners.message.Format;
import io.milepost.pipelines.delivery.DeliverySettings;
import io.milepost.pipelines.delivery.PartnerDeliveryJob;
import io.milepost.pipelines.partners.PartnerIntakeJob;
import io.milepost.pipelines.partners.PartnerIntakeSettings;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.TrustedEvents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * What a company has at its desk: the intake, the job that makes events of what partners send, the
 * one that sends orders to them, and the job of the milestones, each on its topics. Time is the
 * broker's.
 */
final class PartnerDesk implements AutoCloseable {

    private static final String PREFIX = "correlation.";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BEAT = Duration.ofMillis(200);

    static {
        TrustedEvents.trust();
    }

    private final EmbeddedRun run;
    private final Feeder odoo;
    private final JobClient intakeJob;
    private final JobClient deliveryJob;
    private final DirectWriter<PartnerInbound> inbound;
    private final BrokerClock clock;
    private final Intake intake;

    PartnerDesk(EmbeddedStack stack, Path folder, List<Partner> partners) throws Exception {
        run =
                EmbeddedRun.on(
                        stack,
                        RunOptions.defaults()
                                .withTopicPrefix(PREFIX)
                                .withCheckpointInterval(Duration.ofMillis(250)),
                        List.of(Rules.receipt()));
        odoo = new Feeder(run);
        publish(partners);
        intakeJob = submitIntake(stack);
        deliveryJob = submitDelivery(stack, folder.resolve("out"));
        inbound =
                DirectWriter.open(
                        run.kafka(),
                        run.registry().open(),
                        Catalogue.PARTNER_INBOUND,
                        Duration.ofSeconds(30));
        clock = BrokerClock.start(inbound, "desk", BEAT);
        intake =
                new Intake(
                        new FolderArchive(folder.resolve("archive")),
                        (key, piece) ->
                                inbound.write(key, piece, List.of()).thenAccept(written -> {}),
                        IntakeLimits.DEFAULT);
    }

    private void publish(List<Partner> partners) throws Exception {
        SchemaRegistryClient registry = run.registry().open();
        try (DirectWriter<PartnerProfileVersion> profiles =
                DirectWriter.open(
                        run.kafka(),
                        registry,
                        Catalogue.PARTNER_PROFILES,
                        Duration.ofSeconds(30))) {
            for (Partner partner : partners) {
                PartnerProfileVersion version =
                        PartnerProfileVersion.newBuilder()
                                .setProfile(partner.profile())
                                .setVersion(1)
                                .setStage(ProfileStage.APPROVED)
                                .setAuthor("ana")
                                .setApprover("ben")
                                .setReason("first")
                                .setPublishedAt(Instant.now().truncatedTo(ChronoUnit.MICROS))
                                .setYaml(partner.yaml())
                                .setFiles(List.of())
                                .build();
                profiles.write(partner.profile() + "/1", version, List.of()).get();
            }
        }
    }

    private JobClient submitIntake(EmbeddedStack stack) throws Exception {
        StreamExecutionEnvironment environment = stack.environment();
        PartnerIntakeJob.define(
                environment,
                PartnerIntakeSettings.parse(arguments(stack).toArray(String[]::new)),
                new HeartbeatWatermarks());
        return environment.executeAsync(PartnerIntakeJob.NAME);
    }

    private JobClient submitDelivery(EmbeddedStack stack, Path out) throws Exception {
        List<String> arguments = new ArrayList<>(arguments(stack));
        arguments.add("--delivery-folder=" + out);
        StreamExecutionEnvironment environment = stack.environment();
        PartnerDeliveryJob.define(
                environment,
                DeliverySettings.parse(arguments.toArray(String[]::new)),
                new HeartbeatWatermarks());
        return environment.executeAsync(PartnerDeliveryJob.NAME);
    }

    private List<String> arguments(EmbeddedStack stack) {
        return List.of(
                "--bootstrap-servers=" + run.kafka().bootstrapServers(),
                "--registry-url=" + stack.registryUrl(),
                "--topic-prefix=" + PREFIX,
                "--environment=correlation",
                "--checkpoint-interval=250 ms");
    }

    /** Odoo tells of something. */
    void tell(TimedEvent event) throws IOException {
        odoo.send(event);
    }

    /** A partner sends a message; when this returns it lies in Kafka. */
    void take(Partner partner, String message) throws IOException, InterruptedException {
        intake.take(
                Delivery.call(partner.profile(), partner.format(), null, null),
                new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)));
    }

    /** Waits until all that was told by now has been taken in by both jobs. */
    void settle() throws IOException, InterruptedException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
        odoo.heartbeats(now, feed -> feed.startsWith("odoo."));
        views().awaitClock(Micros.of(now), PATIENCE);
    }

    /** Waits until the milestones say something. */
    void await(String what, BooleanSupplier condition) throws InterruptedException {
        views().awaitCondition(what, PATIENCE, condition);
    }

    OutputViews views() {
        return run.views();
    }

    @Override
    public void close() throws Exception {
        try (run;
                odoo;
                inbound;
                clock) {
            deliveryJob.cancel().get();
            intakeJob.cancel().get();
        }
    }

    /**
     * Who sends.
     *
     * @param profile name of its profile
     * @param format what it speaks
     * @param yaml the profile
     */
    record Partner(String profile, Format format, String yaml) {

        static Partner of(String profile, Format format, String generic, String partner) {
            return new Partner(
                    profile,
                    format,
                    "extends: %s\ninstance: test\ncompany: \"1\"\npartner: \"%s\"\n"
                            .formatted(generic, partner));
        }

        /** With one more line in its profile. */
        Partner with(String line) {
            return new Partner(profile, format, yaml + line + "\n");
        }
    }
}
