package io.milepost.cli.intake;

import io.milepost.kafka.Secrets;
import io.milepost.partners.yaml.Problems;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A secret as a file names it; it is looked up where it is used.
 *
 * @param place where it stands
 * @param path path of its field
 * @param text the reference; what is no secret may stand for itself
 */
record Reference(Node place, String path, String text) {

    /** What a reference looks like, in words. */
    static final String EXPECTED = "a reference such as ${env:NAME} or ${file:/path:key}";

    private static final Pattern FORM = Pattern.compile("\\$\\{(env:[^}:]+|file:[^}:]+:[^}:]+)}");

    /** Reads a reference; a secret in plain words is a problem, and is not shown. */
    static Optional<Reference> read(Node node, String path, Problems problems) {
        if (node instanceof ScalarNode scalar && FORM.matcher(scalar.getValue()).matches()) {
            return Optional.of(new Reference(node, path, scalar.getValue()));
        }
        problems.add(node, path, EXPECTED, "something else");
        return Optional.empty();
    }

    /** Looks it up; one that leads nowhere is a problem. */
    Optional<String> secret(Problems problems) {
        if (!FORM.matcher(text).matches()) {
            return Optional.of(text);
        }
        try {
            String found = Secrets.resolve("", Map.of("value", text)).get("value");
            if (found != null && !found.isBlank() && !found.equals(text)) {
                return Optional.of(found);
            }
        } catch (IllegalArgumentException leadsNowhere) {
            // Its message would say the same without the line.
        }
        problems.add(place, path, text + " to lead to a value", "none");
        return Optional.empty();
    }
}
