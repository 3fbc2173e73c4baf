package io.milepost.e2e.stack;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.events.PartnerInbound;
import io.milepost.events.PartnerProfileVersion;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.direct.BrokerClock;
import io.milepost.kafka.direct.DirectWriter;
import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.partners.intake.Delivery;
import io.milepost.partners.intake.FolderArchive;
import io.milepost.partners.intake.Intake;
import io.milepost.partners.intake.IntakeLimits;
import io.milepost.pipelines.partners.PartnerIntakeJob;
import io.milepost.pipelines.partners.PartnerIntakeSettings;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.TrustedEvents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Where messages of partners come in: their profiles in force, the intake with its heartbeats by
 * the broker's clock, and the job partner-intake.
 */
public final class PartnerGate implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BEAT = Duration.ofMillis(200);

    static {
        TrustedEvents.trust();
    }

    private final SchemaRegistryClient registry;
    private final JobClient job;
    private final DirectWriter<PartnerInbound> inbound;
    private final BrokerClock clock;
    private final Intake intake;

    /**
     * Opens one, beside topics that are there already.
     *
     * @param arguments the job's, those of the connections among them
     * @param archive folder of what was sent
     */
    public PartnerGate(
            EmbeddedStack stack,
            KafkaConnection kafka,
            RegistryFactory registries,
            List<String> arguments,
            Path archive,
            List<Partner> partners)
            throws Exception {
        registry = registries.open();
        publish(kafka, partners);
        StreamExecutionEnvironment environment = stack.environment();
        PartnerIntakeJob.define(
                environment,
                PartnerIntakeSettings.parse(arguments.toArray(String[]::new)),
                new HeartbeatWatermarks());
        job = environment.executeAsync(PartnerIntakeJob.NAME);
        inbound = DirectWriter.open(kafka, registry, Catalogue.PARTNER_INBOUND, PATIENCE);
        clock = BrokerClock.start(inbound, "gate", BEAT);
        intake =
                new Intake(
                        new FolderArchive(archive),
                        (key, piece) ->
                                inbound.write(key, piece, List.of()).thenAccept(written -> {}),
                        IntakeLimits.DEFAULT);
    }

    private void publish(KafkaConnection kafka, List<Partner> partners) throws Exception {
        try (DirectWriter<PartnerProfileVersion> profiles =
                DirectWriter.open(kafka, registry, Catalogue.PARTNER_PROFILES, PATIENCE)) {
            for (Partner partner : partners) {
                profiles.write(partner.profile() + "/1", partner.inForce(), List.of()).get();
            }
        }
    }

    /** A partner sends a message; when this returns it lies in Kafka. */
    public void take(Partner partner, String message) throws IOException, InterruptedException {
        intake.take(
                Delivery.call(partner.profile(), partner.format(), null, null),
                new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() throws Exception {
        try (registry;
                inbound;
                clock) {
            job.cancel().get();
        }
    }
}
