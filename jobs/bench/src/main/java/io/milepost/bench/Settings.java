package io.milepost.bench;

import io.milepost.bench.story.Mix;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is measured.
 *
 * @param rounds how often, one more that warms up not counted
 * @param lines numbers of open lines, each a table of its own
 * @param facts facts of each line
 * @param mix which events
 * @param backend Flink's state backend
 * @param checkpoints interval of checkpoints, as Flink writes it
 * @param rungs names of the rungs
 * @param profiled name of the rung whose runs are recorded; its figures are then dearer
 * @param flinkOptions settings of Flink besides ours, which win
 */
record Settings(
        int rounds,
        List<Integer> lines,
        int facts,
        Mix mix,
        String backend,
        String checkpoints,
        List<String> rungs,
        String profiled,
        Map<String, String> flinkOptions) {

    /** From the system properties {@code bench.*}. */
    static Settings given() {
        return new Settings(
                Integer.getInteger("bench.rounds", 3),
                list("bench.lines", "10000").stream().map(Integer::valueOf).toList(),
                Integer.getInteger("bench.facts", 10),
                Mix.named(System.getProperty("bench.mix", "distributor")),
                System.getProperty("bench.backend", "rocksdb"),
                System.getProperty("bench.checkpoints", "5 s"),
                list("bench.rungs", "consumer,pass-through,keyed,textbook,job"),
                System.getProperty("bench.profile", "none"),
                options(System.getProperty("bench.flink", "")));
    }

    /** Whether topics are read side by side by time, as they come when they are read live. */
    boolean isInOrder() {
        return Boolean.getBoolean("bench.in-order");
    }

    /** KEY=VALUE, several divided by semicolons. */
    private static Map<String, String> options(String given) {
        Map<String, String> options = new TreeMap<>();
        for (String option : given.split(";", -1)) {
            if (!option.isBlank()) {
                String[] parts = option.split("=", 2);
                if (parts.length < 2) {
                    throw new IllegalArgumentException(
                            "bench.flink: expected KEY=VALUE but found " + option);
                }
                options.put(parts[0].trim(), parts[1].trim());
            }
        }
        return options;
    }

    private static List<String> list(String property, String otherwise) {
        return Arrays.asList(System.getProperty(property, otherwise).split(",", -1));
    }

    /** Settings of Flink. */
    Map<String, String> flink() {
        Map<String, String> all = new TreeMap<>();
        all.put("execution.checkpointing.interval", checkpoints);
        all.put("state.backend.type", backend);
        all.put("execution.checkpointing.incremental", "true");
        // As the jobs set it.
        all.put("state.backend.rocksdb.use-bloom-filter", "true");
        // Many fail while a job ends; the last one that was whole must still be found.
        all.put("web.checkpoints.history", "1000");
        // A run that fails is no figure.
        all.put("restart-strategy.type", "none");
        all.put("pipeline.object-reuse", "true");
        all.putAll(flinkOptions);
        return all;
    }
}
