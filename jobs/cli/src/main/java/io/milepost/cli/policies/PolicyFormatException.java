package io.milepost.cli.policies;

import io.milepost.partners.yaml.YamlProblem;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Policy files have problems; the message has a line for each. */
public final class PolicyFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    /** With every problem that was found, at least one. */
    PolicyFormatException(List<YamlProblem> problems) {
        super(problems.stream().map(YamlProblem::message).collect(Collectors.joining("\n")));
    }
}
