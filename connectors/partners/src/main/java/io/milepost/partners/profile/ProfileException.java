package io.milepost.partners.profile;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A profile has problems; the message has a line for each. */
public final class ProfileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient List<ProfileProblem> problems;

    /** With every problem that was found, at least one. */
    ProfileException(List<ProfileProblem> problems) {
        super(problems.stream().map(ProfileProblem::message).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Every problem, in the order of the file's lines. */
    public List<ProfileProblem> problems() {
        return problems;
    }
}
