package io.milepost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MilepostTest {

    private final Terminals terminals = new Terminals();

    @TempDir private Path folder;

    @Test
    void theHelpNamesTheCommandsAndTheExitCodes() {
        assertThat(run("--help")).isZero();
        assertThat(terminals.results())
                .contains("demo", "replay")
                .contains("3   it worked, but what was found differs from what must be");
    }

    @Test
    void withoutACommandTheHelpIsShownAndNothingDone() {
        assertThat(run()).isEqualTo(ExitCodes.USAGE);
        assertThat(terminals.people()).contains("Usage: milepost");
        assertThat(terminals.results()).isEmpty();
    }

    @Test
    void theVersionIsTheOneOfTheBuild() {
        assertThat(run("--version")).isZero();
        assertThat(terminals.results().lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).matches("milepost \\d+\\.\\d+.*"));
    }

    @Test
    void theHelpOfTheDemoNamesItsDefaults() {
        assertThat(run("demo", "--help")).isZero();
        assertThat(terminals.results())
                .contains("Purchase-order lines (default: 500;")
                .contains("(default: 42)")
                .contains("(default: 8081)", "(default: 9092)", "(default: 8085)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --lines=0          | Invalid value for option '--lines': expected a number > 0 but found 0
                    --lines=many       | Invalid value for option '--lines': expected a number > 0 but found many
                    --ui-port=70000    | Invalid value for option '--ui-port': expected a port from 0 to 65535 but found 70000
                    --speed=fast       | Invalid value for option '--speed': speed: expected max or a number of simulated seconds per second but found "fast"
                    --speed=0          | Invalid value for option '--speed': speed: must be > 0 simulated seconds per second but was 0.0
                    --parallelism=-1   | Invalid value for option '--parallelism': expected a number > 0 but found -1
                    --liens=7          | Unknown option: '--liens=7'
                    """)
    void aWrongOptionIsToldInOneLineWithItsPlace(String option, String message) {
        assertThat(run("demo", option)).isEqualTo(ExitCodes.USAGE);
        assertThat(terminals.people()).startsWith("milepost demo: " + message);
        assertThat(terminals.people()).contains("See 'milepost demo --help'.");
    }

    @Test
    void policiesThatCannotBeUsedAreToldBeforeAnythingStarts() throws IOException {
        Path file = Files.writeString(folder.resolve("sla.yaml"), "rules: 7\n");

        assertThat(run("demo", "--policies", file.toString())).isEqualTo(ExitCodes.USAGE);
        assertThat(terminals.people().lines())
                .containsExactly(
                        "milepost demo: the policies cannot be used",
                        file + " line 1: rules: expected a list of rules but found 7");
    }

    @Test
    void aReplayNeedsSomewhereToGo() {
        assertThat(run("replay", "scms", "log.csv")).isEqualTo(ExitCodes.USAGE);
        assertThat(terminals.people())
                .startsWith("milepost replay scms: ")
                .contains("--embedded", "--bootstrap-servers");
    }

    @Test
    void aReplayGoesToOnePlaceOnly() {
        int code =
                run(
                        "replay",
                        "scms",
                        "log.csv",
                        "--embedded",
                        "--bootstrap-servers=localhost:9092",
                        "--registry-url=http://localhost:8085");

        assertThat(code).isEqualTo(ExitCodes.USAGE);
        assertThat(terminals.people()).contains("mutually exclusive");
    }

    @Test
    void aLogThatIsNotThereIsNamed() {
        Path nowhere = folder.resolve("nowhere.csv");

        assertThat(run("replay", "scms", nowhere.toString(), "--embedded"))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(terminals.people())
                .isEqualToIgnoringNewLines(
                        "milepost replay scms: " + nowhere + ": expected a file but found nothing");
    }

    @Test
    void aDemoPrintsTheSettingsThatItWouldUseAndStartsNothing() {
        assertThat(run("demo", "--exit", "--lines=7", "--output=json", "--print-config")).isZero();
        assertThat(terminals.results().lines())
                .containsExactly(
                        "lines = 7",
                        "seed = 42",
                        "speed = max",
                        "exit = true",
                        "partners = edi",
                        "ui-port = 8081",
                        "broker-port = 9092",
                        "registry-port = 8085",
                        "parallelism = 1",
                        "work =",
                        "odoo-url =",
                        "odoo-db =",
                        "odoo-login =",
                        "odoo-key-file =",
                        "policies = flink-conf/sla/showcase.yaml",
                        "output = JSON");
        assertThat(terminals.people()).isEmpty();
    }

    @Test
    void aDemoInAServerNeedsItsDatabaseAndUserToo() {
        assertThat(run("demo", "--odoo-url=http://127.0.0.1:1")).isEqualTo(ExitCodes.USAGE);
        assertThat(terminals.people())
                .startsWith("milepost demo: the Odoo server cannot be used")
                .contains("--odoo-db: expected a value but found nothing")
                .contains("--odoo-login: expected a value but found nothing");
    }

    @Test
    void theSpeedThatADemoPrintsIsTheOneThatSuitsHowItEnds() {
        assertThat(run("demo", "--policies=here", "--print-config")).isZero();
        assertThat(terminals.results()).contains("speed = 72000\n", "policies = here\n");
    }

    @ParameterizedTest
    @CsvSource({"scms", "bpic2019"})
    void aReplayPrintsWhereItWouldGoWithSecretsMasked(String log) {
        int code =
                run(
                        "replay",
                        log,
                        "log.csv",
                        "--bootstrap-servers=localhost:9092",
                        "--registry-url=https://localhost:8085",
                        "--kafka-properties=sasl.mechanism=PLAIN,ssl.key.password=${env:PW}",
                        "--registry-properties=basic.auth.user.info=${file:/secret:who}",
                        "--print-config");

        assertThat(code).as(terminals.people()).isZero();
        assertThat(terminals.results().lines())
                .containsExactly(
                        "embedded = false",
                        "bootstrap-servers = localhost:9092",
                        "registry-url = https://localhost:8085",
                        "topic-prefix =",
                        "kafka-properties = {sasl.mechanism=PLAIN, ssl.key.password=****}",
                        "registry-properties = {basic.auth.user.info=****}",
                        "speed = max",
                        "parallelism = 1",
                        "work =",
                        "policies = flink-conf/sla/" + log + ".yaml",
                        "output = TEXT");
    }

    @Test
    void anEmbeddedReplayPrintsItsSettingsToo() {
        assertThat(run("replay", "scms", "log.csv", "--embedded", "--print-config")).isZero();
        assertThat(terminals.results())
                .contains("embedded = true\n", "bootstrap-servers =\n", "kafka-properties =\n");
    }

    @Test
    void everythingThatIsWrongWithTheConnectionsOfAReplayIsToldAtOnceAndNoSecretShown() {
        int code =
                run(
                        "replay",
                        "scms",
                        "log.csv",
                        "--bootstrap-servers=localhost:9092",
                        "--registry-url=ftp://here",
                        "--kafka-properties=foo=1,ssl.key.password=hunter2");

        assertThat(code).isEqualTo(ExitCodes.USAGE);
        assertThat(terminals.people().lines())
                .containsExactly(
                        "milepost replay scms: the settings cannot be used",
                        "kafka-properties.foo: no client of Kafka knows it",
                        "kafka.ssl.key.password: expected a reference such as ${env:NAME} or"
                                + " ${file:/path:key} but found a literal value",
                        "registry.urls: expected http:// or https:// without credentials but found"
                                + " ftp://here");
    }

    private int run(String... arguments) {
        return Milepost.commandLine(terminals.terminal()).execute(arguments);
    }
}
