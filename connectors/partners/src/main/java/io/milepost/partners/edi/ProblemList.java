package io.milepost.partners.edi;

import io.milepost.partners.message.Place;
import io.milepost.partners.message.Problem;
import java.util.ArrayList;
import java.util.List;

/** Problems up to a limit, and how many more there were. */
final class ProblemList {

    private final int most;
    private final List<Problem> problems = new ArrayList<>();
    private int more;
    private boolean moreErrors;

    ProblemList(int most) {
        this.most = most;
    }

    void add(Problem problem) {
        if (problems.size() < most) {
            problems.add(problem);
        } else {
            more++;
            moreErrors |= problem.severity() == Problem.Severity.ERROR;
        }
    }

    void addAll(List<Problem> all) {
        all.forEach(this::add);
    }

    void warn(String code, Place place, String message) {
        add(Problem.warning(code, place, message));
    }

    void error(String code, Place place, String message) {
        add(Problem.error(code, place, message));
    }

    /** What was noted; if there was more, the last says how much. */
    List<Problem> toList() {
        List<Problem> all = new ArrayList<>(problems);
        if (more > 0) {
            Problem.Severity severity =
                    moreErrors ? Problem.Severity.ERROR : Problem.Severity.WARNING;
            all.add(
                    new Problem(
                            severity, "more-problems", Place.WHOLE, more + " more are not listed"));
        }
        return List.copyOf(all);
    }
}
