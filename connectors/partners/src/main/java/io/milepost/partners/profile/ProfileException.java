package io.milepost.partners.profile;

import io.milepost.partners.yaml.YamlProblem;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A profile has problems; the message has a line for each. */
public final class ProfileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient List<YamlProblem> problems;

    /** With every problem that was found, at least one. */
    ProfileException(List<YamlProblem> problems) {
        super(problems.stream().map(YamlProblem::message).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Every problem, in the order of the file's lines. */
    public List<YamlProblem> problems() {
        return problems;
    }
}
