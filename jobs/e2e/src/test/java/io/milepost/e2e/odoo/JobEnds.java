package io.milepost.e2e.odoo;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;

/** Waits for what becomes of a job. */
final class JobEnds {

    private static final Duration LOOK = Duration.ofMillis(100);

    private JobEnds() {}

    static void await(JobClient job, JobStatus expected, Duration deadline) throws Exception {
        long end = System.nanoTime() + deadline.toNanos();
        for (JobStatus found = job.getJobStatus().get();
                found != expected;
                found = job.getJobStatus().get()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "job: expected "
                                + expected
                                + " within "
                                + deadline
                                + " but found "
                                + found);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
