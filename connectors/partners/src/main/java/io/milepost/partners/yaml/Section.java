package io.milepost.partners.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A mapping of a file whose fields are known by name; others are problems. */
public final class Section {

    private final Node node;
    private final String path;
    private final Problems problems;
    private final Map<String, Node> fields = new LinkedHashMap<>();

    private Section(Node node, String path, Problems problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
    }

    /**
     * Reads the fields of a mapping.
     *
     * @param path of the mapping in the file; empty for the file itself
     * @param known the fields that it may have; empty for any
     * @return empty if it is no mapping, which is then a problem
     */
    public static Optional<Section> of(
            Node node, String path, List<String> known, Problems problems) {
        if (!(node instanceof MappingNode mapping)) {
            problems.add(node, path, named("fields", known), describe(node));
            return Optional.empty();
        }
        Section section = new Section(node, path, problems);
        mapping.getValue()
                .forEach(field -> section.add(field.getKeyNode(), field.getValueNode(), known));
        return Optional.of(section);
    }

    private void add(Node key, Node value, List<String> known) {
        String name = key instanceof ScalarNode scalar ? scalar.getValue() : describe(key);
        if (!known.isEmpty() && !known.contains(name)) {
            problems.add(key, path(name), "one of " + String.join(", ", known), "an unknown field");
        } else if (fields.putIfAbsent(name, value) != null) {
            problems.add(key, path(name), "the field once", "it again");
        }
    }

    private static String named(String what, List<String> known) {
        return known.isEmpty() ? what : what + " " + String.join(", ", known);
    }

    /** The path of a field of this section. */
    public String path(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    /** The path of the mapping itself; empty for the file. */
    public String path() {
        return path;
    }

    /** The mapping itself. */
    public Node node() {
        return node;
    }

    /** What is wrong with its file. */
    public Problems problems() {
        return problems;
    }

    /** Every field that has a value, in the order of the file. */
    public Map<String, Node> fields() {
        Map<String, Node> present = new LinkedHashMap<>();
        fields.keySet().forEach(it -> node(it).ifPresent(value -> present.put(it, value)));
        return present;
    }

    /** A field that is a mapping; empty if it is absent, or none, which is then a problem. */
    public Optional<Section> section(String field, List<String> known) {
        return node(field).flatMap(it -> of(it, path(field), known, problems));
    }

    /** The value of a field, whatever it is; a field without a value counts as absent. */
    public Optional<Node> node(String field) {
        return Optional.ofNullable(fields.get(field))
                .filter(value -> !value.getTag().equals(Tag.NULL));
    }

    /**
     * The value of a field that must be there, converted.
     *
     * @param expected what it should be, in words, if it is missing or cannot be converted
     * @param conversion gives empty for what cannot be converted
     * @param otherwise stands in for a value that was a problem
     */
    public <T> T required(
            String field, String expected, Function<String, Optional<T>> conversion, T otherwise) {
        if (node(field).isEmpty()) {
            problems.add(node, path(field), expected, "nothing");
            return otherwise;
        }
        return optional(field, expected, conversion, otherwise);
    }

    /** The value of a field, converted, or another value if it is absent or was a problem. */
    public <T> T optional(
            String field, String expected, Function<String, Optional<T>> conversion, T otherwise) {
        Optional<Node> value = node(field);
        if (value.isEmpty()) {
            return otherwise;
        }
        Optional<T> converted =
                value.get() instanceof ScalarNode scalar
                        ? conversion.apply(scalar.getValue())
                        : Optional.empty();
        if (converted.isEmpty()) {
            problems.add(value.get(), path(field), expected, describe(value.get()));
        }
        return converted.orElse(otherwise);
    }

    /**
     * The values of a field that is a list, each converted; what is no value is a problem.
     *
     * @param expected what each should be, in words
     * @return empty if the field is absent
     */
    public <T> List<T> list(
            String field, String expected, Function<String, Optional<T>> conversion) {
        List<T> values = new ArrayList<>();
        List<Node> nodes = nodes(field, "a list, each " + expected);
        for (int i = 0; i < nodes.size(); i++) {
            Node value = nodes.get(i);
            Optional<T> converted =
                    value instanceof ScalarNode scalar
                            ? conversion.apply(scalar.getValue())
                            : Optional.empty();
            if (converted.isEmpty()) {
                problems.add(value, path(field) + "[" + i + "]", expected, describe(value));
            }
            converted.ifPresent(values::add);
        }
        return values;
    }

    /** The elements of a field that is a list; none if it is absent or no list, a problem. */
    public List<Node> nodes(String field, String expected) {
        Optional<Node> value = node(field);
        if (value.orElse(null) instanceof SequenceNode list) {
            return list.getValue();
        }
        value.ifPresent(it -> problems.add(it, path(field), expected, describe(it)));
        return List.of();
    }

    /** A node in words: the text of a scalar, else what kind it is. */
    public static String describe(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().isEmpty() ? "nothing" : scalar.getValue();
        }
        return node instanceof MappingNode ? "fields" : "a list";
    }
}
