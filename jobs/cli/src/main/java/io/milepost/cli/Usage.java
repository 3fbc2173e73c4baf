package io.milepost.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Finds everything that is wrong with a command line, not only what comes first. */
final class Usage {

    private Usage() {}

    /**
     * The problems of a command line.
     *
     * @param line the command that refused it, or one above or below
     */
    static List<String> problems(CommandLine line, String... arguments) {
        CommandLine root = line;
        while (root.getParent() != null) {
            root = root.getParent();
        }
        collect(root, true);
        try {
            return errors(root.parseArgs(arguments)).map(Throwable::getMessage).distinct().toList();
        } finally {
            collect(root, false);
        }
    }

    private static Stream<Exception> errors(ParseResult result) {
        Stream<Exception> own = result.errors().stream();
        return result.hasSubcommand() ? Stream.concat(own, errors(result.subcommand())) : own;
    }

    private static void collect(CommandLine line, boolean all) {
        line.getCommandSpec().parser().collectErrors(all);
        line.getSubcommands().values().forEach(below -> collect(below, all));
    }
}
