package io.milepost.e2e.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.e2e.stack.Feeder;
import io.milepost.e2e.stack.Rules;
import io.milepost.e2e.stack.SharedStack;
import io.milepost.events.LineStage;
import io.milepost.events.LineStatus;
import io.milepost.events.MilestoneName;
import io.milepost.local.feed.Micros;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.RunOptions;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A company goes live with an Odoo that it has worked in for years. */
@ExtendWith(SharedStack.class)
@DisplayName("Three years of orders")
class GoLiveTest {

    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final int ANSWERED = 20;

    @Test
    void areShownAndAskAndAlertNobodyBeforeTheCompanyIsLive(EmbeddedStack stack) throws Exception {
        Instant live = Instant.now().plus(Duration.ofHours(1));
        assertSilent(stack, "go-live", 1500, "--go-live=*=" + live);
    }

    @Test
    void wouldAlertForEveryLateLineIfTheCompanyHadBeenLiveAllTheTime(EmbeddedStack stack) {
        assertThatThrownBy(() -> assertSilent(stack, "live-always", 40))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("[breaches]")
                .hasMessageContaining("[commands]");
    }

    private static void assertSilent(
            EmbeddedStack stack, String name, int orders, String... arguments) throws Exception {
        History history = new History();
        RunOptions options =
                RunOptions.defaults()
                        .withTopicPrefix(name + ".")
                        .withCheckpointInterval(Duration.ofMillis(300))
                        .withJobArguments(arguments);
        try (OdooSite site =
                OdooSite.start(EmbeddedOdooOptions.version18().withClock(history.clock()))) {
            history.pass(site, orders);
            int lines = orders * History.LINES_OF_EACH;
            try (EmbeddedRun milestones = EmbeddedRun.on(stack, options, Rules.demo());
                    Loop.Running changes = new Loop.Running(Loop.changes(stack, site, name));
                    Feeder supplier = new Feeder(milestones)) {
                milestones
                        .views()
                        .awaitCounts("all lines", DEADLINE, counts -> counts.lines() == lines);
                Map<String, LineStatus> known = milestones.views().statuses();
                List<LineStatus> open =
                        known.values().stream()
                                .filter(line -> line.getStage() == LineStage.OPEN)
                                .limit(ANSWERED)
                                .toList();
                int number = 0;
                for (LineStatus line : open) {
                    Instant day = Instant.now().plus(Duration.ofDays(9));
                    supplier.send(Loop.confirms(line, ++number, "60", day));
                }
                Instant until = Instant.now().plusSeconds(1);
                // From here on the clock is that of Odoo's own feeds.
                supplier.heartbeats(
                        until.plus(Duration.ofDays(1)), feed -> !feed.startsWith("odoo."));
                milestones.views().awaitClock(Micros.of(until), DEADLINE);

                Map<MilestoneName, Long> furthest = milestones.views().counts().linesByMilestone();
                assertThat(furthest)
                        .as("how far the lines are")
                        .containsEntry(MilestoneName.ACKNOWLEDGED, (long) open.size());
                assertThat(furthest.values().stream().mapToLong(Long::longValue).sum())
                        .as("lines that are shown")
                        .isEqualTo(lines);
                assertThat(milestones.views().counts().linesReceived()).isPositive();
                assertNothing(milestones);
                assertThat(changes.job().getJobStatus().get().isTerminalState())
                        .as("odoo-changes ended")
                        .isFalse();
            }
        }
    }

    private static void assertNothing(EmbeddedRun milestones) {
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(milestones.views().breaches()).as("breaches").isEmpty();
        softly.assertThat(milestones.views().alertRecords()).as("records of breaches").isZero();
        softly.assertThat(milestones.views().warnings()).as("warnings").isEmpty();
        softly.assertThat(milestones.views().commandsAsked()).as("commands").isEmpty();
        softly.assertAll();
    }
}
