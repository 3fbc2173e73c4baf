package io.milepost.partners.profile;

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

/** A mapping of a profile; fields that nobody knows and fields that come twice are problems. */
final class Section {

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
     * @param known the fields that it may have; empty for any
     * @return a section without fields if it is no mapping, which is then a problem
     */
    static Section of(Node node, String path, List<String> known, Problems problems) {
        Section section = new Section(node, path, problems);
        if (node instanceof MappingNode mapping) {
            mapping.getValue()
                    .forEach(it -> section.add(it.getKeyNode(), it.getValueNode(), known));
        } else {
            problems.add(
                    node,
                    path,
                    known.isEmpty() ? "fields" : "fields " + String.join(", ", known),
                    describe(node));
        }
        return section;
    }

    private void add(Node key, Node value, List<String> known) {
        String name = key instanceof ScalarNode scalar ? scalar.getValue() : describe(key);
        if (!known.isEmpty() && !known.contains(name)) {
            problems.add(key, path(name), "one of " + String.join(", ", known), "an unknown field");
        } else if (fields.putIfAbsent(name, value) != null) {
            problems.add(key, path(name), "the field once", "it again");
        }
    }

    /** The path of a field of this section. */
    String path(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    Node node() {
        return node;
    }

    Problems problems() {
        return problems;
    }

    /** Every field that has a value, in the order of the file. */
    Map<String, Node> fields() {
        Map<String, Node> present = new LinkedHashMap<>();
        fields.keySet().forEach(it -> node(it).ifPresent(value -> present.put(it, value)));
        return present;
    }

    /** The value of a field, whatever it is; a field without a value counts as absent. */
    Optional<Node> node(String field) {
        return Optional.ofNullable(fields.get(field))
                .filter(value -> !value.getTag().equals(Tag.NULL));
    }

    /** A field that is a mapping. */
    Optional<Section> section(String field, List<String> known) {
        return node(field).map(it -> of(it, path(field), known, problems));
    }

    /** The value of a field, converted, or another value if it is absent or was a problem. */
    <T> T value(
            String field, String expected, Function<String, Optional<T>> conversion, T otherwise) {
        return node(field)
                .map(it -> convert(it, path(field), expected, conversion, otherwise))
                .orElse(otherwise);
    }

    /** The same of a field that must be there, if nothing stands in for it. */
    <T> T required(
            String field, String expected, Function<String, Optional<T>> conversion, T otherwise) {
        if (otherwise == null && node(field).isEmpty()) {
            problems.add(node, path(field), expected, "nothing");
        }
        return value(field, expected, conversion, otherwise);
    }

    private <T> T convert(
            Node value,
            String itsPath,
            String expected,
            Function<String, Optional<T>> conversion,
            T otherwise) {
        Optional<T> converted =
                value instanceof ScalarNode scalar
                        ? conversion.apply(scalar.getValue())
                        : Optional.empty();
        if (converted.isEmpty()) {
            problems.add(value, itsPath, expected, describe(value));
        }
        return converted.orElse(otherwise);
    }

    /** The values of a field that is a list; none if it is absent. */
    List<String> list(String field, String expected) {
        List<String> values = new ArrayList<>();
        List<Node> nodes = nodes(field, "a list, each " + expected);
        for (int i = 0; i < nodes.size(); i++) {
            String value =
                    convert(
                            nodes.get(i),
                            path(field) + "[" + i + "]",
                            expected,
                            text -> Optional.of(text).filter(it -> !it.isBlank()),
                            (String) null);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** The elements of a field that is a list; none if it is absent or no list, a problem. */
    List<Node> nodes(String field, String expected) {
        Optional<Node> value = node(field);
        if (value.orElse(null) instanceof SequenceNode list) {
            return list.getValue();
        }
        value.ifPresent(it -> problems.add(it, path(field), expected, describe(it)));
        return List.of();
    }

    /** A node in words: the text of a scalar, else what kind it is. */
    static String describe(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().isEmpty() ? "nothing" : scalar.getValue();
        }
        return node instanceof MappingNode ? "fields" : "a list";
    }
}
