package io.milepost.e2e.stack;

import io.milepost.cli.Milepost;
import io.milepost.cli.terminal.Terminal;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.stack.EmbeddedStack;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One call of the command.
 *
 * @param exitCode what it ended with
 * @param results what it wrote for programs
 * @param people what it wrote for people
 */
public record CommandLineRun(int exitCode, String results, String people) {

    /** Calls the command against the brokers of a run. */
    public static CommandLineRun of(EmbeddedRun run, String... arguments) {
        return of(run.stack(), run.kafka().topicPrefix(), arguments);
    }

    /** Calls the command against the brokers of a stack. */
    public static CommandLineRun of(EmbeddedStack stack, String prefix, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--bootstrap-servers=" + stack.bootstrapServers());
        all.add("--registry-url=" + stack.registryUrl());
        all.add("--topic-prefix=" + prefix);
        return alone(all.toArray(String[]::new));
    }

    /** Calls a command that needs no brokers. */
    public static CommandLineRun alone(String... arguments) {
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        ByteArrayOutputStream people = new ByteArrayOutputStream();
        int exitCode =
                Milepost.commandLine(new Terminal(stream(results), stream(people), false, Map.of()))
                        .execute(arguments);
        return new CommandLineRun(
                exitCode,
                results.toString(StandardCharsets.UTF_8),
                people.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
