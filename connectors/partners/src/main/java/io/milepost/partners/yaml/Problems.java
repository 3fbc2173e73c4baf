package io.milepost.partners.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects what is wrong with one file, so that it is all told at once. */
public final class Problems {

    private final String file;
    private final List<YamlProblem> found = new ArrayList<>();

    /** Nothing is wrong yet with a file that messages name so. */
    public Problems(String file) {
        this.file = file;
    }

    /** What stands there is something else than was expected. */
    public void add(Node where, String field, String expected, String found) {
        add(line(where), field, expected, found);
    }

    /** What stands on the line is something else than was expected. */
    public void add(int line, String field, String expected, String found) {
        this.found.add(new YamlProblem(file, line, field, expected, found));
    }

    /** Whether nothing is wrong until now. */
    public boolean none() {
        return found.isEmpty();
    }

    /** The problems in the order of the file's lines. */
    public List<YamlProblem> sorted() {
        return found.stream().sorted(Comparator.comparingInt(YamlProblem::line)).toList();
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
