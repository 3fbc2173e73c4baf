package io.milepost.partners.trial;

import io.milepost.events.Acknowledgement;
import io.milepost.events.CarrierEvent;
import io.milepost.events.ItemEvent;
import io.milepost.events.ShipNotice;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.events.TimeClassifier;
import io.milepost.partners.message.Problem;
import io.milepost.partners.profile.PartnerProfile;
import io.milepost.partners.profile.PartnerProfiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each code says: messages with one place for a code, played once for each code that the
 * profile has a meaning for. A place is {@code {FIELD:MAP:CODE}}: its name, the map of the profile
 * that has its codes, and the one that stands there while another place is played. {@code
 * MAP/PREFIX} are the codes of a map that begin so, {@code MAP=MEANING} those of one meaning.
 */
final class CodeTable {

    private static final Path MESSAGES =
            Path.of("src/test/resources/io/milepost/partners/trial/codes");
    private static final Pattern PLACE =
            Pattern.compile("\\{([A-Za-z0-9_]+):([a-z/A-Z=-]*):(\\w*)}");
    private static final Instant DATED = Instant.parse("2026-03-18T16:30:00Z");
    private static final Instant KNOWN_AT = Instant.parse("2026-06-01T00:00:00Z");

    private final Map<String, PartnerTrial> trials = new HashMap<>();

    /**
     * What one code says.
     *
     * @param message the kind of message, in words
     * @param field where the code stands; empty for a message that has no such place
     * @param code the code, empty if there is none
     * @param says what is made of it, in words
     */
    record Meaning(String message, String field, String code, Set<String> says) {}

    /** All of them, by message. */
    List<Meaning> all() throws Exception {
        List<Meaning> meanings = new ArrayList<>();
        try (Stream<Path> files = Files.list(MESSAGES)) {
            for (Path file : files.sorted().toList()) {
                add(file, meanings);
            }
        }
        return meanings;
    }

    private void add(Path file, List<Meaning> meanings) throws Exception {
        String name = file.getFileName().toString().replaceAll("\\.[a-z]+$", "");
        String text = Files.readString(file, StandardCharsets.UTF_8);
        PartnerProfile profile = PartnerProfiles.shipped(profile(name, text));
        List<String[]> places =
                PLACE.matcher(text)
                        .results()
                        .map(it -> new String[] {it.group(), it.group(1), it.group(2), it.group(3)})
                        .toList();
        if (places.isEmpty()) {
            meanings.add(new Meaning(name, "", "", says(profile, text, "")));
        }
        for (String[] place : places) {
            String map = place[2].replaceAll("[/=].*", "");
            Set<String> codes = codes(profile, place[2]);
            codes.add(place[3]);
            for (String code : codes) {
                String filled = filled(text.replace(place[0], code));
                meanings.add(new Meaning(name, place[1], code, says(profile, filled, map)));
            }
        }
    }

    private static Set<String> codes(PartnerProfile profile, String map) {
        if (map.isEmpty()) {
            return new TreeSet<>(Set.of("true", "false"));
        }
        String prefix = map.contains("/") ? map.substring(map.indexOf('/') + 1) : "";
        String meaning = map.contains("=") ? map.substring(map.indexOf('=') + 1) : null;
        Map<String, String> meanings =
                profile.terms().codes().get(map.replaceAll("[/=].*", "")).meanings();
        return meanings.keySet().stream()
                .filter(it -> meaning == null || meaning.equals(meanings.get(it)))
                .filter(it -> it.startsWith(prefix))
                .map(it -> it.substring(prefix.length()))
                .filter(it -> it.matches("[A-Za-z0-9_]+") && !it.equals("none"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String filled(String text) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(place.group(3)));
    }

    private static String profile(String name, String text) {
        if (text.startsWith("<")) {
            return "generic-ubl";
        }
        if (text.startsWith("ISA")) {
            return "generic-x12";
        }
        return text.startsWith("UNB") ? "generic-edifact" : name.replaceAll(" .*", "");
    }

    private Set<String> says(PartnerProfile profile, String text, String map) throws Exception {
        PartnerTrial trial = trials.get(profile.name());
        if (trial == null) {
            trial = new PartnerTrial(profile);
            trials.put(profile.name(), trial);
        }
        Set<String> says = new TreeSet<>();
        for (PartnerTrial.Tried tried : trial.of(text.getBytes(StandardCharsets.UTF_8), KNOWN_AT)) {
            tried.events().supplier().forEach(it -> says.addAll(supplier(it, map)));
            tried.events().carrier().forEach(it -> says.add(carrier(it)));
            tried.events().items().forEach(it -> says.add(item(it)));
            if (tried.events().nothing() != null) {
                says.add("nothing");
            }
            tried.problems().stream()
                    .filter(it -> it.severity() == Problem.Severity.ERROR)
                    .forEach(it -> says.add("refused: " + it));
        }
        return says;
    }

    private static Set<String> supplier(SupplierEvent event, String map) {
        if (map.equals("purpose")) {
            return Set.of("document: " + words(event.getDocument().getPurpose()));
        }
        if (map.equals("reference") || map.equals("mark")) {
            return event.getEnvelope().getReferences().stream()
                    .map(it -> "goods known by " + words(it.getType()))
                    .collect(Collectors.toSet());
        }
        if (map.equals("date")) {
            return dates(event);
        }
        if (event.getBody() instanceof Acknowledgement said) {
            Set<String> answers =
                    said.getSchedule().stream()
                            .map(part -> "line " + words(part.getAnswer()))
                            .collect(Collectors.toSet());
            if (said.getWhole() != null) {
                answers.add("order " + words(said.getWhole().getAnswer()));
            }
            return answers.isEmpty() ? Set.of("to be looked at") : answers;
        }
        if (event.getBody() instanceof TechnicalAcknowledgement said) {
            return Set.of("document " + words(said.getOutcome()));
        }
        return Set.of(kind(event.getBody()));
    }

    private static Set<String> dates(SupplierEvent event) {
        Set<String> dates = new TreeSet<>();
        if (event.getBody() instanceof Acknowledgement said
                && said.getSchedule().stream().anyMatch(part -> part.getPromisedAt() != null)) {
            dates.add("promised day");
        }
        if (event.getBody() instanceof ShipNotice notice) {
            if (notice.getShippedAt().equals(DATED)) {
                dates.add("day of shipping");
            }
            if (DATED.equals(notice.getEstimatedArrivalAt())) {
                dates.add("expected arrival");
            }
        }
        return dates.isEmpty() ? Set.of("no day") : dates;
    }

    private static String carrier(CarrierEvent event) {
        return "goods "
                + words(event.getStatus())
                + (event.getClassifier() == TimeClassifier.ACTUAL
                        ? ""
                        : ", " + words(event.getClassifier()));
    }

    private static String item(ItemEvent event) {
        return kind(event.getBody());
    }

    private static String kind(Object body) {
        return body.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
