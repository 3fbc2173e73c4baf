package io.milepost.bench.line;

import io.milepost.cli.policies.PolicyFiles;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Measures and prints the tables of docs/performance.md. */
public final class LineMain {

    private static final String[] RULES = {RuleSets.NONE, PolicyFiles.DEMO, PolicyFiles.DEFAULT};
    private static final String[] WINDOWS = {"8/4", "16/8", "32/16", "64/32"};

    private LineMain() {}

    /** Arguments: counted rounds, in each of which everything is measured in a JVM of its own. */
    public static void main(String[] arguments) throws RunnerException {
        int rounds = Integer.parseInt(arguments[0]);
        LineTable growth = new LineTable("rules", "late");
        LineTable windows = new LineTable("window", "rules");
        for (int round = 0; round < rounds; round++) {
            for (String rules : RULES) {
                growth.add(row(rules, "0"));
            }
            growth.add(row(PolicyFiles.DEFAULT, "20"));
            for (String window : WINDOWS) {
                windows.add(
                        run(
                                new OptionsBuilder()
                                        .param("facts", "20", "1000")
                                        .param("rules", PolicyFiles.DEMO)
                                        .param("window", window)));
            }
        }
        System.out.println(growth.print() + "\n" + windows.print());
    }

    /** The figures of a row are compared, so they are taken side by side. */
    private static List<RunResult> row(String rules, String late) throws RunnerException {
        return run(
                new OptionsBuilder()
                        .param("facts", "10", "100", "1000")
                        .param("rules", rules)
                        .param("late", late));
    }

    private static List<RunResult> run(ChainedOptionsBuilder what) throws RunnerException {
        Options options =
                what.include(LineBenchmark.class.getName())
                        .addProfiler(CpuPerEvent.class)
                        .forks(1)
                        // Compiled after the same number of events however busy the machine is.
                        .jvmArgsAppend("-Xbatch")
                        .warmupIterations(3)
                        .measurementIterations(3)
                        .shouldDoGC(true)
                        .build();
        return List.copyOf(new Runner(options).run());
    }
}
