package io.milepost.pipelines.settings;

import java.util.List;

/** Settings are wrong; the message lists everything that is. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    SettingsException(List<String> problems) {
        super("settings:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, one message each. */
    public List<String> problems() {
        return problems;
    }
}
