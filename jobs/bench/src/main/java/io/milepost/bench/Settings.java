package io.milepost.bench;

import io.milepost.bench.story.Mix;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

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
 */
record Settings(
        int rounds,
        List<Integer> lines,
        int facts,
        Mix mix,
        String backend,
        String checkpoints,
        List<String> rungs,
        String profiled) {

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
                System.getProperty("bench.profile", "none"));
    }

    private static List<String> list(String property, String otherwise) {
        return Arrays.asList(System.getProperty(property, otherwise).split(",", -1));
    }

    /** Settings of Flink. */
    Map<String, String> flink() {
        return Map.of(
                "execution.checkpointing.interval", checkpoints,
                "state.backend.type", backend,
                "execution.checkpointing.incremental", "true",
                // Many fail while a job ends; the last one that was whole must still be found.
                "web.checkpoints.history", "1000",
                // A run that fails is no figure.
                "restart-strategy.type", "none",
                "pipeline.object-reuse", "true");
    }
}
