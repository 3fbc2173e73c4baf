package io.milepost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmitTest {

    private static final String CLUSTER = "--cluster=http://127.0.0.1:1";

    private final Terminals terminals = new Terminals();

    @TempDir private Path folder;

    @Test
    void theHelpNamesTheSettingsOfTheJob() {
        assertThat(run("--help")).isZero();
        assertThat(terminals.results())
                .contains("--cluster=URL", "--from-savepoint=PATH", "--dry-run")
                .contains("--checkpoint-interval (a duration such as 10 s; default: 10 s)")
                .contains("secrets as ${env:NAME} or ${file:/path:key}");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceAndNothingSent() {
        assertThat(run(CLUSTER, "--bootstrap-servers=b:1", "--parallelism", "0", "--liens=7"))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(terminals.people().lines())
                .containsExactly(
                        "milepost submit milestones: settings:",
                        "  registry-url: expected a URL, several separated by commas but it is"
                                + " missing",
                        "  parallelism: expected a whole number > 0 but found 0",
                        "  liens: no such setting");
    }

    @Test
    void aSecretInPlainWordsIsNotSentAndNotShown() {
        assertThat(run(given("--kafka-properties=ssl.key.password=hunter2")))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(terminals.people())
                .contains("kafka.ssl.key.password: expected a reference such as ${env:NAME}")
                .doesNotContain("hunter2");
    }

    @Test
    void aDryRunSaysWhatWouldBeSent() throws IOException {
        Path jar = Files.writeString(folder.resolve("job.jar"), "12345");

        assertThat(
                        run(
                                given(
                                        "--dry-run",
                                        "--output=json",
                                        "--jar=" + jar,
                                        "--from-savepoint=file:///saved",
                                        "--parallelism",
                                        "3")))
                .isZero();
        assertThat(terminals.results().strip())
                .isEqualTo(
                        "{\"dryRun\":true,\"cluster\":\"http://127.0.0.1:1\",\"jar\":\""
                                + jar
                                + "\",\"jarBytes\":5,\"request\":{\"entryClass\":\"io.milepost.pipelines.milestones.MilestonesJob\","
                                + "\"programArgsList\":[\"--bootstrap-servers=b:1\",\"--registry-url=http://r\",\"--parallelism\",\"3\"],"
                                + "\"parallelism\":3,\"savepointPath\":\"file:///saved\",\"allowNonRestoredState\":false}}");
    }

    @Test
    void eachJobHasItsMainAndItsSettings() throws IOException {
        Path jar = Files.writeString(folder.resolve("job.jar"), "12345");
        String[] line = {
            "submit",
            "supplier-items",
            CLUSTER,
            "--bootstrap-servers=b:1",
            "--registry-url=http://r",
            "--price-increase-percent=2.5",
            "--dry-run",
            "--output=json",
            "--jar=" + jar
        };
        assertThat(Milepost.commandLine(terminals.terminal()).execute(line)).isZero();
        assertThat(terminals.results())
                .contains("\"entryClass\":\"io.milepost.pipelines.items.SupplierItemsJob\"")
                .contains("\"--price-increase-percent=2.5\"");

        assertThat(run(given("--price-increase-percent=2.5"))).isEqualTo(ExitCodes.USAGE);
        assertThat(terminals.people())
                .contains("milepost submit milestones: settings:")
                .contains("price-increase-percent: no such setting");
    }

    @Test
    void theSettingsArePrintedWithTheirDefaults() {
        assertThat(run(given("--print-config"))).isZero();
        assertThat(terminals.results())
                .contains("bootstrap-servers = b:1\n", "guarantee = exactly-once\n");
    }

    @Test
    void aJarThatIsNotThereIsNamed() {
        Path nowhere = folder.resolve("nowhere.jar");

        assertThat(run(given("--jar=" + nowhere))).isEqualTo(ExitCodes.USAGE);
        assertThat(terminals.people())
                .contains("--jar: expected a jar but " + nowhere + " is no file");
    }

    @Test
    void aClusterThatDoesNotAnswerIsNamed() throws IOException {
        Path jar = Files.writeString(folder.resolve("job.jar"), "12345");

        assertThat(run(given("--jar=" + jar))).isEqualTo(ExitCodes.FAILED);
        assertThat(terminals.people())
                .contains(
                        "POST http://127.0.0.1:1/jars/upload: expected an answer of a Flink cluster"
                                + " but found java.net.ConnectException");
    }

    private static String[] given(String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(CLUSTER, "--bootstrap-servers=b:1", "--registry-url=http://r"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private int run(String... arguments) {
        List<String> line = new ArrayList<>(List.of("submit", "milestones"));
        line.addAll(List.of(arguments));
        return Milepost.commandLine(terminals.terminal()).execute(line.toArray(String[]::new));
    }
}
