package io.milepost.cli.options;

import java.io.PrintStream;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets a command say what it would go by. */
public final class PrintConfig {

    private static final String NAME = "--print-config";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = NAME,
            description = "Print the effective settings, secrets masked, and do nothing else.")
    private boolean asked;

    /**
     * Prints the settings if that was asked for.
     *
     * @return whether it was
     */
    public boolean printed(PrintStream out) {
        return printed(out, Map.of());
    }

    /**
     * Prints the settings if that was asked for.
     *
     * @param effective what is used of options that stand for something else when they are not
     *     given, by their names without dashes
     * @return whether it was
     */
    public boolean printed(PrintStream out, Map<String, String> effective) {
        if (!asked) {
            return false;
        }
        for (OptionSpec option : command.options()) {
            Object value = option.getValue();
            if (!option.usageHelp()
                    && !option.versionHelp()
                    && !option.longestName().equals(NAME)) {
                String name = option.longestName().substring(2);
                String given = value == null ? "" : Brokers.masked(name, value.toString());
                String text = effective.getOrDefault(name, given);
                out.println((name + " = " + text).stripTrailing());
            }
        }
        return true;
    }
}
