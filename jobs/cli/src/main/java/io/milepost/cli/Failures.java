package io.milepost.cli;

import io.milepost.local.stack.PortInUseException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of a command that does not succeed: short, and where to read on. */
final class Failures {

    private Failures() {}

    /** The command line cannot be understood. */
    static int usage(ParameterException problem, String[] arguments) {
        CommandLine line = problem.getCommandLine();
        PrintWriter err = line.getErr();
        err.println(line.getCommandSpec().qualifiedName() + ": " + problem.getMessage());
        Usage.problems(line, arguments).stream()
                .filter(other -> !other.equals(problem.getMessage()))
                .forEach(err::println);
        UnmatchedArgumentException.printSuggestions(problem, err);
        err.println("See '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCodes.USAGE;
    }

    /** The command was understood and failed. */
    static int execution(Exception problem, CommandLine line, ParseResult result) {
        String name = line.getCommandSpec().qualifiedName();
        line.getErr().println(name + ": " + message(problem));
        String log = System.getProperty("milepost.log");
        if (problem instanceof InputException) {
            return ExitCodes.USAGE;
        }
        if (log != null && !(problem instanceof PortInUseException)) {
            org.slf4j.LoggerFactory.getLogger(Failures.class).error("{} failed", name, problem);
            line.getErr().println("The log is " + log);
        }
        return ExitCodes.FAILED;
    }

    private static String message(Throwable problem) {
        String message = problem.getMessage();
        if (message == null || message.isBlank()) {
            return problem.toString();
        }
        boolean forPeople =
                problem instanceof java.io.IOException || problem instanceof RuntimeException;
        return forPeople ? message : problem.toString();
    }
}
