package io.milepost.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.cli.policies.PolicyFiles;
import io.milepost.cli.run.Feed;
import io.milepost.cli.run.Outcome;
import io.milepost.local.feed.FeedReport;
import io.milepost.local.views.Postings;
import io.milepost.local.views.ViewCounts;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OracleComparisonTest {

    @Test
    void resultsThatAreTheOraclesAreNotSpokenOf() throws IOException {
        assertThat(differences(outcome(0, 0, 0))).isEmpty();
    }

    @Test
    void everyCountThatDiffersIsNamed() throws IOException {
        assertThat(differences(outcome(7, 2, 9)).lines())
                .containsExactly(
                        "The results differ from the oracle's:",
                        "  lines              expected 0 but found 7",
                        "  warnings           expected 0 but found 9",
                        "  deadLetters        expected 0 but found 2");
    }

    private static String differences(Outcome outcome) throws IOException {
        return OracleComparison.differences(outcome, PolicyFiles.bundled(PolicyFiles.SHOWCASE), 0);
    }

    private static Outcome outcome(long lines, long deadLetters, long warnings) {
        return new Outcome(
                Feed.of(List.of(), 0),
                new FeedReport(0, 0, 0, false),
                0,
                new ViewCounts(
                        lines, Map.of(), 0, 0, 0, 0, 0, 0, deadLetters, 0, 0, 0, 0, warnings, 0, 0),
                Postings.of(List.of()),
                Map.of(),
                Duration.ZERO);
    }
}
