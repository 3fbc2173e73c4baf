package io.milepost.cli.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionTest {

    private static final String UPLOAD = "POST /jars/upload";
    private static final String RUN = "POST /jars/0a_job.jar/run";
    private static final String JOB = "GET /jobs/b0b";
    private static final String FAILURES = "GET /jobs/b0b/exceptions";
    private static final RunRequest REQUEST =
            new RunRequest("a.Job", List.of("--a=b", "--c", "d e"), 2, null, false);

    @TempDir private Path folder;
    private FakeFlink flink;
    private FlinkRest rest;
    private Path jar;

    @BeforeEach
    void start() throws IOException {
        flink = new FakeFlink();
        rest = new FlinkRest(flink.url());
        jar = Files.writeString(folder.resolve("job.jar"), "the jar");
        flink.answers(
                UPLOAD, 200, "{\"filename\":\"/tmp/flink-web/0a_job.jar\",\"status\":\"success\"}");
        flink.answers(FAILURES, 200, "{\"exceptionHistory\":{\"entries\":[]}}");
    }

    @AfterEach
    void stop() {
        rest.close();
        flink.close();
    }

    @Test
    void sendsTheJarAndTheArgumentsAndWaitsUntilEveryTaskRuns() throws Exception {
        flink.answers(RUN, 200, "{\"jobid\":\"b0b\"}")
                .answers(JOB, 200, job("INITIALIZING", ""))
                .answers(JOB, 200, job("RUNNING", "\"RUNNING\":3,\"DEPLOYING\":1,\"FAILED\":0"))
                .answers(JOB, 200, job("RUNNING", "\"RUNNING\":4,\"DEPLOYING\":0"));

        Submission.Job job = submit(Duration.ofSeconds(30));

        assertThat(job)
                .isEqualTo(
                        new Submission.Job(
                                "b0b", "0a_job.jar", flink.url() + "/#/job/running/b0b"));
        assertThat(flink.calls()).containsExactly(UPLOAD, RUN, JOB, JOB, JOB);
        assertThat(flink.body(UPLOAD))
                .contains("name=\"jarfile\"; filename=\"job.jar\"", "the jar");
        assertThat(flink.body(RUN))
                .isEqualTo(
                        "{\"entryClass\":\"a.Job\",\"programArgsList\":[\"--a=b\",\"--c\",\"d"
                                + " e\"],\"parallelism\":2,\"allowNonRestoredState\":false}");
    }

    @Test
    void sendsTheSavepoint() throws Exception {
        flink.answers(RUN, 200, "{\"jobid\":\"b0b\"}")
                .answers(JOB, 200, job("RUNNING", "\"RUNNING\":1"));

        new Submission(rest, step -> {})
                .submit(
                        jar,
                        new RunRequest("a.Job", List.of(), 1, "s3://saved/1", true),
                        Duration.ofSeconds(30));

        assertThat(flink.body(RUN))
                .contains("\"savepointPath\":\"s3://saved/1\",\"allowNonRestoredState\":true");
    }

    @Test
    void takesTheJarOffAgainWhenMainFailsAndSaysWhy() {
        flink.answers(
                        RUN,
                        400,
                        "{\"errors\":[\"org.apache.flink.client.ProgramInvocationException: The"
                                + " main method caused an error\\n"
                                + "\\tat a.B.c(B.java:1)\\n"
                                + "Caused by: io.milepost.UnsafeStartException: topic a: missing\\n"
                                + "  topic b: missing\\n"
                                + "\\tat d.E.f(E.java:2)\\n"
                                + "\\t... 3 more\\n"
                                + "\"]}")
                .answers("DELETE /jars/0a_job.jar", 200, "{}");

        assertThatThrownBy(() -> submit(Duration.ofSeconds(30)))
                .isInstanceOf(ClusterException.class)
                .hasMessage(
                        "POST "
                                + flink.url()
                                + "/jars/0a_job.jar/run: expected success but found 400:"
                                + " UnsafeStartException: topic a: missing\n  topic b: missing");
        assertThat(flink.calls()).endsWith("DELETE /jars/0a_job.jar");
    }

    @Test
    void saysWhyAJobEndedInsteadOfRunning() {
        flink.answers(RUN, 200, "{\"jobid\":\"b0b\"}")
                .answers(JOB, 200, job("FAILED", "\"FAILED\":1,\"CANCELED\":2"));
        flink.answers(FAILURES, 200, "{}");

        assertThatThrownBy(() -> submit(Duration.ofSeconds(30)))
                .isInstanceOf(ClusterException.class)
                .hasMessage(
                        "job b0b: expected to run but found FAILED, operators {CANCELED=2,"
                                + " FAILED=1}");
    }

    @Test
    void saysHowAJobIsThatDoesNotRunInTime() throws IOException {
        flink.answers(RUN, 200, "{\"jobid\":\"b0b\"}")
                .answers(JOB, 200, job("RUNNING", "\"SCHEDULED\":4"));

        assertThatThrownBy(() -> submit(Duration.ofMillis(1)))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith(
                        "job b0b: expected every task to run within 0 s but found RUNNING,"
                                + " operators {SCHEDULED=4}; it stays on the cluster");
    }

    @Test
    void explainsAClusterThatTakesNoJars() {
        try (FlinkRest closed = new FlinkRest(flink.url() + "/elsewhere")) {
            assertThatThrownBy(
                            () ->
                                    new Submission(closed, step -> {})
                                            .submit(jar, REQUEST, Duration.ofSeconds(1)))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining(
                            "found 404 (a cluster with web.submit.enable: false takes no jars): Not"
                                    + " found: POST /elsewhere/jars/upload");
        }
    }

    private Submission.Job submit(Duration patience) throws IOException, InterruptedException {
        return new Submission(rest, step -> {}).submit(jar, REQUEST, patience);
    }

    private static String job(String state, String counts) {
        return "{\"jid\":\"b0b\",\"state\":\"%s\",\"status-counts\":{%s}}".formatted(state, counts);
    }
}
