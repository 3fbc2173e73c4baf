package io.milepost.cli.submit;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How a job on a cluster is.
 *
 * @param state by Flink's own names, such as {@code RUNNING} or {@code RESTARTING}
 * @param operators how many chains of operators are in each state, such as {@code RUNNING}; states
 *     that none is in are left out
 */
public record JobState(String state, Map<String, Integer> operators) {

    private static final String RUNNING = "RUNNING";
    private static final Set<String> FINAL =
            Set.of("FAILED", "CANCELED", "FINISHED", "SUSPENDED", "FAILING", "CANCELLING");

    /** Keeps its own copy. */
    public JobState {
        operators = new TreeMap<>(operators);
        operators.values().removeIf(count -> count == 0);
    }

    /** Whether the job and every operator of it runs. */
    public boolean isRunning() {
        return state.equals(RUNNING) && operators.keySet().equals(Set.of(RUNNING));
    }

    /** Whether it ends or has ended. */
    public boolean isEnded() {
        return FINAL.contains(state);
    }

    /** For messages: {@code RESTARTING, operators {CREATED=12}}. */
    @Override
    public String toString() {
        return state + ", operators " + operators;
    }
}
