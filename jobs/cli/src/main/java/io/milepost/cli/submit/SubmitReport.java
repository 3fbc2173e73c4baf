package io.milepost.cli.submit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says what was submitted, or what would be. */
final class SubmitReport {

    private static final JsonMapper JSON = new JsonMapper();

    private final PrintStream results;
    private final boolean json;

    /**
     * @param json whether programs read it
     */
    SubmitReport(PrintStream results, boolean json) {
        this.results = results;
        this.json = json;
    }

    void runs(Submission.Job job) throws JsonProcessingException {
        if (!json) {
            results.println("job " + job.jobId() + " runs: " + job.ui());
            return;
        }
        print(
                Map.entry("jobId", job.jobId()),
                Map.entry("jarId", job.jarId()),
                Map.entry("ui", job.ui()));
    }

    void wouldSend(String cluster, Path jar, RunRequest request) throws IOException {
        long bytes = Files.size(jar);
        if (json) {
            print(
                    Map.entry("dryRun", true),
                    Map.entry("cluster", cluster),
                    Map.entry("jar", jar.toString()),
                    Map.entry("jarBytes", bytes),
                    Map.entry("request", request));
            return;
        }
        results.println("Nothing is sent. To " + cluster + " would be:");
        results.println("  jar         " + jar + " (" + bytes + " bytes)");
        results.println("  class       " + request.entryClass());
        results.println("  parallelism " + request.parallelism());
        results.println(
                "  savepoint   "
                        + (request.savepointPath() == null ? "none" : request.savepointPath())
                        + (request.allowNonRestoredState() ? ", unclaimed state left behind" : ""));
        request.programArgsList().forEach(argument -> results.println("  argument    " + argument));
    }

    @SafeVarargs
    private void print(Map.Entry<String, Object>... fields) throws JsonProcessingException {
        Map<String, Object> object = new LinkedHashMap<>();
        for (Map.Entry<String, Object> field : fields) {
            object.put(field.getKey(), field.getValue());
        }
        results.println(JSON.writeValueAsString(object));
    }
}
