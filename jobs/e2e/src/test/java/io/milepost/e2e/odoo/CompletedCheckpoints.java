package io.milepost.e2e.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobID;

/** How many checkpoints of a job have completed, as Flink's REST API tells it. */
final class CompletedCheckpoints {

    private static final Duration LOOK = Duration.ofMillis(200);

    private final URL url;

    CompletedCheckpoints(URI flinkUi, JobID job) throws Exception {
        this.url =
                URI.create(
                                flinkUi.toString().replaceFirst("/$", "")
                                        + "/jobs/"
                                        + job
                                        + "/checkpoints")
                        .toURL();
    }

    long count() throws Exception {
        JsonNode answer = new ObjectMapper().readTree(url);
        return answer.path("counts").path("completed").asLong();
    }

    void await(long expected, Duration deadline) throws Exception {
        long end = System.nanoTime() + deadline.toNanos();
        for (long found = count(); found < expected; found = count()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "checkpoints: expected %d within %s but found %d"
                                .formatted(expected, deadline, found));
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
