package io.milepost.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.e2e.stack.Expectation;
import io.milepost.e2e.stack.Feeder;
import io.milepost.e2e.stack.Rules;
import io.milepost.e2e.stack.SharedStack;
import io.milepost.e2e.stack.Story;
import io.milepost.e2e.stack.WrongClocks;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.MilestoneName;
import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.Partitions;
import io.milepost.local.feed.Micros;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.RunOptions;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The clock through the real job: only heartbeats move it, and a missing one stops it. */
@ExtendWith(SharedStack.class)
@DisplayName("The heartbeat clock")
class ClockTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /** Several checkpoints. */
    private static final Duration STANDS_STILL = Duration.ofSeconds(4);

    private static final Instant ORDERED = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant PROMISED = Instant.parse("2026-03-05T12:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-03-05T20:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-03-06T00:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-03-06T06:00:00Z");

    /** The feed that carries the receipts of the story's line. */
    private static final String RECEIPTS = receiptsFeed();

    @Test
    void firesABreachInASilentNightWhoseHeartbeatsGoOn(EmbeddedStack stack) throws Exception {
        try (EmbeddedRun run = run(stack, "clock-night");
                Feeder feeder = new Feeder(run)) {
            feeder.send(Story.ordered(ORDERED, PROMISED));
            feeder.heartbeats(MIDNIGHT.minusMillis(1));
            run.views().awaitClock(Micros.of(MIDNIGHT.minusMillis(1)), DEADLINE);
            assertThat(run.views().alertRecords()).as("alerts before midnight").isZero();

            feeder.heartbeats(MIDNIGHT);
            run.views().awaitClock(Micros.of(MIDNIGHT), DEADLINE);
            assertThat(run.views().breaches().values())
                    .singleElement()
                    .satisfies(
                            alert -> {
                                assertThat(alert.lineKey()).isEqualTo(Story.LINE);
                                assertThat(alert.status()).isEqualTo(EpisodeStatus.OPEN);
                                assertThat(alert.deadlineMicros()).isEqualTo(Micros.of(MIDNIGHT));
                                assertThat(alert.openedMicros()).isEqualTo(Micros.of(MIDNIGHT));
                            });
            Expectation.assertConserved(run.views(), 1, 1);
        }
    }

    @Test
    void accusesNobodyWhileAFeedIsSilentSaysSoAndThenTellsTheTruth(EmbeddedStack stack)
            throws Exception {
        try (EmbeddedRun run = run(stack, "clock-silent");
                Feeder feeder = new Feeder(run)) {
            silentFeedThatReturns(run, feeder);
            Expectation.assertConserved(run.views(), 2, 1);
        }
    }

    @Test
    void wouldAccuseTheSupplierIfSilentFeedsWereLeftOut(EmbeddedStack stack) throws Exception {
        RunOptions wrong = options("clock-forgetting", WrongClocks.forgettingSilentFeeds());
        try (EmbeddedRun run = EmbeddedRun.on(stack, wrong, List.of(Rules.receipt()));
                Feeder feeder = new Feeder(run)) {
            assertThatThrownBy(() -> silentFeedThatReturns(run, feeder))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("alerts about the line");
        }
    }

    @Test
    void raisesNoFalseBreachAfterTwoHoursOfDowntime(EmbeddedStack stack) throws Exception {
        try (EmbeddedRun run = run(stack, "clock-downtime");
                Feeder feeder = new Feeder(run)) {
            downtimeOverTheDeadline(run, feeder);
            Expectation.assertConserved(run.views(), 2, 1);
        }
    }

    @Test
    void wouldRaiseAFalseBreachAfterDowntimeByTheClockOnTheWall(EmbeddedStack stack)
            throws Exception {
        RunOptions wrong = options("clock-wall", WrongClocks.onTheWall());
        try (EmbeddedRun run = EmbeddedRun.on(stack, wrong, List.of(Rules.receipt()));
                Feeder feeder = new Feeder(run)) {
            assertThatThrownBy(() -> downtimeOverTheDeadline(run, feeder))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("alerts about the line");
        }
    }

    @Test
    void wouldStandStillIfWhatOdooAnswersHeldIt(EmbeddedStack stack) throws Exception {
        RunOptions wrong =
                RunOptions.defaults()
                        .withTopicPrefix("clock-held.")
                        .withClockOfAnswers(new HeartbeatWatermarks());
        try (EmbeddedRun run = EmbeddedRun.on(stack, wrong, List.of(Rules.receipt()));
                Feeder feeder = new Feeder(run);
                Feeder odoo = new Feeder(run.kafka(), run.registry(), List.of(Catalogue.RESULTS))) {
            feeder.send(Story.ordered(ORDERED, PROMISED));
            feeder.heartbeats(MIDNIGHT);
            run.views().awaitCounts("the line to be ordered", DEADLINE, c -> c.lines() == 1);

            assertThatThrownBy(() -> run.views().awaitClock(Micros.of(MIDNIGHT), STANDS_STILL))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(run.views().alertRecords()).as("alerts about the line").isZero();

            odoo.heartbeats(MIDNIGHT);
            run.views().awaitClock(Micros.of(MIDNIGHT), DEADLINE);
            assertThat(run.views().breaches()).as("breaches").hasSize(1);
        }
    }

    private static void silentFeedThatReturns(EmbeddedRun run, Feeder feeder) throws Exception {
        feeder.send(Story.ordered(ORDERED, PROMISED));
        feeder.heartbeats(EVENING);
        run.views().awaitClock(Micros.of(EVENING), DEADLINE);

        feeder.heartbeats(MORNING, feed -> !feed.equals(RECEIPTS));
        run.views()
                .awaitFeedAlert(
                        RECEIPTS + " to be reported silent",
                        DEADLINE,
                        alert ->
                                alert.getFeed().endsWith(RECEIPTS)
                                        && alert.getStatus() == EpisodeStatus.OPEN);
        assertThat(run.views().alertRecords()).as("alerts about the line").isZero();
        assertThat(run.views().feedAlerts())
                .filteredOn(alert -> alert.getFeed().endsWith(RECEIPTS))
                .singleElement()
                .satisfies(alert -> assertThat(alert.getUnknownLines()).isEqualTo(1));

        feeder.send(Story.received(EVENING.plusSeconds(600)));
        feeder.heartbeats(MORNING);
        run.views().awaitClock(Micros.of(MORNING), DEADLINE);
        assertThat(run.views().alertRecords()).as("alerts about the line").isZero();
        assertReceived(run);
        run.views()
                .awaitFeedAlert(
                        RECEIPTS + " to be back",
                        DEADLINE,
                        alert ->
                                alert.getFeed().endsWith(RECEIPTS)
                                        && alert.getStatus() == EpisodeStatus.CLEARED);
    }

    /** The receipt came in time and waits in Kafka while the job is down, over the deadline. */
    private static void downtimeOverTheDeadline(EmbeddedRun run, Feeder feeder) throws Exception {
        feeder.send(Story.ordered(ORDERED, PROMISED));
        feeder.heartbeats(MIDNIGHT.minus(Duration.ofHours(1)));
        run.views().awaitCounts("the line to be ordered", DEADLINE, counts -> counts.lines() == 1);
        String savepoint = run.stopWithSavepoint();

        feeder.send(Story.received(MIDNIGHT.minus(Duration.ofMinutes(50))));
        for (int minutes = -45; minutes <= 60; minutes += 15) {
            feeder.heartbeats(MIDNIGHT.plus(Duration.ofMinutes(minutes)));
        }
        run.restart(savepoint);
        run.views().awaitClock(Micros.of(MIDNIGHT.plus(Duration.ofMinutes(60))), DEADLINE);
        assertThat(run.views().alertRecords()).as("alerts about the line").isZero();
        assertReceived(run);
    }

    private static void assertReceived(EmbeddedRun run) {
        assertThat(run.views().milestones().get(Story.LINE)).containsKey(MilestoneName.RECEIVED);
    }

    private static EmbeddedRun run(EmbeddedStack stack, String prefix)
            throws IOException, InterruptedException {
        return EmbeddedRun.on(
                stack,
                RunOptions.defaults()
                        .withTopicPrefix(prefix + ".")
                        .withJobArguments("--feed-silence=2 s"),
                List.of(Rules.receipt()));
    }

    private static RunOptions options(String prefix, WatermarkStrategy<InboundRecord> clock) {
        return RunOptions.defaults()
                .withTopicPrefix(prefix + ".")
                .withJobArguments("--feed-silence=2 s")
                .withClock(clock);
    }

    private static String receiptsFeed() {
        int partition = Partitions.of(Story.LINE, Catalogue.RECEIPTS.partitions());
        return Catalogue.RECEIPTS.name() + "/" + partition;
    }
}
