package io.milepost.kafka.admin;

import java.util.List;

/** A job would not be safe on this cluster; the message lists everything that is wrong. */
public final class UnsafeStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    /** With the problems, at least one. */
    public UnsafeStartException(List<String> problems) {
        super(
                "not safe to start, "
                        + problems.size()
                        + (problems.size() == 1 ? " problem:" : " problems:")
                        + "\n - "
                        + String.join("\n - ", problems));
        this.problems = List.copyOf(problems);
    }

    /** The problems, one each. */
    public List<String> problems() {
        return List.copyOf(problems);
    }
}
