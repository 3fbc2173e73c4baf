package io.milepost.local.run;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.local.stack.StackOptions;
import io.milepost.pipelines.milestones.MilestonesJob;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * How the milestones job runs on the embedded stack.
 *
 * @param stack the stack
 * @param topicPrefix what is put before every topic's name; empty for none
 * @param parallelism subtasks of each operator
 * @param checkpointInterval time between checkpoints
 * @param jobArguments further arguments of the job, such as {@code --feed-silence=5 s}
 * @param clocks what moves the clock; the product's, but for tests that must fail
 */
public record RunOptions(
        StackOptions stack,
        String topicPrefix,
        int parallelism,
        Duration checkpointInterval,
        List<String> jobArguments,
        MilestonesJob.Clocks clocks) {

    /** Keeps its own copy. */
    public RunOptions {
        jobArguments = List.copyOf(jobArguments);
    }

    /** One subtask, a checkpoint a second. */
    public static RunOptions defaults() {
        return new RunOptions(
                StackOptions.defaults(),
                "",
                1,
                Duration.ofSeconds(1),
                List.of(),
                MilestonesJob.Clocks.right());
    }

    /** On this stack. */
    public RunOptions withStack(StackOptions options) {
        return new RunOptions(
                options, topicPrefix, parallelism, checkpointInterval, jobArguments, clocks);
    }

    /** With so many subtasks. */
    public RunOptions withParallelism(int subtasks) {
        return new RunOptions(
                stack, topicPrefix, subtasks, checkpointInterval, jobArguments, clocks);
    }

    /** With this before every topic's name. */
    public RunOptions withTopicPrefix(String prefix) {
        return new RunOptions(stack, prefix, parallelism, checkpointInterval, jobArguments, clocks);
    }

    /** With so much time between checkpoints. */
    public RunOptions withCheckpointInterval(Duration interval) {
        return new RunOptions(stack, topicPrefix, parallelism, interval, jobArguments, clocks);
    }

    /** With these further arguments of the job. */
    public RunOptions withJobArguments(String... arguments) {
        return new RunOptions(
                stack, topicPrefix, parallelism, checkpointInterval, List.of(arguments), clocks);
    }

    /** With another clock of the facts, for tests that must fail. */
    public RunOptions withClock(WatermarkStrategy<InboundRecord> other) {
        return with(new MilestonesJob.Clocks(other, clocks.answers()));
    }

    /** With another clock of what Odoo answers, for tests that must fail. */
    public RunOptions withClockOfAnswers(WatermarkStrategy<InboundRecord> other) {
        return with(new MilestonesJob.Clocks(clocks.facts(), other));
    }

    private RunOptions with(MilestonesJob.Clocks others) {
        return new RunOptions(
                stack, topicPrefix, parallelism, checkpointInterval, jobArguments, others);
    }
}
