package io.milepost.cli.replay;

/** A cell that could not be read; whoever reads the log keeps the problem, and goes on. */
final class UnreadableCell extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient LogProblem problem;

    UnreadableCell(LogProblem problem) {
        super(problem.message());
        this.problem = problem;
    }

    LogProblem problem() {
        return problem;
    }
}
