package io.milepost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.e2e.stack.CommandLineRun;
import io.milepost.e2e.stack.CommandProcess;
import io.milepost.e2e.stack.SharedStack;
import io.milepost.local.stack.EmbeddedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands that run something, as a program calls them: their streams, and what they leave. */
@ExtendWith(SharedStack.class)
@DisplayName("Running a feed from the command line")
class RunCommandsTest {

    /** A few lines of every category. */
    private static final String LOG = "bpic2019-other-categories.csv";

    private CommandProcess command;

    @TempDir private Path folder;

    @BeforeEach
    void prepare() {
        command = new CommandProcess(folder, Map.of("MILEPOST_TEST_CLIENT", "replay-test"));
    }

    @Test
    void aDemoForProgramsSaysOneLineOfJsonAndLeavesNothing() throws Exception {
        CommandLineRun run =
                command.run(
                        "demo",
                        "--exit",
                        "--lines=30",
                        "--ui-port=0",
                        "--broker-port=0",
                        "--registry-port=0",
                        "--output=json");

        assertThat(run.exitCode()).as(run.people()).isZero();
        assertThat(run.people().lines())
                .endsWith("Everything is as the oracle says, and the books balance.");
        assertThat(run.results().lines())
                .singleElement()
                .asString()
                .startsWith("{\"lines\":30,")
                .contains("\"conservation\":{\"odoo.order-lines\":{\"in\":")
                .contains("\"sla.policies\":{\"in\":24,\"effective\":24,")
                .containsPattern("\"odooApplied\":[1-9]\\d*,\"odooDuplicates\":\\d+,")
                .containsPattern("\"odooConflicts\":\\d+,\"odooRejected\":\\d+,")
                .containsPattern("\"odoo.commands\":\\{\"in\":[1-9]")
                .containsPattern("\"partners\":\\{\"messages\":\\{\"x12\":[1-9]")
                .containsPattern("\"said\":([1-9]\\d*),\"mapped\":\\1,\"deadLetters\":0,")
                .containsPattern("\"ordersSent\":[1-9]")
                .endsWith("}");
        assertThat(command.workFolders()).isEmpty();
    }

    @Test
    void aReplayToBrokersUsesTheClientsPropertiesThatItIsGiven(EmbeddedStack stack)
            throws Exception {
        assertThat(
                        CommandLineRun.of(stack, "replayed.", "topics", "create", "--keep-for-ever")
                                .exitCode())
                .isZero();

        CommandLineRun nowhere = replay(stack, "replayed.", "client.id=${env:MILEPOST_NOWHERE}");
        assertThat(nowhere.exitCode()).isEqualTo(1);
        assertThat(nowhere.people()).contains("MILEPOST_NOWHERE");
        assertThat(nowhere.results()).isEmpty();

        CommandLineRun run = replay(stack, "replayed.", "client.id=${env:MILEPOST_TEST_CLIENT}");
        assertThat(run.exitCode()).as(run.people()).isZero();
        assertThat(run.results().lines())
                .singleElement()
                .asString()
                .matches("\\{\"lines\":\\d+,\"eventsIn\":\\d+,\"heartbeats\":\\d+,\"seconds\":.*}");
        assertThat(run.people()).doesNotContain("replay-test");
    }

    @Test
    void aRunThatFailedLeavesItsLogAndNamesIt(EmbeddedStack stack) throws Exception {
        CommandLineRun run = replay(stack, "not-there.", "client.id=any");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.results()).isEmpty();
        assertThat(command.workFolders())
                .singleElement()
                .satisfies(
                        work ->
                                assertThat(run.people().lines())
                                        .endsWith(
                                                "The log is " + work.resolve("logs/milepost.log")));
    }

    private CommandLineRun replay(EmbeddedStack stack, String prefix, String properties)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("replay", "bpic2019"));
        try (var log = RunCommandsTest.class.getResourceAsStream(LOG)) {
            Path file = folder.resolve(LOG);
            Files.write(file, log.readAllBytes());
            arguments.add(file.toString());
        }
        arguments.add("--bootstrap-servers=" + stack.bootstrapServers());
        arguments.add("--registry-url=" + stack.registryUrl());
        arguments.add("--topic-prefix=" + prefix);
        arguments.add("--kafka-properties=" + properties);
        arguments.add("--output=json");
        return command.run(arguments.toArray(String[]::new));
    }
}
