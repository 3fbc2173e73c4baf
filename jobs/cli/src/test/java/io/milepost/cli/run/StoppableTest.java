package io.milepost.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.InputException;
import io.milepost.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays of a run, by how it ended. */
class StoppableTest {

    private final ByteArrayOutputStream people = new ByteArrayOutputStream();
    private Path used;

    @TempDir private Path named;

    @Test
    void nothingStaysOfARunThatEndedWell() throws Exception {
        assertThat(run(null, folder -> ExitCodes.OK)).isEqualTo(ExitCodes.OK);

        assertThat(used).doesNotExist();
        assertThat(people.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void nothingStaysWhereTheInputWasWrong() {
        assertThatThrownBy(
                        () ->
                                run(
                                        null,
                                        folder -> {
                                            throw new InputException("wrong", null);
                                        }))
                .isInstanceOf(InputException.class);

        assertThat(used).doesNotExist();
    }

    @Test
    void theLogOfARunWhoseResultDiffersStaysAndIsNamed() throws Exception {
        assertThat(run(null, folder -> ExitCodes.DIFFERENT)).isEqualTo(ExitCodes.DIFFERENT);

        Path log = used.resolve("logs").resolve("milepost.log");
        assertThat(log).exists();
        assertThat(people.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("The log is " + log);
        delete(used);
    }

    @Test
    void theLogOfARunThatFailedStaysAndIsTheOneThatTheMessageNames() throws Exception {
        assertThatThrownBy(
                        () ->
                                run(
                                        null,
                                        folder -> {
                                            throw new IOException("broken");
                                        }))
                .hasMessage("broken");

        assertThat(used.resolve("logs").resolve("milepost.log")).exists();
        assertThat(System.getProperty("milepost.log")).startsWith(used.toString());
        delete(used);
    }

    @Test
    void theLogStaysInAFolderThatWasNamed() throws Exception {
        run(named.resolve("work"), folder -> ExitCodes.OK);

        assertThat(used.resolve("logs").resolve("milepost.log")).exists();
    }

    private int run(Path work, Stoppable.Body body) throws IOException, InterruptedException {
        PrintStream stream = new PrintStream(people, true, StandardCharsets.UTF_8);
        return Stoppable.run(
                new Terminal(stream, stream, false, Map.of()),
                work,
                folder -> {
                    used = folder.path();
                    Files.writeString(folder.path().resolve("data"), "of the run");
                    return body.run(folder);
                });
    }

    private static void delete(Path folder) throws IOException {
        for (String file : new String[] {"logs/milepost.log", "logs/printed.log", "logs"}) {
            Files.delete(folder.resolve(file));
        }
        Files.delete(folder.resolve("data"));
        Files.delete(folder.resolve("lock"));
        Files.delete(folder);
    }
}
