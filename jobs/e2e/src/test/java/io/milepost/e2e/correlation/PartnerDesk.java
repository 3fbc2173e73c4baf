package io.milepost.e2e.correlation;

import io.milepost.e2e.stack.Feeder;
import io.milepost.e2e.stack.Partner;
import io.milepost.e2e.stack.PartnerGate;
import io.milepost.e2e.stack.Rules;
import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.RunOptions;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.local.views.OutputViews;
import io.milepost.pipelines.delivery.DeliverySettings;
import io.milepost.pipelines.delivery.PartnerDeliveryJob;
import java.io.IOException;
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

    private final EmbeddedRun run;
    private final Feeder odoo;
    private final PartnerGate gate;
    private final JobClient deliveryJob;

    PartnerDesk(EmbeddedStack stack, Path folder, List<Partner> partners) throws Exception {
        run =
                EmbeddedRun.on(
                        stack,
                        RunOptions.defaults()
                                .withTopicPrefix(PREFIX)
                                .withCheckpointInterval(Duration.ofMillis(250)),
                        List.of(Rules.receipt()));
        odoo = new Feeder(run);
        gate =
                new PartnerGate(
                        stack,
                        run.kafka(),
                        run.registry(),
                        arguments(stack),
                        folder.resolve("archive"),
                        partners);
        deliveryJob = submitDelivery(stack, folder.resolve("out"));
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
        gate.take(partner, message);
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
                gate) {
            deliveryJob.cancel().get();
        }
    }
}
