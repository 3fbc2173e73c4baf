package io.milepost.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.MilestoneName;
import io.milepost.local.feed.TimedEvent;
import io.milepost.local.oracle.Oracle;
import io.milepost.local.oracle.OracleRule;
import io.milepost.local.oracle.OracleVerdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole SCMS delivery history; skipped where the file is not there. */
class ScmsRealLogTest {

    private static final String FILE = "scms/SCMS_Delivery_History_Dataset.csv";

    private static ScmsLog log;
    private static ScmsFeed feed;
    private static OracleVerdict verdict;

    @BeforeAll
    static void readTheLog() throws Exception {
        Optional<Path> file = SharedData.find(FILE);
        Assumptions.assumeTrue(
                file.isPresent(),
                "skipped: "
                        + FILE
                        + " is neither under -Dmilepost.shared nor in a folder shared/data beside"
                        + " the project");
        log = ScmsLog.read(file.get());
        feed = ScmsFeed.of(log);
        verdict = judge(feed.events());
    }

    @Test
    void everyRowIsReadAndGivesAnOrderANoticeAndAReceipt() {
        assertThat(log.problems()).isEmpty();
        assertThat(log.rows().size()).isEqualTo(10_324);
        assertThat(feed.events().size()).isEqualTo(3 * 10_324);
        assertThat(verdict.unmatched() + verdict.deadLetters()).isZero();
    }

    @Test
    void theFiguresOfTheLogComeOutExactly() {
        assertThat(verdict.linesWith(MilestoneName.RECEIVED)).isEqualTo(10_324);
        assertThat(verdict.breachesStanding()).isEqualTo(1_186);
        assertThat(verdict.alertsRetracted()).isEqualTo(1_046);
        assertThat(verdict.linesNeverAlerted()).isEqualTo(8_092);
        assertThat(verdict.milestonesReached()).isEqualTo(3 * 10_324);
    }

    @Test
    void theRowsThatTheMappingHadToDecideOnAreCounted() {
        ScmsFeed.Counts counts = feed.counts();
        assertThat(counts.fromPoDate()).isEqualTo(4_592);
        assertThat(counts.fromPqDate()).isEqualTo(3_801);
        assertThat(counts.assumed()).isEqualTo(1_931);
        assertThat(counts.moved()).hasSize(140);
        assertThat(counts.recordedBeforeDelivered()).containsExactly(29_140L, 57_447L, 72_832L);
    }

    @Test
    void theFeedIsSortedByItsKnowledgeAndEndsAfterItsLastDeadline() {
        long before = Long.MIN_VALUE;
        for (TimedEvent event : feed.events()) {
            assertThat(event.atMicros()).isBetween(before, feed.endMicros() - 1);
            assertThat(event.knownAtMicros()).isEqualTo(event.atMicros());
            before = event.atMicros();
        }
        assertThat(verdict.episodes())
                .allMatch(episode -> episode.deadlineMicros() < feed.endMicros());
    }

    @Test
    void shuffledWithinEachLineAndATenthDoubledItSaysTheSame() {
        long seed = Long.getLong("milepost.seed", 42);
        List<TimedEvent> shuffled = new Shuffle(seed, 0.1).shuffle(feed.events());
        OracleVerdict other = judge(shuffled);

        assertThat(shuffled.size()).as("-Dmilepost.seed=%d", seed).isEqualTo(30_972 + 3_097);
        assertThat(other.lines().equals(verdict.lines())).as("-Dmilepost.seed=%d", seed).isTrue();
        assertThat(other.episodes().equals(verdict.episodes()))
                .as("-Dmilepost.seed=%d", seed)
                .isTrue();
    }

    private static OracleVerdict judge(List<TimedEvent> events) {
        return new Oracle(OracleRule.scms(), feed.endMicros()).judge(events);
    }
}
