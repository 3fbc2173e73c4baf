package io.milepost.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.cli.policies.PolicyFiles;
import io.milepost.e2e.stack.Expectation;
import io.milepost.e2e.stack.Interruptions;
import io.milepost.e2e.stack.Living;
import io.milepost.e2e.stack.Rules;
import io.milepost.e2e.stack.SharedStack;
import io.milepost.events.SlaPolicy;
import io.milepost.local.distributor.DistributorSimulation;
import io.milepost.local.feed.FeedPublisher;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.Speed;
import io.milepost.local.feed.TimedEvent;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.RunOptions;
import io.milepost.local.stack.EmbeddedStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The generated distributor through the real job, by rules of every kind, held against the plain
 * Java oracle.
 */
@ExtendWith(SharedStack.class)
@DisplayName("A living distributor")
class LivingDistributorTest {

    private static final Duration DEADLINE = Duration.ofMinutes(3);
    private static final long END = Micros.of(Instant.parse("2026-06-01T00:00:00Z"));

    /** So many commands have been read before the failure: without a checkpoint they come again. */
    private static final int TOLD = 10;

    private static final long SEED = Long.getLong("milepost.seed", 42L);

    /** Seed, lines, parallelism, failure; many more rows with {@code -Pfull}. */
    static Stream<Arguments> stories() {
        List<Arguments> rows = new ArrayList<>();
        rows.add(Arguments.of(SEED, 400, 1, false));
        rows.add(Arguments.of(SEED, 400, 2, true));
        if (Boolean.getBoolean("milepost.full")) {
            for (long seed = SEED + 1; seed <= SEED + 4; seed++) {
                rows.add(Arguments.of(seed, 2000, 1, true));
                rows.add(Arguments.of(seed, 2000, 2, false));
                rows.add(Arguments.of(seed, 2000, 2, true));
            }
        }
        return rows.stream();
    }

    @ParameterizedTest(
            name = "of {1} lines, seed {0}, parallelism {2}, TaskManagers lost half way: {3}")
    @MethodSource("stories")
    void endsAsTheOracleSays(
            long seed, int lines, int parallelism, boolean failure, EmbeddedStack stack)
            throws Exception {
        RunOptions options =
                RunOptions.defaults()
                        .withTopicPrefix("living-" + seed + "-" + parallelism + "-" + failure + ".")
                        .withParallelism(parallelism);
        DistributorSimulation story = new DistributorSimulation(seed, lines, END);
        List<SlaPolicy> rules = PolicyFiles.bundled(PolicyFiles.SHOWCASE);
        try (EmbeddedRun run = EmbeddedRun.on(stack, options, rules)) {
            publish(run, story, failure, stack);
            Expectation.assertSame(run.views(), Living.verdict(story, rules));
            Expectation.assertConserved(run.views(), story.events().size(), rules.size());
            assertThat(run.views().repeated()).as("records written twice").isEmpty();
            assertThat(stack.cluster().hasRestarted(run.job().getJobID()))
                    .as("the job was restarted")
                    .isEqualTo(failure);
        }
    }

    @Test
    void isToldTwiceAfterAFailureWhenTheGuaranteeIsOnlyAtLeastOnce(EmbeddedStack stack)
            throws Exception {
        // No checkpoint before the failure: everything that was told by then is told again.
        RunOptions options =
                RunOptions.defaults()
                        .withTopicPrefix("living-twice.")
                        .withCheckpointInterval(Duration.ofMinutes(4))
                        .withJobArguments("--guarantee=at-least-once");
        DistributorSimulation story = new DistributorSimulation(SEED, 400, END);
        try (EmbeddedRun run = EmbeddedRun.on(stack, options, Rules.demo())) {
            send(run, story, true, stack);
            run.views()
                    .awaitCondition(
                            "something to be told twice",
                            DEADLINE,
                            () -> !run.views().repeated().isEmpty());
            assertThatThrownBy(
                            () ->
                                    assertThat(run.views().repeated())
                                            .as("records written twice")
                                            .isEmpty())
                    .isInstanceOf(AssertionError.class);
        }
    }

    private static void publish(
            EmbeddedRun run, DistributorSimulation story, boolean failure, EmbeddedStack stack)
            throws InterruptedException {
        send(run, story, failure, stack);
        run.views().awaitClock(story.endMicros(), DEADLINE);
    }

    private static void send(
            EmbeddedRun run, DistributorSimulation story, boolean failure, EmbeddedStack stack)
            throws InterruptedException {
        Iterator<TimedEvent> events =
                failure
                        ? Interruptions.halfWay(
                                story.events(),
                                stack,
                                run.views(),
                                () -> run.views().commandsAsked().size() >= TOLD)
                        : story.events().iterator();
        try (FeedPublisher publisher = run.publisher(Speed.MAX, Micros.HOUR, story.endMicros())) {
            publisher.publish(events);
        }
    }
}
