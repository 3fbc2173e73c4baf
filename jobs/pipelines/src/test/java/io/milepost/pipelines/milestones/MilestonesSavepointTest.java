package io.milepost.pipelines.milestones;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.pipelines.runs.Clusters;
import io.milepost.pipelines.runs.Release;
import io.milepost.pipelines.runs.RunningJob;
import io.milepost.pipelines.runs.Savepoint;
import io.milepost.pipelines.runs.TestedRuns;
import io.milepost.pipelines.runs.TestedRuns.Start;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Restores the savepoints of all releases, which were written at parallelism 2, with no state left
 * over. With {@code -Dmilepost.regenerate=true} it writes that of the newest one anew before.
 */
class MilestonesSavepointTest {

    @RegisterExtension static final MiniClusterExtension FLINK = Clusters.flink();

    /** Of these the first is only read any more, and the second has to do with other rules. */
    private static final Set<String> LEFT_EMPTY =
            Set.of(Uids.SHIPMENTS + "/shipment-events", Uids.LINES + "/line-episodes");

    @TempDir private Path folder;
    private TestedRuns runs;

    static Stream<Arguments> restores() {
        return Release.restores();
    }

    @BeforeAll
    static void regenerate(@InjectMiniCluster MiniCluster cluster, @TempDir Path folder)
            throws Exception {
        if (Release.REGENERATES) {
            List<InboundRecord> read = Release.NEWEST.records(SavedStory.before(Release.NEWEST));
            try (RunningJob job =
                    new TestedRuns(cluster, folder)
                            .start(
                                    TestedMilestones.job(TestedMilestones.PATIENT),
                                    Start.fresh(2),
                                    read)) {
                Release.NEWEST.write(SavedMilestones.NAME, job.stopWhenAllIsRead(), read);
            }
        }
    }

    @BeforeEach
    void cluster(@InjectMiniCluster MiniCluster cluster) {
        runs = new TestedRuns(cluster, folder);
    }

    @ParameterizedTest(name = "{0} on {1} at parallelism {2}")
    @MethodSource("restores")
    void theStoryGoesOnAsIfTheJobHadNeverBeenStopped(
            Release release, String backend, int parallelism) throws Exception {
        Savepoint saved = release.read(SavedMilestones.NAME, folder);

        new SavedMilestones(runs, release).goOn(Start.from(saved, parallelism, backend));
    }

    @ParameterizedTest(name = "{0} on {1} at parallelism {2}")
    @MethodSource("restores")
    void whatIsOverIsForgotten(Release release, String backend, int parallelism) throws Exception {
        Savepoint saved = release.read(SavedMilestones.NAME, folder);

        new SavedMilestones(runs, release).forget(Start.from(saved, parallelism, backend));
    }

    @ParameterizedTest(name = "{0} on {1} at parallelism {2}")
    @MethodSource("restores")
    void aSilentFeedIsNamedByItsPromiseFromBeforeTheSavepoint(
            Release release, String backend, int parallelism) throws Exception {
        Savepoint saved = release.read(SavedMilestones.NAME, folder);

        new SavedMilestones(runs, release).keepSilence(Start.from(saved, parallelism, backend));
    }

    @Test
    void theNewestSavepointHasSomethingInEveryStateThatTheJobHas() throws Exception {
        Savepoint saved = Release.NEWEST.read(SavedMilestones.NAME, folder);
        Savepoint next =
                new SavedMilestones(runs, Release.NEWEST).goOn(Start.from(saved, 1, "rocksdb"));

        Set<String> states = saved.states().keySet();
        assertThat(states)
                .as("states of the job that are not in the savepoint%s", Release.REGENERATE)
                .isEqualTo(next.states().keySet());
        assertThat(saved.emptyStates())
                .as("states that the story leaves empty")
                .isEqualTo(LEFT_EMPTY);
    }
}
