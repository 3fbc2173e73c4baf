package io.milepost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.cli.replay.BpiFeed;
import io.milepost.cli.replay.BpiLog;
import io.milepost.e2e.stack.Expectation;
import io.milepost.e2e.stack.Interruptions;
import io.milepost.e2e.stack.SharedData;
import io.milepost.e2e.stack.SharedStack;
import io.milepost.local.feed.FeedPublisher;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.Speed;
import io.milepost.local.oracle.Oracle;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.RunOptions;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.local.views.Postings;
import io.milepost.local.views.ViewCounts;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The BPI Challenge 2019 log through the real job: long lines, and very many rows that say the same
 * and are all real. Figures are counted from what comes out.
 */
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The BPI Challenge 2019 log")
class BpiReplayTest {

    private static final Duration DEADLINE = Duration.ofMinutes(5);
    private static final Postings EXPECTED =
            new Postings(75_900, 949, 164_975, 18_937, 825, 13_695, 14_539, 11_128);

    private BpiFeed feed;

    @BeforeAll
    void readLog() throws IOException {
        BpiLog log = BpiLog.read(SharedData.require("bpic2019/bpic2019_3way_after.csv.gz"));
        assertThat(log.problems()).isEmpty();
        feed = BpiFeed.of(log);
        assertThat(feed.events()).hasSize(319_233);
    }

    @ParameterizedTest(name = "parallelism 2, TaskManagers lost half way: {0}")
    @ValueSource(booleans = {false, true})
    void givesTheFiguresOfTheLog(boolean failure, EmbeddedStack stack) throws Exception {
        RunOptions options =
                RunOptions.defaults().withTopicPrefix("bpi-" + failure + ".").withParallelism(2);
        try (EmbeddedRun run = EmbeddedRun.on(stack, options, List.of())) {
            try (FeedPublisher publisher = run.publisher(Speed.MAX, Micros.DAY, feed.endMicros())) {
                publisher.publish(
                        failure
                                ? Interruptions.halfWay(
                                        feed.events(),
                                        stack,
                                        run.views(),
                                        counts -> counts.lines() > 0)
                                : feed.events().iterator());
            }
            run.views().awaitClock(feed.endMicros(), DEADLINE);
            ViewCounts counts = run.views().counts();
            assertThat(counts.lines()).as("lines").isEqualTo(15_182);
            assertThat(counts.deadLetters()).as("dead letters").isZero();
            assertThat(Postings.of(run.views().statuses().values())).isEqualTo(EXPECTED);
            Expectation.assertConserved(run.views(), feed.events().size());
            assertThat(stack.cluster().hasRestarted(run.job().getJobID()))
                    .as("the job was restarted")
                    .isEqualTo(failure);
            Expectation.assertSame(
                    run.views(), new Oracle(List.of(), feed.endMicros()).judge(feed.events()));
        }
    }
}
