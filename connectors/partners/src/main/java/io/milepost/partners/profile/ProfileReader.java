package io.milepost.partners.profile;

import io.milepost.partners.canonical.Speaker;
import io.milepost.partners.mapping.CodeMap;
import io.milepost.partners.mapping.MappingTerms;
import io.milepost.partners.message.Format;
import io.milepost.schemas.Catalogue;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads profiles, over those that they extend. */
final class ProfileReader {

    private static final List<String> FIELDS =
            List.of(
                    "extends",
                    "instance",
                    "company",
                    "partner",
                    "format",
                    "source-system",
                    "channel",
                    "senders",
                    "time-zone",
                    "time-of-dates",
                    "acknowledgements",
                    "type-at",
                    "documents",
                    "codes",
                    "outbound",
                    "delivery",
                    "samples");
    private static final List<String> OUTBOUND = List.of("order", "change", "cancellation");
    private static final String NAME = "a name of at most 64 letters, digits, dots and hyphens";
    private static final String SOURCE = NAME + ", and not one of Milepost's own";
    private static final LocalTime NOON = LocalTime.NOON;
    private static final String STAND_IN = "example";

    private final ProfileSource source;
    private final PartnerProfile parent;
    private final boolean forExtension;
    private final Problems problems;

    /**
     * For one profile.
     *
     * @param parent the profile that it extends; {@code null} if none
     * @param forExtension whether it only is there for others to extend, and speaks for nobody
     */
    ProfileReader(String file, ProfileSource source, PartnerProfile parent, boolean forExtension) {
        this.source = source;
        this.parent = parent;
        this.forExtension = forExtension;
        this.problems = new Problems(file);
    }

