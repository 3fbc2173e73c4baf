package io.milepost.cli.policies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects what is wrong with one file, so that it is all told at once. */
final class Problems {

    private final String file;
    private final List<PolicyProblem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Node where, String field, String expected, String found) {
        add(line(where), field, expected, found);
    }

    void add(int line, String field, String expected, String found) {
        this.found.add(new PolicyProblem(file, line, field, expected, found));
    }

    /** Whether nothing is wrong until now. */
    boolean none() {
        return found.isEmpty();
    }

    /** The problems in the order of the file's lines. */
    List<PolicyProblem> sorted() {
        return found.stream().sorted(Comparator.comparingInt(PolicyProblem::line)).toList();
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
