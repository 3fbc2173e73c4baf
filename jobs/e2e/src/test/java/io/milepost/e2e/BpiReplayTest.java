package io.milepost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.cli.policies.PolicyFiles;
import io.milepost.cli.replay.BpiFeed;
import io.milepost.cli.replay.BpiLog;
import io.milepost.e2e.stack.Expectation;
import io.milepost.e2e.stack.Interruptions;
import io.milepost.e2e.stack.SharedData;
import io.milepost.e2e.stack.SharedStack;
import io.milepost.local.feed.FeedPublisher;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.Speed;
import io.milepost.local.feed.TimedEvent;
import io.milepost.local.oracle.Oracle;
import io.milepost.local.oracle.OracleRule;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.RunOptions;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.local.views.Postings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The BPI Challenge 2019 log through the real job, under the rule that is shipped for it: long
 * lines, and very many rows that say the same and are all real. Figures are counted from what comes
 * out, and everything is as the oracle says.
 */
@ExtendWith(SharedStack.class)
@DisplayName("The BPI Challenge 2019 log")
class BpiReplayTest {

    private static final Duration DEADLINE = Duration.ofMinutes(5);
    private static final Postings OF_THE_LOG =
            new Postings(75_900, 949, 164_975, 18_937, 825, 13_695, 14_539, 11_128);

    @ParameterizedTest(name = "parallelism 2, TaskManagers lost half way: {0}")
    @ValueSource(booleans = {false, true})
    void givesTheFiguresOfTheLog(boolean failure, EmbeddedStack stack) throws Exception {
        BpiFeed feed = feed(SharedData.require("bpic2019/bpic2019_3way_after.csv.gz"));
        assertThat(feed.events()).hasSize(319_233);
        try (EmbeddedRun run = run(stack, "bpi-" + failure)) {
            publish(
                    run,
                    feed,
                    failure
                            ? Interruptions.halfWay(
                                    feed.events(),
                                    stack,
                                    run.views(),
                                    () -> run.views().counts().lines() > 0)
                            : feed.events().iterator());
            assertThat(Postings.of(run.views().statuses().values())).isEqualTo(OF_THE_LOG);
            assertThat(run.views().counts().lines()).as("lines").isEqualTo(15_182);
            assertThat(stack.cluster().hasRestarted(run.job().getJobID()))
                    .as("the job was restarted")
                    .isEqualTo(failure);
            assertComplete(run, feed);
        }
    }

    @Test
    void refusesNothingOfTheOtherCategories(EmbeddedStack stack) throws Exception {
        BpiFeed feed =
                feed(
                        Path.of(
                                BpiReplayTest.class
                                        .getResource("bpic2019-other-categories.csv")
                                        .toURI()));
        try (EmbeddedRun run = run(stack, "bpi-other")) {
            publish(run, feed, feed.events().iterator());
            assertThat(Postings.of(run.views().statuses().values()))
                    .isEqualTo(new Postings(3, 1, 1, 3, 1, 2, 2, 2));
            assertComplete(run, feed);
        }
    }

    private static BpiFeed feed(Path file) throws IOException {
        BpiLog log = BpiLog.read(file);
        assertThat(log.problems()).isEmpty();
        return BpiFeed.of(log);
    }

    private static EmbeddedRun run(EmbeddedStack stack, String prefix)
            throws IOException, InterruptedException {
        RunOptions options = RunOptions.defaults().withTopicPrefix(prefix + ".").withParallelism(2);
        return EmbeddedRun.on(stack, options, PolicyFiles.bundled(PolicyFiles.BPIC2019));
    }

    private static void publish(EmbeddedRun run, BpiFeed feed, Iterator<TimedEvent> events)
            throws InterruptedException {
        try (FeedPublisher publisher = run.publisher(Speed.MAX, Micros.DAY, feed.endMicros())) {
            publisher.publish(events);
        }
        run.views().awaitClock(feed.endMicros(), DEADLINE);
    }

    private static void assertComplete(EmbeddedRun run, BpiFeed feed) throws InterruptedException {
        assertThat(run.views().deadLetters()).as("dead letters").isEmpty();
        Expectation.assertConserved(run.views(), feed.events().size(), 1);
        Expectation.assertSame(
                run.views(),
                new Oracle(OracleRule.bpic2019(), feed.endMicros()).judge(feed.events()));
    }
}
