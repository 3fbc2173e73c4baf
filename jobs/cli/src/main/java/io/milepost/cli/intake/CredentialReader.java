package io.milepost.cli.intake;

import io.milepost.partners.intake.credential.ApiKey;
import io.milepost.partners.intake.credential.BodySignature;
import io.milepost.partners.intake.credential.ClientCertificate;
import io.milepost.partners.intake.credential.Credential;
import io.milepost.partners.intake.credential.StandardWebhook;
import io.milepost.partners.yaml.Problems;
import io.milepost.partners.yaml.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads how partners prove who they are. */
final class CredentialReader {

    private static final String PUBLIC_KEY = "whpk_";

    private static final List<String> KINDS =
            List.of(
                    "api-key",
                    "standard-webhook",
                    "aftership",
                    "easypost",
                    "body-signature",
                    "certificate");

    static final List<String> FIELDS =
            List.of(
                    "api-key",
                    "standard-webhook",
                    "aftership",
                    "easypost",
                    "body-signature",
                    "certificate",
                    "tolerance",
                    "header",
                    "prefix",
                    "encoding");

    private final Problems problems;

    CredentialReader(Problems problems) {
        this.problems = problems;
    }

    /** The credentials of a partner; none if it has none. */
    List<CredentialSetting> read(Section partner) {
        List<CredentialSetting> read = new ArrayList<>();
        List<Node> nodes = partner.nodes("credentials", "a list of credentials");
        for (int i = 0; i < nodes.size(); i++) {
            Section.of(nodes.get(i), partner.path("credentials[" + i + "]"), FIELDS, problems)
                    .flatMap(this::one)
                    .ifPresent(read::add);
        }
        return read;
    }

    private Optional<CredentialSetting> one(Section section) {
        List<String> given = KINDS.stream().filter(it -> section.node(it).isPresent()).toList();
        if (given.size() != 1) {
            problems.add(
                    section.node(),
                    section.path(),
                    "one of " + String.join(", ", KINDS),
                    given.isEmpty() ? "none" : String.join(" and ", given));
            return Optional.empty();
        }
        String kind = given.get(0);
        refuseParts(section, kind);
        return Optional.of(new CredentialSetting(values(section, kind), credential(section, kind)))
                .filter(setting -> !setting.values().isEmpty());
    }

    /** Fields that say something only of another kind. */
    private void refuseParts(Section section, String kind) {
        List<String> own =
                switch (kind) {
                    case "standard-webhook" -> List.of("tolerance");
                    case "body-signature" -> List.of("header", "prefix", "encoding");
                    default -> List.of();
                };
        section.fields()
                .forEach(
                        (field, node) -> {
                            if (!KINDS.contains(field) && !own.contains(field)) {
                                problems.add(
                                        node,
                                        section.path(field),
                                        "no such field of " + kind,
                                        "it");
                            }
                        });
    }

    private Function<List<String>, Credential> credential(Section section, String kind) {
        return switch (kind) {
            case "api-key" -> ApiKey::new;
            case "aftership" -> BodySignature::afterShip;
            case "easypost" -> BodySignature::easyPost;
            case "certificate" -> ClientCertificate::new;
            case "standard-webhook" -> {
                Duration tolerance =
                        section.optional(
                                "tolerance",
                                Values.DURATION,
                                Values::duration,
                                StandardWebhook.TOLERANCE);
                yield keys -> new StandardWebhook(keys, tolerance);
            }
            default -> {
                String header = section.required("header", "a header", Values::text, "");
                String prefix = section.optional("prefix", "text", Optional::of, "");
                BodySignature.Encoding encoding =
                        section.required(
                                "encoding",
                                "hex or base64",
                                Values.constant(BodySignature.Encoding.class),
                                BodySignature.Encoding.HEX);
                yield secrets -> new BodySignature(header, prefix, encoding, secrets);
            }
        };
    }

    private List<Reference> values(Section section, String kind) {
        List<Reference> values = new ArrayList<>();
        List<Node> nodes = section.nodes(kind, "a list, each " + Reference.EXPECTED);
        for (int i = 0; i < nodes.size(); i++) {
            String path = section.path(kind) + "[" + i + "]";
            if (isPublic(kind, nodes.get(i))) {
                values.add(
                        new Reference(nodes.get(i), path, ((ScalarNode) nodes.get(i)).getValue()));
            } else {
                Reference.read(nodes.get(i), path, problems).ifPresent(values::add);
            }
        }
        if (nodes.isEmpty()) {
            problems.add(section.node(), section.path(kind), "at least one", "none");
        }
        return values;
    }

    /** A certificate's fingerprint and a public key are no secrets. */
    private static boolean isPublic(String kind, Node node) {
        return node instanceof ScalarNode scalar
                && (kind.equals("certificate")
                        || (kind.equals("standard-webhook")
                                && scalar.getValue().startsWith(PUBLIC_KEY)));
    }
}
