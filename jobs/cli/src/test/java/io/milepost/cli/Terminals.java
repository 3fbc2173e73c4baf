package io.milepost.cli;

import io.milepost.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A terminal whose words are kept. */
final class Terminals {

    private final ByteArrayOutputStream results = new ByteArrayOutputStream();
    private final ByteArrayOutputStream people = new ByteArrayOutputStream();
    private final Terminal terminal =
            new Terminal(stream(results), stream(people), false, Map.of("LANG", "en_US.UTF-8"));

    Terminal terminal() {
        return terminal;
    }

    String results() {
        return results.toString(StandardCharsets.UTF_8);
    }

    String people() {
        return people.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
