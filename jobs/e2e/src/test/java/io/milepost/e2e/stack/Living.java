package io.milepost.e2e.stack;

import io.milepost.events.SlaPolicy;
import io.milepost.local.distributor.DistributorSimulation;
import io.milepost.local.feed.FeedPublisher;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.Speed;
import io.milepost.local.oracle.Oracle;
import io.milepost.local.oracle.OracleRule;
import io.milepost.local.oracle.OracleVerdict;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.RunOptions;
import io.milepost.local.stack.EmbeddedStack;
import java.time.Duration;
import java.util.List;

/** A generated distributor's story, sent through the job as a whole, and what must come of it. */
public final class Living {

    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private Living() {}

    /** Runs the job with rules until its outputs are complete; whoever called closes the run. */
    public static EmbeddedRun run(
            EmbeddedStack stack,
            RunOptions options,
            DistributorSimulation story,
            List<SlaPolicy> rules)
            throws Exception {
        EmbeddedRun run = EmbeddedRun.on(stack, options, rules);
        boolean complete = false;
        try (FeedPublisher publisher = run.publisher(Speed.MAX, Micros.HOUR, story.endMicros())) {
            publisher.publish(story.events().iterator());
            run.views().awaitClock(story.endMicros(), DEADLINE);
            complete = true;
            return run;
        } finally {
            if (!complete) {
                run.close();
            }
        }
    }

    /** What the oracle says of a story by rules. */
    public static OracleVerdict verdict(DistributorSimulation story, List<SlaPolicy> rules) {
        return new Oracle(OracleRule.of(rules), story.endMicros()).judge(story.events());
    }
}
