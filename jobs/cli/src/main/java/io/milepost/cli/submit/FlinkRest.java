package io.milepost.cli.submit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The few calls of Flink's REST API that submit a job and follow its start. */
public final class FlinkRest implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final MediaType JAR = MediaType.get("application/java-archive");
    private static final MediaType JSON_TYPE = MediaType.get("application/json");
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** The job's main runs within the call, and asks brokers and registries before it answers. */
    private static final Duration ANSWER = Duration.ofMinutes(3);

    private static final int NOT_FOUND = 404;

    private final HttpUrl cluster;
    private final OkHttpClient http =
            new OkHttpClient.Builder()
                    .connectTimeout(CONNECT)
                    .readTimeout(ANSWER)
                    .writeTimeout(ANSWER)
                    .build();

    /**
     * @param cluster base address of the REST API, which is that of the web UI
     * @throws IllegalArgumentException if it is no http or https URL
     */
    public FlinkRest(String cluster) {
        HttpUrl parsed = HttpUrl.parse(cluster);
        if (parsed == null) {
            throw new IllegalArgumentException(
                    "cluster: expected the URL of a Flink web UI, such as http://host:8081, but"
                            + " found "
                            + cluster);
        }
        this.cluster = parsed;
    }

    /**
     * Sends a jar.
     *
     * @return the id that the cluster gave it
     * @throws ClusterException if the cluster does not take it
     */
    public String upload(Path jar) throws IOException {
        RequestBody file = RequestBody.create(jar.toFile(), JAR);
        RequestBody form =
                new MultipartBody.Builder()
                        .setType(MultipartBody.FORM)
                        .addFormDataPart("jarfile", jar.getFileName().toString(), file)
                        .build();
        String stored = call("POST", path("jars", "upload"), form).path("filename").asText();
        return stored.substring(stored.lastIndexOf('/') + 1);
    }

    /**
     * Starts a job of an uploaded jar; its main runs on the cluster before this returns.
     *
     * @return the job's id
     * @throws ClusterException if main fails or the job is not taken
     */
    public String run(String jarId, RunRequest request) throws IOException {
        RequestBody body = RequestBody.create(JSON.writeValueAsBytes(request), JSON_TYPE);
        return call("POST", path("jars", jarId, "run"), body).path("jobid").asText();
    }

    /** Deletes an uploaded jar. */
    public void deleteJar(String jarId) throws IOException {
        call("DELETE", path("jars", jarId), null);
    }

    /** How a job is. */
    public JobState state(String jobId) throws IOException {
        JsonNode job = call("GET", path("jobs", jobId), null);
        Map<String, Integer> operators = new HashMap<>();
        job.path("status-counts")
                .properties()
                .forEach(count -> operators.put(count.getKey(), count.getValue().asInt()));
        return new JobState(job.path("state").asText("UNKNOWN"), operators);
    }

    /** Why a job failed last, in words; empty if it never did. */
    public String lastFailure(String jobId) throws IOException {
        JsonNode history =
                call("GET", path("jobs", jobId, "exceptions"), null).path("exceptionHistory");
        JsonNode trace = history.path("entries").path(0).path("stacktrace");
        return trace.isMissingNode() ? "" : ServerErrors.innermost(trace.asText());
    }

    /** Ends a job without a savepoint; returns when the cluster has taken the order. */
    public void cancel(String jobId) throws IOException {
        HttpUrl job = path("jobs", jobId).newBuilder().addQueryParameter("mode", "cancel").build();
        call("PATCH", job, RequestBody.create(new byte[0], JSON_TYPE));
    }

    /** Any answer of the API, for what has no method of its own. */
    public JsonNode get(String... segments) throws IOException {
        return call("GET", path(segments), null);
    }

    /** Address of a job in the web UI. */
    public String uiOf(String jobId) {
        return cluster.newBuilder().fragment("/job/running/" + jobId).build().toString();
    }

    private HttpUrl path(String... segments) {
        HttpUrl.Builder url = cluster.newBuilder().query(null).fragment(null);
        for (String segment : segments) {
            url.addPathSegment(segment);
        }
        return url.build();
    }

    private JsonNode call(String method, HttpUrl url, RequestBody body) throws IOException {
        Request request = new Request.Builder().url(url).method(method, body).build();
        try (Response response = http.newCall(request).execute()) {
            String text = response.body().string();
            if (!response.isSuccessful()) {
                throw new ClusterException(refusal(method, url, response.code(), text));
            }
            return JSON.readTree(text);
        } catch (ClusterException e) {
            throw e;
        } catch (IOException e) {
            throw new ClusterException(
                    "%s %s: expected an answer of a Flink cluster but found %s"
                            .formatted(method, url, e),
                    e);
        }
    }

    private static String refusal(String method, HttpUrl url, int code, String body) {
        String hint =
                code == NOT_FOUND && url.encodedPath().contains("/jars")
                        ? " (a cluster with web.submit.enable: false takes no jars)"
                        : "";
        return "%s %s: expected success but found %d%s: %s"
                .formatted(method, url, code, hint, ServerErrors.reason(body));
    }

    /** Ends idle connections and the threads that serve them. */
    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
