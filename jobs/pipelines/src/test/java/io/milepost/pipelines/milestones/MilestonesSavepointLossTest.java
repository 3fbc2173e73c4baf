package io.milepost.pipelines.milestones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.milepost.pipelines.runs.Clusters;
import io.milepost.pipelines.runs.Release;
import io.milepost.pipelines.runs.Savepoint;
import io.milepost.pipelines.runs.TestedRuns;
import io.milepost.pipelines.runs.TestedRuns.Start;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of savepoints can fail: whatever is lost of one, it says so. */
class MilestonesSavepointLossTest {

    @RegisterExtension static final MiniClusterExtension FLINK = Clusters.flink();

    @TempDir private Path folder;
    private TestedRuns runs;
    private Savepoint saved;

    @BeforeEach
    void savepoint(@InjectMiniCluster MiniCluster cluster) throws Exception {
        runs = new TestedRuns(cluster, folder);
        saved = Release.NEWEST.read(SavedMilestones.NAME, folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Uids.FACT_SOURCE,
                Uids.POLICY_SOURCE,
                Uids.ORDERS,
                Uids.LINKS,
                Uids.SHIPMENTS,
                Uids.CARRIERS,
                Uids.LINES,
                Uids.FEEDS
            })
    void anOperatorWithAnotherUidIsRefused(String uid) {
        Start renamed =
                Start.from(saved, 1, "hashmap").withUids(u -> u.equals(uid) ? uid + "-2" : u);

        assertThatThrownBy(() -> new SavedMilestones(runs, Release.NEWEST).goOn(renamed))
                .isInstanceOf(AssertionError.class)
                .hasStackTraceContaining("Cannot map checkpoint/savepoint state for operator")
                .hasStackTraceContaining("not available in the new program");
    }

    @Test
    void everyKeyedStateIsMissedWhenItIsLost() throws Exception {
        Set<String> unmissed = new TreeSet<>();
        for (String state : saved.keyedEntries().keySet()) {
            int slash = state.indexOf('/');
            Savepoint lost =
                    saved.withLostState(
                            state.substring(0, slash),
                            state.substring(slash + 1),
                            folder.resolve(state.replace('/', '_')));
            assertThat(lost.keyedStates()).doesNotContainKey(state);

            Throwable failure =
                    catchThrowable(
                            () -> {
                                Start start = Start.from(lost, 1, "hashmap");
                                new SavedMilestones(runs, Release.NEWEST).goOn(start);
                                new SavedMilestones(runs, Release.NEWEST).forget(start);
                            });

            if (!(failure instanceof AssertionError)) {
                unmissed.add(state + ": " + failure);
            }
        }
        assertThat(saved.keyedEntries()).hasSizeGreaterThanOrEqualTo(16);
        assertThat(unmissed).isEmpty();
    }

    @Test
    void whatWasKnownOfTheFeedsIsMissedWhenItIsLost() throws Exception {
        Savepoint lost = saved.without(Uids.FEEDS, folder.resolve("lost"));

        assertThatThrownBy(
                        () ->
                                new SavedMilestones(runs, Release.NEWEST)
                                        .keepSilence(Start.from(lost, 1, "hashmap")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("unknown: 0");
    }
}
