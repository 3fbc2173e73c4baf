package io.milepost.e2e.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.e2e.stack.Feeder;
import io.milepost.events.Acknowledgement;
import io.milepost.events.CommandOutcome;
import io.milepost.events.Document;
import io.milepost.events.Envelope;
import io.milepost.events.LineAnswer;
import io.milepost.events.LineReference;
import io.milepost.events.LineStatus;
import io.milepost.events.ScheduleLine;
import io.milepost.events.SupplierEvent;
import io.milepost.local.feed.FeedKeys;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.RunOptions;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.pipelines.changes.ChangesJob;
import io.milepost.pipelines.changes.ChangesSettings;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.TrustedEvents;
import io.milepost.state.LineKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Three jobs around an Odoo: an order goes out of it, and what the supplier says into it. */
final class Loop {

    static {
        TrustedEvents.trust();
    }

    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private Loop() {}

    /**
     * A supplier confirms a part of an order, and the milestones job is rolled back to before it.
     *
     * @param name of the topics and of what else must not be shared
     */
    static void assertOnceAlsoAfterARollback(EmbeddedStack stack, Site site, String name)
            throws Exception {
        RunOptions options =
                RunOptions.defaults()
                        .withTopicPrefix(name + ".")
                        .withCheckpointInterval(Duration.ofMillis(300));
        try (EmbeddedRun milestones = EmbeddedRun.on(stack, options, List.of());
                Running changes = new Running(changes(stack, site, name));
                UpdatesRun updates = new UpdatesRun(stack, site, name);
                Feeder supplier = new Feeder(milestones)) {
            Site.Line line = site.orders(1).get(0);
            milestones
                    .views()
                    .awaitCondition(
                            "the line of Odoo",
                            DEADLINE,
                            () -> milestones.views().statuses().containsKey(line.key()));
            LineStatus ordered = milestones.views().statuses().get(line.key());
            assertThat(ordered.getOrdered()).isEqualByComparingTo("100");
            String before = milestones.stopWithSavepoint();
            milestones.restart(before);

            supplier.send(confirms(ordered, "60", Instant.parse("2026-12-20T08:00:00Z")));
            UpdateOutputs results = updates.outputs();
            results.await("two results", DEADLINE, () -> results.results().size() == 2);
            assertThat(results.outcomes()).containsOnlyKeys(CommandOutcome.APPLIED);
            assertOnce(site, line);

            // It has forgotten what it asked for, and asks again.
            milestones.stopWithSavepoint();
            milestones.restart(before);
            results.await("two more results", DEADLINE, () -> results.results().size() == 4);
            assertThat(results.outcomes())
                    .containsEntry(CommandOutcome.APPLIED, 2L)
                    .containsEntry(CommandOutcome.DUPLICATE, 2L);
            assertOnce(site, line);
            assertThat(changes.job().getJobStatus().get().isTerminalState())
                    .as("odoo-changes ended")
                    .isFalse();
        }
    }

    private static void assertOnce(Site site, Site.Line line) throws Exception {
        assertThat(site.date(line)).isEqualTo("2026-12-20 08:00:00");
        assertThat(site.activities(line.order())).as("activities").isOne();
    }

    private static JobClient changes(EmbeddedStack stack, Site site, String name) throws Exception {
        List<String> settings =
                new ArrayList<>(
                        List.of(
                                "--bootstrap-servers=" + stack.bootstrapServers(),
                                "--registry-url=" + stack.registryUrl(),
                                "--topic-prefix=" + name + ".",
                                "--environment=" + name,
                                "--checkpoint-interval=300 ms",
                                "--odoo-poll-interval=200 ms"));
        settings.addAll(site.settings());
        StreamExecutionEnvironment environment = stack.environment();
        ChangesJob.define(environment, ChangesSettings.parse(settings.toArray(String[]::new)));
        return environment.executeAsync(ChangesJob.NAME);
    }

    /** The supplier confirms a part of the line for a day. */
    private static TimedEvent confirms(LineStatus line, String quantity, Instant day) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Envelope envelope =
                new Envelope(
                        "ack-1",
                        "edi-x12",
                        "odoo",
                        "1",
                        line.getVendor(),
                        now,
                        now,
                        now,
                        List.of(),
                        null);
        LineKey key = LineKey.parse(line.getLineKey());
        SupplierEvent event =
                SupplierEvent.newBuilder()
                        .setEnvelope(envelope)
                        .setDocument(
                                Document.newBuilder().setNumber("A-1").setIssuedAt(now).build())
                        .setOrderName(line.getOrderName())
                        .setLine(
                                LineReference.newBuilder()
                                        .setOrderId(key.orderId())
                                        .setLineId(key.lineId())
                                        .build())
                        .setBody(
                                Acknowledgement.newBuilder()
                                        .setSchedule(
                                                List.of(
                                                        ScheduleLine.newBuilder()
                                                                .setNumber(1)
                                                                .setAnswer(LineAnswer.ACCEPTED)
                                                                .setQuantity(decimal(quantity))
                                                                .setUnit(line.getUnit())
                                                                .setPromisedAt(day)
                                                                .build()))
                                        .build())
                        .build();
        return new TimedEvent(
                Catalogue.SUPPLIER_EVENTS,
                FeedKeys.order("odoo", "1", line.getOrderName()),
                event,
                line.getLineKey(),
                Micros.of(now),
                Micros.of(now));
    }

    private static BigDecimal decimal(String number) {
        return new BigDecimal(number).setScale(6);
    }

    /** A job that is cancelled in the end. */
    private record Running(JobClient job) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            if (!job.getJobStatus().get().isGloballyTerminalState()) {
                job.cancel().get();
            }
        }
    }
}
