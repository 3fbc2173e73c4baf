package io.milepost.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.e2e.cluster.ClusterRun;
import io.milepost.e2e.cluster.FlinkCluster;
import io.milepost.e2e.cluster.Killings;
import io.milepost.e2e.stack.Expectation;
import io.milepost.e2e.stack.Rules;
import io.milepost.e2e.stack.SharedStack;
import io.milepost.local.distributor.DistributorSimulation;
import io.milepost.local.feed.Micros;
import io.milepost.local.oracle.Oracle;
import io.milepost.local.oracle.OracleRule;
import io.milepost.local.stack.EmbeddedStack;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job jar, submitted by the command's own code to a cluster of separate JVMs whose TaskManagers
 * are killed with SIGKILL while events flow.
 */
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A cluster whose TaskManagers are killed")
class RealClusterTest {

    private static final long END = Micros.of(Instant.parse("2026-06-01T00:00:00Z"));
    private static final long SEED = Long.getLong("milepost.seed", 42L);
    private static final int LINES = 400;

    private final DistributorSimulation story = new DistributorSimulation(SEED, LINES, END);
    private FlinkCluster cluster;

    @BeforeAll
    void startCluster(@TempDir Path folder) throws Exception {
        cluster = FlinkCluster.start(folder, 2);
    }

    @AfterAll
    void nothingIsLeftRunning() {
        if (cluster != null) {
            cluster.close();
            assertThat(cluster.running()).as("processes of the cluster").isEmpty();
        }
    }

    @Test
    void saysEverythingOnceAndAsTheOracleSays(EmbeddedStack stack) throws Exception {
        try (ClusterRun run = new ClusterRun(cluster, stack, "real", "--checkpoint-interval=1 s")) {
            Killings.during(run, story, cluster);

            Expectation.assertSame(
                    run.views(),
                    new Oracle(OracleRule.demo(), story.endMicros()).judge(story.events()));
            Expectation.assertConserved(run.views(), story.events().size(), Rules.demo().size());
            assertThat(run.views().repeated()).as("records written twice").isEmpty();
        }
    }

    @Test
    void saysThingsTwiceWhenTheGuaranteeIsOnlyAtLeastOnce(EmbeddedStack stack) throws Exception {
        try (ClusterRun run =
                new ClusterRun(
                        cluster,
                        stack,
                        "real-twice",
                        "--checkpoint-interval=2 s",
                        "--guarantee=at-least-once")) {
            Killings.during(run, story, cluster);

            assertThatThrownBy(
                            () ->
                                    assertThat(run.views().repeated())
                                            .as("records written twice")
                                            .isEmpty())
                    .isInstanceOf(AssertionError.class);
        }
    }
}
