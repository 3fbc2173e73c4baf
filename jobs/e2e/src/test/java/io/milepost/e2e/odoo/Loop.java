package io.milepost.e2e.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.e2e.stack.Feeder;
import io.milepost.events.Acknowledgement;
import io.milepost.events.CommandKind;
import io.milepost.events.CommandOutcome;
import io.milepost.events.Document;
import io.milepost.events.Envelope;
import io.milepost.events.LineAnswer;
import io.milepost.events.LineReference;
import io.milepost.events.LineStatus;
import io.milepost.events.OdooResult;
import io.milepost.events.Reference;
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
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Three jobs around an Odoo: an order goes out of it, and what the supplier says into it. */
final class Loop {

    static {
        TrustedEvents.trust();
    }

    private static final Duration DEADLINE = Duration.ofMinutes(1);

    /** What the supplier's first word asks for. */
    private static final List<CommandKind> FIRST =
            List.of(
                    CommandKind.SET_LINE_DATE,
                    CommandKind.POST_NOTE,
                    CommandKind.REVIEW_ACTIVITY,
                    CommandKind.ACKNOWLEDGE_ORDER,
                    CommandKind.SET_VENDOR_REFERENCE,
                    CommandKind.REVIEW_SALE_PROMISE);

    private Loop() {}

    /**
     * A supplier confirms a part of an order, the milestones job is rolled back to before it, goods
     * are shipped, and a person changes what the supplier changes next.
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

            supplier.send(confirms(ordered, 1, "60", Instant.parse("2026-12-20T08:00:00Z")));
            UpdateOutputs results = updates.outputs();
            results.await("results", DEADLINE, () -> results.results().size() == FIRST.size());
            assertThat(results.results())
                    .extracting(OdooResult::getKind)
                    .containsExactlyInAnyOrderElementsOf(FIRST);
            // No sale order waits for the line, so that one is as it was already.
            assertThat(results.outcomes())
                    .containsOnlyKeys(CommandOutcome.APPLIED, CommandOutcome.DUPLICATE)
                    .containsEntry(CommandOutcome.DUPLICATE, 1L);
            assertOnce(site, line);

            // It has forgotten what it asked for. What it asks for again is done once; the ship
            // notice comes after all of it.
            milestones.stopWithSavepoint();
            milestones.restart(before);
            supplier.send(
                    Goods.shipped(
                            ordered,
                            byId(ordered),
                            "S-1",
                            "60",
                            Instant.parse("2026-12-22T08:00:00Z"),
                            Goods.tracking("1Z999")));
            results.await(
                    "the receipt's commands",
                    DEADLINE,
                    () -> results.of(CommandKind.SET_RECEIPT_DATE).size() == 1);
            assertOnce(site, line);
            assertThat(site.tracking(line.order())).contains("1Z999");
            assertThat(results.outcomes())
                    .containsOnlyKeys(CommandOutcome.APPLIED, CommandOutcome.DUPLICATE);
            assertThat(changes.job().getJobStatus().get().isTerminalState())
                    .as("odoo-changes ended")
                    .isFalse();

            // A person changes the date, and nobody has seen that yet when the supplier speaks.
            changes.close();
            site.edit(line, "2026-12-24 08:00:00");
            supplier.send(confirms(ordered, 2, "100", Instant.parse("2026-12-28T08:00:00Z")));
            milestones
                    .views()
                    .awaitCondition(
                            "the conflict in the line's status",
                            DEADLINE,
                            () ->
                                    milestones
                                            .views()
                                            .statuses()
                                            .get(line.key())
                                            .getConflicts()
                                            .contains(CommandKind.SET_LINE_DATE));
            assertThat(site.date(line)).isEqualTo("2026-12-24 08:00:00");
            results.await(
                    "the activity's end",
                    DEADLINE,
                    () -> results.of(CommandKind.COMPLETE_ACTIVITY).size() == 1);
            assertThat(site.activities(line.order())).as("activities").isZero();

            // What the person has is known by the conflict; the supplier's next word counts.
            supplier.send(confirms(ordered, 3, "100", Instant.parse("2026-12-29T08:00:00Z")));
            milestones
                    .views()
                    .awaitCondition(
                            "no conflict in the line's status",
                            DEADLINE,
                            () ->
                                    milestones
                                            .views()
                                            .statuses()
                                            .get(line.key())
                                            .getConflicts()
                                            .isEmpty());
            results.await(
                    "the next date",
                    DEADLINE,
                    () ->
                            results.of(CommandKind.SET_LINE_DATE).stream()
                                    .anyMatch(r -> "2026-12-29 08:00:00".equals(r.getValue())));
            assertThat(site.date(line)).isEqualTo("2026-12-29 08:00:00");
            assertThat(milestones.views().breaches()).isEmpty();
            assertThat(milestones.views().warnings()).isEmpty();
        }
    }

    private static void assertOnce(Site site, Site.Line line) throws Exception {
        assertThat(site.date(line)).isEqualTo("2026-12-20 08:00:00");
        assertThat(site.activities(line.order())).as("activities").isOne();
        assertThat(site.notes(line.order(), "40 C62 not answered")).as("notes").isOne();
        assertThat(site.acknowledged(line.order())).as("acknowledged").isTrue();
        assertThat(site.vendorReference(line.order())).isEqualTo("SO-7781");
    }

    static JobClient changes(EmbeddedStack stack, Site site, String name) throws Exception {
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

    /** The supplier confirms a quantity of the line for a day. */
    static TimedEvent confirms(LineStatus line, int number, String quantity, Instant day) {
        return confirms(line, byId(line), number, Map.of(day, quantity));
    }

