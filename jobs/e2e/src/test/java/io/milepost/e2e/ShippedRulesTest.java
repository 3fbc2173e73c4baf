package io.milepost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.cli.policies.PolicyFiles;
import io.milepost.e2e.stack.Expectation;
import io.milepost.e2e.stack.Living;
import io.milepost.e2e.stack.SharedStack;
import io.milepost.events.SlaPolicy;
import io.milepost.local.distributor.DistributorSimulation;
import io.milepost.local.feed.Micros;
import io.milepost.local.oracle.Oracle;
import io.milepost.local.oracle.OracleEpisode;
import io.milepost.local.oracle.OracleRule;
import io.milepost.local.oracle.OracleVerdict;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.RunOptions;
import io.milepost.local.stack.EmbeddedStack;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rules that ship for production, over the generated distributor, through the real job. */
@ExtendWith(SharedStack.class)
@DisplayName("The rules that ship")
class ShippedRulesTest {

    private static final long END = Micros.of(Instant.parse("2026-10-01T00:00:00Z"));
    private static final long WINTER = Micros.of(Instant.parse("2026-11-25T00:00:00Z"));
    private static final long SEED = Long.getLong("milepost.seed", 42L);
    private static final String LIVE = "2026-05-01T00:00:00Z";

    private final DistributorSimulation story = new DistributorSimulation(SEED, 400, END);

    @Test
    void endAsTheOracleSaysAlsoForACompanyThatWentLiveOnTheWay(EmbeddedStack stack)
            throws Exception {
        List<SlaPolicy> rules = PolicyFiles.bundled(PolicyFiles.DEFAULT);
        RunOptions options =
                RunOptions.defaults()
                        .withTopicPrefix("shipped.")
                        .withJobArguments("--go-live=2=" + LIVE);
        OracleVerdict verdict =
                new Oracle(OracleRule.of(rules), story.endMicros())
                        .withGoLive(Map.of("2", Micros.of(Instant.parse(LIVE))))
                        .judge(story.events());

        assertThat(names(verdict.breaches(), OracleEpisode::rule))
                .as("rules that are broken")
                .isEqualTo(names(rules, SlaPolicy::getRule));
        assertThat(verdict.warnings()).as("warnings").isNotEmpty();
        try (EmbeddedRun run = Living.run(stack, options, story, rules)) {
            Expectation.assertSame(run.views(), verdict);
            Expectation.assertConserved(run.views(), story.events().size(), rules.size());
        }
    }

    /** So many lines, over the end of summer time, that rare orders of knowledge come up. */
    @Test
    void ofEveryKindEndAsTheOracleSaysForManyLines(EmbeddedStack stack) throws Exception {
        List<SlaPolicy> rules = PolicyFiles.bundled(PolicyFiles.SHOWCASE);
        DistributorSimulation many = new DistributorSimulation(SEED, 2000, WINTER);
        OracleVerdict verdict =
                new Oracle(OracleRule.of(rules), many.endMicros()).judge(many.events());

        RunOptions options = RunOptions.defaults().withTopicPrefix("shipped-many.");
        try (EmbeddedRun run = Living.run(stack, options, many, rules)) {
            Expectation.assertSame(run.views(), verdict);
            Expectation.assertConserved(run.views(), many.events().size(), rules.size());
        }
    }

    private static <T> Set<String> names(List<T> all, Function<T, String> name) {
        return all.stream().map(name).collect(Collectors.toSet());
    }
}
