package io.milepost.partners.mapping;

import io.milepost.partners.message.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A template cannot be used; the message has a line for each problem. */
public final class TemplateException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** With everything that is wrong. */
    public TemplateException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, with line and column of the template. */
    public List<Problem> problems() {
        return problems;
    }
}