    /** The supplier confirms a quantity for each of some days. */
    static TimedEvent confirms(
            LineStatus line, LineReference named, int number, Map<Instant, String> days) {
        List<ScheduleLine> parts = new ArrayList<>();
        new TreeMap<>(days)
                .forEach(
                        (day, quantity) ->
                                parts.add(
                                        ScheduleLine.newBuilder()
                                                .setNumber(parts.size() + 1)
                                                .setAnswer(LineAnswer.ACCEPTED)
                                                .setQuantity(decimal(quantity))
                                                .setUnit(line.getUnit())
                                                .setPromisedAt(day)
                                                .build()));
        return says(
                line,
                named,
                "A-" + number,
                Acknowledgement.newBuilder()
                        .setSchedule(parts)
                        .setVendorReference("SO-7781")
                        .build(),
                List.of());
    }

    /** The line as a supplier names it that gives our own ids back. */
    static LineReference byId(LineStatus line) {
        LineKey key = LineKey.parse(line.getLineKey());
        return LineReference.newBuilder().setOrderId(key.orderId()).setLineId(key.lineId()).build();
    }

    /** The supplier says something of a line, in a document of its own. */
    static TimedEvent says(
            LineStatus line,
            LineReference named,
            String number,
            Object body,
            List<Reference> references) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Envelope envelope =
                new Envelope(
                        number,
                        "edi-x12",
                        "odoo",
                        "1",
                        line.getVendor(),
                        now,
                        now,
                        now,
                        references,
                        null);
        SupplierEvent event =
                SupplierEvent.newBuilder()
                        .setEnvelope(envelope)
                        .setDocument(
                                Document.newBuilder().setNumber(number).setIssuedAt(now).build())
                        .setOrderName(line.getOrderName())
                        .setLine(named)
                        .setBody(body)
                        .build();
        return new TimedEvent(
                Catalogue.SUPPLIER_EVENTS,
                FeedKeys.order("odoo", "1", line.getOrderName()),
                event,
                line.getLineKey(),
                Micros.of(now),
                Micros.of(now));
    }

    static BigDecimal decimal(String number) {
        return new BigDecimal(number).setScale(6);
    }

    /** A job that is cancelled in the end. */
    record Running(JobClient job) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            if (!job.getJobStatus().get().isGloballyTerminalState()) {
                job.cancel().get();
            }
        }
    }
}
