package io.milepost.e2e;

import io.milepost.cli.policies.PolicyFiles;
import io.milepost.e2e.stack.Expectation;
import io.milepost.e2e.stack.SharedStack;
import io.milepost.events.SlaPolicy;
import io.milepost.local.distributor.DistributorSimulation;
import io.milepost.local.feed.FeedPublisher;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.Speed;
import io.milepost.local.oracle.Oracle;
import io.milepost.local.oracle.OracleRule;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.RunOptions;
import io.milepost.local.stack.EmbeddedStack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rules that ship, over the generated distributor, through the real job. */
@ExtendWith(SharedStack.class)
@DisplayName("The rules that ship")
class ShippedRulesTest {

    private static final Duration DEADLINE = Duration.ofMinutes(3);
    private static final long END = Micros.of(Instant.parse("2026-10-01T00:00:00Z"));
    private static final long SEED = Long.getLong("milepost.seed", 42L);

    private final DistributorSimulation story = new DistributorSimulation(SEED, 400, END);

    @Test
    void endAsTheOracleSays(EmbeddedStack stack) throws Exception {
        List<SlaPolicy> rules =
                PolicyFiles.bundled(System.getProperty("rules", PolicyFiles.DEFAULT));
        try (EmbeddedRun run = run(stack, "shipped.", rules)) {
            Expectation.assertSame(
                    run.views(),
                    new Oracle(OracleRule.of(rules), story.endMicros()).judge(story.events()));
        }
    }

    private EmbeddedRun run(EmbeddedStack stack, String prefix, List<SlaPolicy> rules)
            throws Exception {
        RunOptions options = RunOptions.defaults().withTopicPrefix(prefix);
        EmbeddedRun run = EmbeddedRun.on(stack, options, rules);
        try (FeedPublisher publisher = run.publisher(Speed.MAX, Micros.HOUR, story.endMicros())) {
            publisher.publish(story.events().iterator());
        }
        run.views().awaitClock(story.endMicros(), DEADLINE);
        return run;
    }
}
