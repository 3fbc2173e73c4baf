package io.milepost.partners.profile;

import io.milepost.partners.yaml.Problems;
import io.milepost.partners.yaml.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads what a profile makes of documents, by templates and samples among its files. */
final class DocumentsReader {

    private static final List<String> OUTBOUND = List.of("order", "change", "cancellation");

    private final ProfileSource source;
    private final PartnerProfile parent;
    private final Problems problems;

    /**
     * For one profile.
     *
     * @param parent the profile that it extends; {@code null} if none
     */
    DocumentsReader(ProfileSource source, PartnerProfile parent, Problems problems) {
        this.source = source;
        this.parent = parent;
        this.problems = problems;
    }

    /** What is made of documents that come in; at least one type is a must. */
    Map<String, DocumentRule> inbound(Section root) {
        Map<String, DocumentRule> rules =
                rules(root, "documents", List.of(), parent == null ? null : parent.documents());
        if (rules.isEmpty()) {
            problems.add(root.node(), "documents", "at least one type of document", "none");
        }
        return rules;
    }

    /** What is made of our own documents, by their kind. */
    Map<String, DocumentRule> outbound(Section root) {
        return rules(root, "outbound", OUTBOUND, parent == null ? null : parent.outbound());
    }

    private Map<String, DocumentRule> rules(
            Section root, String field, List<String> types, Map<String, DocumentRule> extended) {
        Map<String, DocumentRule> rules =
                new LinkedHashMap<>(extended == null ? Map.of() : extended);
        root.section(field, types)
                .ifPresent(
                        documents ->
                                documents
                                        .fields()
                                        .forEach(
                                                (type, node) ->
                                                        rules.put(
                                                                type,
                                                                rule(documents, type, node))));
        return rules;
    }

    private DocumentRule rule(Section documents, String type, Node node) {
        if (node instanceof MappingNode) {
            String why =
                    documents
                            .section(type, List.of("nothing"))
                            .map(
                                    rule ->
                                            rule.required(
                                                    "nothing",
                                                    "why nothing is made of the document",
                                                    ProfileValues::text,
                                                    null))
                            .orElse(null);
            return new DocumentRule(null, null, why);
        }
        String template = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        String text = source.text(template);
        if (text == null) {
            problems.add(
                    node,
                    documents.path(type),
                    "a template among the profile's files",
                    template.isEmpty() ? Section.describe(node) : template);
        }
        return new DocumentRule(template, text == null ? "null" : text, null);
    }

    /** Messages with the events that are to come out of them. */
    List<Sample> samples(Section root) {
        List<Sample> samples = new ArrayList<>();
        List<Node> nodes = root.nodes("samples", "a list of samples");
        for (int i = 0; i < nodes.size(); i++) {
            Section.of(nodes.get(i), "samples[" + i + "]", List.of("message", "events"), problems)
                    .ifPresent(sample -> samples.add(sample(sample)));
        }
        return samples;
    }

    private Sample sample(Section sample) {
        String file = sample.required("message", "a file", ProfileValues::text, null);
        String expected = sample.required("events", "a file", ProfileValues::text, null);
        byte[] message = file == null ? null : source.files().get(file);
        if (file != null && message == null) {
            problems.add(
                    sample.node("message").orElse(sample.node()),
                    sample.path("message"),
                    "a message among the profile's files",
                    file);
        }
        return new Sample(
                file,
                message == null ? new byte[0] : message,
                expected,
                expected == null ? null : source.text(expected));
    }
}
