package io.milepost.cli.policies;

import io.milepost.events.SlaPolicy;
import io.milepost.partners.yaml.Problems;
import io.milepost.partners.yaml.Section;
import io.milepost.partners.yaml.YamlFile;
import io.milepost.partners.yaml.YamlProblem;
import io.milepost.state.sla.Selectors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads policy files one after the other and remembers where each rule's version was given. */
final class PolicyReader {

    private static final List<String> FIELDS = List.of("rules");

    private final List<SlaPolicy> policies = new ArrayList<>();
    private final List<YamlProblem> problems = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();

    /**
     * Reads a file.
     *
     * @param file how messages name it
     */
    void read(String file, String yaml) {
        Problems here = new Problems(file);
        compose(file, yaml, here)
                .flatMap(root -> Section.of(root, "", FIELDS, here))
                .ifPresent(root -> readRules(file, root, here));
        problems.addAll(here.sorted());
    }

    /**
     * The policies of all files.
     *
     * @throws PolicyFormatException with every problem of every file
     */
    List<SlaPolicy> finish() throws PolicyFormatException {
        if (!problems.isEmpty()) {
            throw new PolicyFormatException(problems);
        }
        return List.copyOf(policies);
    }

    private static Optional<Node> compose(String file, String yaml, Problems problems) {
        Optional<Node> root = YamlFile.compose(file, yaml, problems);
        if (root.isEmpty() && problems.none()) {
            problems.add(1, "rules", "a list of rules", "nothing");
        }
        return root;
    }

    private void readRules(String file, Section root, Problems here) {
        Optional<Node> rules = root.node("rules");
        if (!(rules.orElse(null) instanceof SequenceNode list)) {
            String found = rules.map(Section::describe).orElse("nothing");
            rules.ifPresentOrElse(
                    node -> here.add(node, "rules", "a list of rules", found),
                    () -> here.add(1, "rules", "a list of rules", found));
            return;
        }
        RuleReader reader = new RuleReader(here);
        for (int i = 0; i < list.getValue().size(); i++) {
            Node node = list.getValue().get(i);
            String path = "rules[" + i + "]";
            reader.read(node, path)
                    .ifPresent(
                            policy -> {
                                requireNew(file, node, path, policy, here);
                                requireApart(node, path, policy, here);
                                policies.add(policy);
                            });
        }
    }

    private void requireNew(String file, Node node, String path, SlaPolicy policy, Problems here) {
        String version = PublishedPolicies.named(policy) + " version " + policy.getVersion();
        String before = places.putIfAbsent(version, file + " " + path);
        if (before != null && !policy.getRule().isEmpty()) {
            here.add(node, path, "each version of a rule once", version + " as in " + before);
        }
    }

    /** Of two variants for the very same lines nobody could say which one holds. */
    private void requireApart(Node node, String path, SlaPolicy policy, Problems here) {
        policies.stream()
                .filter(other -> Variants.overlap(policy, other))
                .findFirst()
                .ifPresent(
                        other ->
                                here.add(
                                        node,
                                        path + ".selector",
                                        "another selector than that of "
                                                + PublishedPolicies.named(other)
                                                + " version "
                                                + other.getVersion(),
                                        "the same: " + Selectors.inWords(policy.getSelector())));
    }
}
