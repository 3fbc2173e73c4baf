package io.milepost.bench.rung;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import org.apache.flink.api.common.JobID;

/** What Flink says of the checkpoints of a job. */
final class Checkpoints {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Checkpoints() {}

    /**
     * The size of the largest of the newest checkpoints, bytes; 0 if none was taken. The last of a
     * job that ends no longer has the state of tasks that have ended, so it is not the one to ask.
     */
    static long largest(URI flink, JobID job) throws IOException {
        JsonNode answer = JSON.readTree(flink.resolve("/jobs/" + job + "/checkpoints").toURL());
        long largest = 0;
        for (JsonNode checkpoint : answer.path("history")) {
            largest = Math.max(largest, checkpoint.path("state_size").asLong());
        }
        return largest;
    }
}
