package io.milepost.partners.profile;

import io.milepost.partners.canonical.Speaker;
import io.milepost.partners.mapping.CodeMap;
import io.milepost.partners.mapping.MappingTerms;
import io.milepost.partners.message.Format;
import io.milepost.partners.yaml.Problems;
import io.milepost.partners.yaml.Section;
import io.milepost.partners.yaml.YamlFile;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

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
    private static final String NAME = "a name of at most 64 letters, digits, dots and hyphens";
    private static final String SOURCE = NAME + ", and not one of Milepost's own";
    private static final LocalTime NOON = LocalTime.NOON;
    private static final String STAND_IN = "example";

    private final ProfileSource source;
    private final PartnerProfile parent;
    private final boolean forExtension;
    private final Problems problems;
    private final DocumentsReader documents;

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
        this.documents = new DocumentsReader(source, parent, problems);
    }

    /**
     * The name of the profile that one extends, before it is read.
     *
     * @return empty if it extends none, or is no YAML
     */
    static Optional<String> parentOf(ProfileSource source) {
        // What is wrong with it is told when the profile is read.
        return YamlFile.compose(source.name(), source.yaml(), new Problems(source.name()))
                .filter(MappingNode.class::isInstance)
                .flatMap(root -> extended((MappingNode) root));
    }

    private static Optional<String> extended(MappingNode root) {
        return root.getValue().stream()
                .filter(it -> Section.describe(it.getKeyNode()).equals("extends"))
                .map(it -> Section.describe(it.getValueNode()))
                .findFirst();
    }

    /** Reads the profile. */
    PartnerProfile read() throws ProfileException {
        Optional<Node> root = YamlFile.compose(source.name(), source.yaml(), problems);
        if (root.isEmpty() && problems.none()) {
            problems.add(1, "", "a profile", "nothing");
        }
        Optional<PartnerProfile> profile =
                root.flatMap(it -> Section.of(it, "", FIELDS, problems)).map(this::read);
        if (!problems.none()) {
            throw new ProfileException(problems.sorted());
        }
        return profile.orElseThrow();
    }

    private PartnerProfile read(Section root) {
        Format format =
                inherited(
                        root,
                        "format",
                        "one of x12, edifact, ubl, json",
                        ProfileValues::format,
                        parent == null ? null : parent.format());
        Format known = format == null ? Format.JSON : format;
        return new PartnerProfile(
                source.name(),
                parent == null ? null : parent.name(),
                known,
                speaker(root, known),
                root.list("senders", "an identification such as 01:123456789", ProfileValues::text),
                root.optional(
                        "channel",
                        "a text",
                        ProfileValues::text,
                        parent == null ? null : parent.channel()),
                terms(root, known),
                root.optional(
                        "type-at",
                        "a JSON pointer such as /event/type",
                        text -> Optional.of(text).filter(it -> it.startsWith("/")),
                        parent == null ? null : parent.typeAt()),
                documents.inbound(root),
                documents.outbound(root),
                DeliveryReader.read(root, known),
                documents.samples(root));
    }

    /** The value of a field that must be there, if nothing stands in for it. */
    private static <T> T inherited(
            Section section,
            String field,
            String expected,
            Function<String, Optional<T>> conversion,
            T standIn) {
        return standIn == null
                ? section.required(field, expected, conversion, null)
                : section.optional(field, expected, conversion, standIn);
    }

    private Speaker speaker(Section root, Format format) {
        String standIn = forExtension ? STAND_IN : null;
        String adds =
                root.optional(
                        "acknowledgements",
                        "replace or add",
                        text -> Optional.of(text).filter(it -> it.matches("replace|add")),
                        parent != null && parent.speaker().adds() ? "add" : "replace");
        String usual =
                parent != null
                        ? parent.speaker().sourceSystem()
                        : format.name().toLowerCase(Locale.ROOT);
        return new Speaker(
                orEmpty(inherited(root, "instance", NAME, ProfileValues::name, standIn)),
                orEmpty(inherited(root, "company", NAME, ProfileValues::name, standIn)),
                orEmpty(inherited(root, "partner", NAME, ProfileValues::name, standIn)),
                root.optional("source-system", SOURCE, ProfileValues::source, usual),
                adds.equals("add"));
    }

    private MappingTerms terms(Section root, Format format) {
        ZoneId zone =
                root.optional(
                        "time-zone",
                        "an IANA time zone such as Europe/Berlin",
                        ProfileValues::zone,
                        parent == null ? ZoneOffset.UTC : parent.terms().zone());
        LocalTime time =
                root.optional(
                        "time-of-dates",
                        "a time of day such as 12:00",
                        ProfileValues::time,
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
        codes.section(map, List.of())
                .ifPresent(
                        entries ->
                                entries.fields()
                                        .keySet()
                                        .forEach(
                                                code ->
                                                        meanings.put(
                                                                code, meaning(entries, code))));
        return before.getOrDefault(map, new CodeMap(map, Map.of())).with(meanings);
    }

    private static String meaning(Section codes, String code) {
        return codes.optional(code, "a text", ProfileValues::text, "");
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
