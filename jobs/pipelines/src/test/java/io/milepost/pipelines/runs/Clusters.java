package io.milepost.pipelines.runs;

import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;

/** Flink in this JVM, for a test class. */
public final class Clusters {

    private static final int SLOTS = 3;

    private Clusters() {}

    /** A cluster for a parallelism of up to three. */
    public static MiniClusterExtension flink() {
        return new MiniClusterExtension(
                new MiniClusterResourceConfiguration.Builder()
                        .setNumberTaskManagers(1)
                        .setNumberSlotsPerTaskManager(SLOTS)
                        .build());
    }
}
