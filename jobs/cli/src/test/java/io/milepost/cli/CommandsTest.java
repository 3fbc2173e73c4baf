package io.milepost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands say before they reach any broker. */
class CommandsTest {

    private static final String BROKERS = "--bootstrap-servers=localhost:1";
    private static final String REGISTRY = "--registry-url=http://localhost:1";

    private static final String RULE =
            """
            rules:
              - rule: receipt
                version: 1
                effectiveFrom: 2000-01-01T00:00:00Z
                expects: RECEIVED
                due: {from: current-promise}
                severity: HIGH
            """;

    private final Terminals terminals = new Terminals();

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "replay scms",
                "replay bpic2019",
                "submit milestones",
                "topics create",
                "topics describe",
                "policies apply",
                "policies explain",
                "policies validate",
                "dead-letters list",
                "dead-letters show",
                "dead-letters replay",
                "state inspect",
                "intake",
                "odoo setup",
                "odoo doctor",
                "odoo probe"
            })
    void everyCommandHelpsAndHasTheCommonOptions(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.add("--help");

        assertThat(run(words.toArray(String[]::new))).isZero();
        assertThat(terminals.results()).contains("--output", "--print-config");
    }

    @Test
    void everythingThatIsWrongWithACommandLineIsToldAtOnce() {
        assertThat(run("dead-letters", "list", "--limit=0", "--since=monday", "--bad"))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(terminals.people().lines())
                .containsExactly(
                        "milepost dead-letters list: Invalid value for option '--limit': expected a"
                                + " number > 0 but found 0",
                        "Invalid value for option '--since': expected a time such as 2026-03-01 or"
                                + " 2026-03-01T08:00:00Z but found monday",
                        "Missing required options: '--bootstrap-servers=HOST:PORT,...',"
                                + " '--registry-url=URL,...'",
                        "Unknown option: '--bad'",
                        "See 'milepost dead-letters list --help'.");
    }

    @Test
    void everythingThatIsWrongWithTheConnectionsIsToldAtOnceAndNoSecretShown() {
        assertThat(
                        run(
                                "topics",
                                "describe",
                                BROKERS,
                                "--registry-url=ftp://here",
                                "--kafka-properties=foo=1,ssl.key.password=hunter2"))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(terminals.people().lines())
                .containsExactly(
                        "milepost topics describe: the settings cannot be used",
                        "kafka-properties.foo: no client of Kafka knows it",
                        "kafka.ssl.key.password: expected a reference such as ${env:NAME} or"
                                + " ${file:/path:key} but found a literal value",
                        "registry.urls: expected http:// or https:// without credentials but found"
                                + " ftp://here");
    }

    @Test
    void theEffectiveSettingsArePrintedWithSecretsMasked() {
        int code =
                run(
                        "topics",
                        "create",
                        BROKERS,
                        REGISTRY,
                        "--kafka-properties=sasl.mechanism=PLAIN,ssl.key.password=${env:PW}",
                        "--print-config");

        assertThat(code).as(terminals.people()).isZero();
        assertThat(terminals.results().lines())
                .contains(
                        "replication = -1",
                        "keep-for-ever = false",
                        "bootstrap-servers = localhost:1",
                        "topic-prefix =",
                        "kafka-properties = {sasl.mechanism=PLAIN, ssl.key.password=****}",
                        "output = TEXT");
    }

    @Test
    void aReplayIsAskedForByAddressOrFilterOrAsAWhole() {
        assertThat(run("dead-letters", "replay", BROKERS, REGISTRY)).isEqualTo(ExitCodes.USAGE);
        assertThat(run("dead-letters", "replay", "t/0/1", "--all", BROKERS, REGISTRY))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(run("dead-letters", "replay", "t", BROKERS, REGISTRY))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(terminals.people())
                .contains("expected an ADDRESS, or filters, or --all, but found none of them")
                .contains("but found several of them")
                .contains("expected topic/partition/offset, such as odoo.receipts/2/1187");
    }

    @Test
    void rulesThatAreRightAreListed() throws IOException {
        String file = Files.writeString(folder.resolve("sla.yaml"), RULE).toString();

        assertThat(run("policies", "validate", file)).as(terminals.people()).isZero();
        assertThat(terminals.results().lines())
                .containsExactly(
                        "RULE     VERSION  EXPECTS   STARTED BY  BASE             SEVERITY",
                        "receipt  1        RECEIVED  ORDERED     CURRENT_PROMISE  HIGH");
        assertThat(run("policies", "validate", file, "--output=json")).isZero();
        assertThat(terminals.results())
                .contains("{\"valid\":true,\"rules\":[{\"rule\":\"receipt\",\"version\":1}]}");
    }

    @Test
    void everyProblemOfEveryFileIsTold() throws IOException {
        String bad = Files.writeString(folder.resolve("bad.yaml"), "rules: 7\n").toString();
        String nowhere = folder.resolve("nowhere.yaml").toString();

        assertThat(run("policies", "validate", nowhere, bad)).isEqualTo(ExitCodes.USAGE);
        assertThat(terminals.people().lines())
                .containsExactly(
                        "milepost policies validate: the policies cannot be used",
                        nowhere + ": expected a file or folder of policies but found nothing",
                        bad + " line 1: rules: expected a list of rules but found 7");
    }

    private int run(String... arguments) {
        return Milepost.commandLine(terminals.terminal()).execute(arguments);
    }
}
