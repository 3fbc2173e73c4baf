package io.milepost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.cli.replay.ScmsFeed;
import io.milepost.cli.replay.ScmsLog;
import io.milepost.cli.replay.Shuffle;
import io.milepost.e2e.stack.Expectation;
import io.milepost.e2e.stack.Interruptions;
import io.milepost.e2e.stack.Rules;
import io.milepost.e2e.stack.SharedData;
import io.milepost.e2e.stack.SharedStack;
import io.milepost.events.DeadLetter;
import io.milepost.local.feed.FeedPublisher;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.Speed;
import io.milepost.local.feed.TimedEvent;
import io.milepost.local.oracle.Oracle;
import io.milepost.local.oracle.OracleRule;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.RunOptions;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.local.views.AlertView;
import io.milepost.local.views.ViewCounts;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The SCMS delivery history through the real job, with the figures that the log itself holds. */
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The SCMS delivery history")
class ScmsReplayTest {

    private static final Duration DEADLINE = Duration.ofMinutes(3);
    private static final double DOUBLED = 0.1;

    private ScmsFeed feed;

    @BeforeAll
    void readLog() throws IOException {
        feed =
                ScmsFeed.of(
                        ScmsLog.read(SharedData.require("scms/SCMS_Delivery_History_Dataset.csv")));
    }

    @ParameterizedTest(name = "parallelism {0}, TaskManagers lost half way: {1}")
    @CsvSource({"1,false", "2,false", "1,true", "2,true"})
    void givesTheFiguresOfTheLog(int parallelism, boolean failure, EmbeddedStack stack)
            throws Exception {
        try (EmbeddedRun run = run(stack, "scms-" + parallelism + "-" + failure, parallelism)) {
            Iterator<TimedEvent> events = feed.events().iterator();
            publish(
                    run,
                    failure
                            ? Interruptions.halfWay(
                                    feed.events(),
                                    stack,
                                    run.views(),
                                    () -> run.views().counts().lines() > 0)
                            : events);
            assertFigures(run);
            Expectation.assertConserved(run.views(), feed.events().size(), 1);
            assertThat(stack.cluster().hasRestarted(run.job().getJobID()))
                    .as("the job was restarted")
                    .isEqualTo(failure);
            Expectation.assertSame(
                    run.views(),
                    new Oracle(OracleRule.scms(), feed.endMicros()).judge(feed.events()));
        }
    }

    @Test
    void endsTheSameWhenEventsAreShuffledWithinEachLineAndATenthIsDoubled(EmbeddedStack stack)
            throws Exception {
        Map<String, AlertView> inOrder;
        try (EmbeddedRun run = run(stack, "scms-sorted", 2)) {
            publish(run, feed.events().iterator());
            inOrder = run.views().breaches();
            Expectation.assertConserved(run.views(), feed.events().size(), 1);
        }
        long seed = Long.getLong("milepost.seed", 20261125L);
        System.getLogger("seed").log(System.Logger.Level.INFO, "-Dmilepost.seed=" + seed);
        List<TimedEvent> shuffled = new Shuffle(seed, DOUBLED).shuffle(feed.events());
        assertThat(shuffled).as("seed %s", seed).hasSizeGreaterThan(feed.events().size());
        try (EmbeddedRun run = run(stack, "scms-shuffled", 2)) {
            publish(run, shuffled.iterator());
            assertFigures(run);
            assertThat(run.views().breaches())
                    .as("episodes with their ids, seed %s", seed)
                    .isEqualTo(inOrder);
            Expectation.assertConserved(run.views(), shuffled.size(), 1);
        }
    }

    private static EmbeddedRun run(EmbeddedStack stack, String prefix, int parallelism)
            throws IOException, InterruptedException {
        RunOptions options =
                RunOptions.defaults().withTopicPrefix(prefix + ".").withParallelism(parallelism);
        return EmbeddedRun.on(stack, options, List.of(Rules.receipt()));
    }

    private void publish(EmbeddedRun run, Iterator<TimedEvent> events) throws InterruptedException {
        try (FeedPublisher publisher = run.publisher(Speed.MAX, Micros.DAY, feed.endMicros())) {
            publisher.publish(events);
        }
        run.views().awaitClock(feed.endMicros(), DEADLINE);
    }

    private static void assertFigures(EmbeddedRun run) {
        ViewCounts counts = run.views().counts();
        assertThat(counts.lines()).as("lines").isEqualTo(10_324);
        assertThat(counts.linesReceived()).as("lines received").isEqualTo(10_324);
        assertThat(counts.alertsCleared() + counts.alertsOpen())
                .as("breaches standing: delivered after the promise")
                .isEqualTo(1_186);
        assertThat(counts.alertsRetracted())
                .as("breaches retracted: delivered in time, recorded later")
                .isEqualTo(1_046);
        assertThat(counts.linesNeverAlerted()).as("lines never alerted").isEqualTo(8_092);
        assertThat(run.views().deadLetters())
                .extracting(DeadLetter::getMessage)
                .as("dead letters")
                .isEmpty();
        assertThat(run.views().statuses().keySet()).as("lines").hasSize(10_324);
        assertThat(run.views().commandsAsked()).as("commands").isEmpty();
    }
}
