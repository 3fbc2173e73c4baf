package io.milepost.partners.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects what is wrong with a profile, so that it is all told at once. */
final class Problems {

    private final String file;
    private final List<ProfileProblem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Node where, String field, String expected, String what) {
        add(file, line(where), field, expected, what);
    }

    void add(String itsFile, int line, String field, String expected, String what) {
        found.add(new ProfileProblem(itsFile, line, field, expected, what));
    }

    String file() {
        return file;
    }

    /** Ends with what was found, if something was. */
    void end() throws ProfileException {
        if (!found.isEmpty()) {
            throw new ProfileException(
                    found.stream().sorted(Comparator.comparingInt(ProfileProblem::line)).toList());
        }
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
