package io.milepost.kafka.claim;

import java.io.Serializable;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That a run of a job is the one that may write somewhere. Of several runs that claim the same the
 * newest may. Kafka holds it: a claim is a transactional id.
 *
 * @param name what is claimed, such as the full name of a topic
 * @param run the run; a newer one has a higher number. It is the same after a failure
 */
public record Claim(String name, long run) implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Pattern RUN = Pattern.compile("(\\d{1,18})/.*");

    /** Checks that there is a name. */
    public Claim {
        Objects.requireNonNull(name, "name");
    }

    /**
     * The transactional id of one subtask. How many there are is part of it: with another number
     * each has other work, so that it is none of the same subtask.
     */
    String id(int subtask, int subtasks) {
        return prefix() + run + "/" + subtask + "-of-" + subtasks;
    }

    /**
     * A transactional id that says of the run that it is there, and that nothing is written under.
     */
    String shown(int subtask) {
        return prefix() + run + "/shown-by-" + subtask;
    }

    /** Whether a transactional id is one of this claim's subtasks, of so many. */
    boolean has(String id, int subtasks) {
        return id.startsWith(prefix() + run + "/") && id.endsWith("-of-" + subtasks);
    }

    /** The run whose transactional id this is, if it claims the same. */
    OptionalLong runOf(String id) {
        if (!id.startsWith(prefix())) {
            return OptionalLong.empty();
        }
        Matcher run = RUN.matcher(id.substring(prefix().length()));
        return run.matches() ? OptionalLong.of(Long.parseLong(run.group(1))) : OptionalLong.empty();
    }

    private String prefix() {
        return name + "/claim/";
    }
}
