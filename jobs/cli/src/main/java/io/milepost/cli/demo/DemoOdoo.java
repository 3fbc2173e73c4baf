package io.milepost.cli.demo;

import io.milepost.cli.InputException;
import io.milepost.local.odoo.OdooServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which Odoo the demo is played in: its own double, or a server that is named. */
final class DemoOdoo {

    private static final String KEY = "ODOO_KEY";

    @Option(
            names = "--odoo-url",
            paramLabel = "URL",
            description =
                    "An Odoo server that was set up for Milepost, to play in instead of a double."
                            + " The demo makes records of its own there and takes away what it"
                            + " can.")
    private String url;

    @Option(names = "--odoo-db", paramLabel = "NAME", description = "Its database.")
    private String database;

    @Option(
            names = "--odoo-login",
            paramLabel = "LOGIN",
            description =
                    "The user that people and jobs work as: may buy, receive, bill, and make"
                            + " suppliers and products.")
    private String login;

    @Option(
            names = "--odoo-key-file",
            paramLabel = "FILE",
            description =
                    "File that holds the user's API key and nothing else (default: the environment"
                            + " variable ODOO_KEY).")
    private Path keyFile;

    /** Whether a server is named. */
    boolean isNamed() {
        return url != null || database != null || login != null || keyFile != null;
    }

    /**
     * The server; empty for the double.
     *
     * @param environment of the process
     * @throws InputException with everything that is missing
     */
    Optional<OdooServer> server(Map<String, String> environment) throws InputException {
        if (!isNamed()) {
            return Optional.empty();
        }
        List<String> problems = new ArrayList<>();
        present("--odoo-url", url, problems);
        present("--odoo-db", database, problems);
        present("--odoo-login", login, problems);
        boolean inEnvironment = !environment.getOrDefault(KEY, "").isBlank();
        if (keyFile == null && !inEnvironment) {
            problems.add(
                    "the key: expected the environment variable ODOO_KEY or --odoo-key-file but"
                            + " found neither");
        }
        if (!problems.isEmpty()) {
            throw new InputException(
                    "the Odoo server cannot be used\n" + String.join("\n", problems), null);
        }
        String key =
                keyFile == null
                        ? "${env:" + KEY + "}"
                        : "${file:" + keyFile.toAbsolutePath().normalize() + "}";
        return Optional.of(new OdooServer(url, database, login, key));
    }

    private static void present(String option, String value, List<String> problems) {
        if (value == null || value.isBlank()) {
            problems.add(option + ": expected a value but found nothing");
        }
    }
}