    /**
     * The name of the profile that one extends, before it is read.
     *
     * @return empty if it extends none, or is no YAML
     */
    static Optional<String> parentOf(ProfileSource source) {
        try {
            Optional<Node> root = compose(source);
            if (root.orElse(null) instanceof MappingNode mapping) {
                return mapping.getValue().stream()
                        .filter(it -> Section.describe(it.getKeyNode()).equals("extends"))
                        .map(it -> Section.describe(it.getValueNode()))
                        .findFirst();
            }
        } catch (YamlEngineException e) {
            // Told when the profile is read.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<Node> compose(ProfileSource source) {
        return new Compose(LoadSettings.builder().setLabel(source.name()).build())
                .composeString(source.yaml());
    }

    /** Reads the profile. */
    PartnerProfile read() throws ProfileException {
        Optional<Node> root = Optional.empty();
        try {
            root = compose(source);
            if (root.isEmpty()) {
                problems.add(problems.file(), 1, "", "a profile", "nothing");
            }
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            problems.add(problems.file(), line, "", "YAML", e.getProblem());
        } catch (YamlEngineException e) {
            problems.add(problems.file(), 1, "", "YAML", e.getMessage());
        }
        problems.end();
        PartnerProfile profile = read(Section.of(root.get(), "", FIELDS, problems));
        problems.end();
        return profile;
    }

    private PartnerProfile read(Section root) {
        Format format =
                root.required(
                        "format",
                        "one of x12, edifact, ubl, json",
                        ProfileReader::format,
                        parent == null ? null : parent.format());
        Format known = format == null ? Format.JSON : format;
        return new PartnerProfile(
                source.name(),
                parent == null ? null : parent.name(),
                known,
                speaker(root, known),
                root.list("senders", "an identification such as 01:123456789"),
                root.value(
                        "channel",
                        "a text",
                        ProfileReader::text,
                        parent == null ? null : parent.channel()),
                terms(root, known),
                root.value(
                        "type-at",
                        "a JSON pointer such as /event/type",
                        text -> Optional.of(text).filter(it -> it.startsWith("/")),
                        parent == null ? null : parent.typeAt()),
                documents(root),
                outbound(root),
                DeliveryReader.read(root, known),
                samples(root));
    }

    private Speaker speaker(Section root, Format format) {
        String standIn = forExtension ? STAND_IN : null;
        String adds =
                root.value(
                        "acknowledgements",
                        "replace or add",
                        text -> Optional.of(text).filter(it -> it.matches("replace|add")),
                        parent != null && parent.speaker().adds() ? "add" : "replace");
        String usual =
                parent != null
                        ? parent.speaker().sourceSystem()
                        : format.name().toLowerCase(Locale.ROOT);
        return new Speaker(
                orEmpty(root.required("instance", NAME, ProfileReader::name, standIn)),
                orEmpty(root.required("company", NAME, ProfileReader::name, standIn)),
                orEmpty(root.required("partner", NAME, ProfileReader::name, standIn)),
                root.value("source-system", SOURCE, ProfileReader::source, usual),
                adds.equals("add"));
    }

    private MappingTerms terms(Section root, Format format) {
        ZoneId zone =
                root.value(
                        "time-zone",
                        "an IANA time zone such as Europe/Berlin",
                        ProfileReader::zone,
                        parent == null ? ZoneOffset.UTC : parent.terms().zone());
        LocalTime time =
                root.value(
                        "time-of-dates",
                        "a time of day such as 12:00",
                        ProfileReader::time,
                        parent == null ? NOON : parent.terms().timeOfDates());
        return new MappingTerms(zone, time, format == Format.EDIFACT, codes(root));
    }

    private Map<String, CodeMap> codes(Section root) {
        Map<String, CodeMap> maps =
                new HashMap<>(parent == null ? Map.of() : parent.terms().codes());
        root.section("codes", List.of())
                .ifPresent(
                        codes ->
                                codes.fields()
                                        .keySet()
                                        .forEach(map -> maps.put(map, codeMap(codes, map, maps))));
        return maps;
    }

    private static CodeMap codeMap(Section codes, String map, Map<String, CodeMap> before) {
        Map<String, String> meanings = new LinkedHashMap<>();
        Section entries = codes.section(map, List.of()).orElseThrow();
        for (String code : entries.fields().keySet()) {
            meanings.put(code, entries.value(code, "a text", ProfileReader::text, ""));
        }
        return before.getOrDefault(map, new CodeMap(map, Map.of())).with(meanings);
    }

    private Map<String, DocumentRule> documents(Section root) {
        Map<String, DocumentRule> rules =
                new LinkedHashMap<>(parent == null ? Map.of() : parent.documents());
        root.section("documents", List.of())
                .ifPresent(
                        documents ->
                                documents
                                        .fields()
                                        .forEach(
                                                (type, node) ->
                                                        rules.put(
                                                                type,
                                                                rule(documents, type, node))));
        if (rules.isEmpty()) {
            problems.add(root.node(), "documents", "at least one type of document", "none");
        }
        return rules;
    }

    private Map<String, DocumentRule> outbound(Section root) {
        Map<String, DocumentRule> rules =
                new LinkedHashMap<>(parent == null ? Map.of() : parent.outbound());
        root.section("outbound", OUTBOUND)
                .ifPresent(
                        kinds ->
                                kinds.fields()
                                        .forEach(
                                                (kind, node) ->
                                                        rules.put(kind, rule(kinds, kind, node))));
        return rules;
    }

    private DocumentRule rule(Section documents, String type, Node node) {
        if (node instanceof MappingNode) {
            Section rule = Section.of(node, documents.path(type), List.of("nothing"), problems);
            return new DocumentRule(
                    null,
                    null,
                    rule.required(
                            "nothing",
                            "why nothing is made of the document",
                            ProfileReader::text,
                            null));
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

    private List<Sample> samples(Section root) {
        List<Sample> samples = new ArrayList<>();
        List<Node> nodes = root.nodes("samples", "a list of samples");
        for (int i = 0; i < nodes.size(); i++) {
            Section sample =
                    Section.of(
                            nodes.get(i),
                            "samples[" + i + "]",
                            List.of("message", "events"),
                            problems);
            String file = sample.required("message", "a file", ProfileReader::text, null);
            String expected = sample.required("events", "a file", ProfileReader::text, null);
            byte[] message = file == null ? null : source.files().get(file);
            if (file != null && message == null) {
                problems.add(
                        sample.node("message").orElse(sample.node()),
                        sample.path("message"),
                        "a message among the profile's files",
                        file);
            }
            samples.add(
                    new Sample(
                            file,
                            message == null ? new byte[0] : message,
                            expected,
                            expected == null ? null : source.text(expected)));
        }
        return samples;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static Optional<Format> format(String text) {
        for (Format format : Format.values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(String text) {
        return Optional.of(text).filter(it -> !it.isBlank());
    }

    private static Optional<String> name(String text) {
        return Optional.of(text).filter(it -> it.matches("[A-Za-z0-9._-]{1,64}"));
    }

    /** Nobody speaks as one of our own: what those say is believed. */
    private static Optional<String> source(String text) {
        return name(text)
                .filter(it -> Catalogue.all().stream().noneMatch(t -> t.owner().equals(it)));
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            ZoneId zone = ZoneId.of(text);
            return ZoneId.getAvailableZoneIds().contains(zone.getId())
                    ? Optional.of(zone)
                    : Optional.empty();
        } catch (DateTimeException notAZone) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return text.matches("\\d\\d:\\d\\d")
                    ? Optional.of(LocalTime.parse(text))
                    : Optional.empty();
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
