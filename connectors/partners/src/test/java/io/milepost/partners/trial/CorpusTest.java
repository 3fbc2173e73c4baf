package io.milepost.partners.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.milepost.partners.message.Problem;
import io.milepost.partners.profile.PartnerProfiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tries the shipped profiles on real messages, which are not part of the project: without them it
 * is skipped. What became of each is written to {@code target/corpus.tsv}.
 */
class CorpusTest {

    private static final Instant KNOWN_AT = Instant.parse("2026-06-01T00:00:00Z");
    private static final Map<String, String> PROFILES =
            Map.of(
                    "x12", "generic-x12",
                    "edifact", "generic-edifact",
                    "ubl", "generic-ubl",
                    "dcsa", "generic-dcsa",
                    "epcis", "generic-epcis");

    private static final Path PAGE = Path.of("../../docs/partners.md");
    private static final String BEGIN = "<!-- generated: mapped-messages -->";
    private static final String END = "<!-- end: mapped-messages -->";

    private static final Map<String, PartnerTrial> TRIALS = new TreeMap<>();

    /** What became of the messages of one type. */
    private static final class Tally {
        private int read;
        private int usable;
        private int messages;
        private int events;
        private int nothing;
        private final Map<String, Integer> reasons = new TreeMap<>();

        private void add(PartnerTrial.Tried tried) {
            messages++;
            read += tried.message().usable() ? 1 : 0;
            usable += tried.usable() ? 1 : 0;
            events += tried.events().size() > 0 ? 1 : 0;
            nothing += tried.events().nothing() != null ? 1 : 0;
            tried.problems().stream()
                    .filter(it -> it.severity() == Problem.Severity.ERROR)
                    .findFirst()
                    .ifPresent(it -> reasons.merge(reason(it), 1, Integer::sum));
        }

        /** Without what differs from message to message. */
        private static String reason(Problem problem) {
            return problem.message()
                    .replaceAll("events\\[\\d+\\]\\.", "")
                    .replaceAll(" in profile [a-z0-9-]+", "")
                    .replaceAll("one of (?:[A-Za-z0-9]+, ){5,}[A-Za-z0-9]+", "a known type")
                    .replace("|", "/");
        }

        private String row(String type) {
            String refused =
                    reasons.entrySet().stream()
                            .map(it -> it.getValue() + " " + it.getKey())
                            .collect(Collectors.joining("; "));
            return "| %s | %d | %d | %d | %d | %s |"
                    .formatted(type, messages, read, events, nothing, refused);
        }
    }

    @Test
    void everyRealMessageIsReadAndMappedOrRefusedWithAReason() throws Exception {
        Path messages = messages();
        assumeTrue(
                messages != null, "skipped: there is no shared/data/messages beside the project");
        List<String> rows = new ArrayList<>();
        Map<String, Tally> tallies = new TreeMap<>();
        try (Stream<Path> files = Files.walk(messages, 2)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (!file.getParent().equals(messages)) {
                    run(file, rows, tallies);
                }
            }
        }
        Files.write(Path.of("target/corpus.tsv"), rows, StandardCharsets.UTF_8);
        List<String> table = new ArrayList<>();
        tallies.forEach(
                (type, tally) ->
                        table.add(
                                "%s\t%d\t%d\t%d\t%d"
                                        .formatted(
                                                type,
                                                tally.read,
                                                tally.usable,
                                                tally.events,
                                                tally.nothing)));
        Files.write(Path.of("target/corpus-by-type.tsv"), table, StandardCharsets.UTF_8);
        assertThat(rows).hasSizeGreaterThan(150);
        holdPage(tallies);
    }

    /** The page has the table; with {@code -Dmilepost.regenerate=true} it is written anew. */
    private static void holdPage(Map<String, Tally> tallies) throws IOException {
        StringBuilder table = new StringBuilder(BEGIN);
        table.append(
                "\n| type | messages | read | events | rightly nothing | refused, and why |\n");
        table.append("|---|---|---|---|---|---|\n");
        tallies.forEach((type, tally) -> table.append(tally.row(type)).append('\n'));
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN);
        int to = page.indexOf(END);
        String written = page.substring(0, from) + table + page.substring(to);
        if (Boolean.getBoolean("milepost.regenerate")) {
            Files.writeString(PAGE, written);
        } else {
            assertThat(page).isEqualTo(written);
        }
    }

    private static void run(Path file, List<String> rows, Map<String, Tally> tallies)
            throws Exception {
        String folder = file.getParent().getFileName().toString();
        String profile =
                folder.equals("carrier-json")
                        ? file.toString().contains("AfterShip") ? "aftership" : "easypost"
                        : PROFILES.get(folder);
        PartnerTrial trial = TRIALS.get(profile);
        if (trial == null) {
            trial = new PartnerTrial(PartnerProfiles.shipped(profile));
            TRIALS.put(profile, trial);
        }
        for (PartnerTrial.Tried tried : trial.of(Files.readAllBytes(file), KNOWN_AT)) {
            String type = folder + " " + tried.message().type();
            Tally tally = tallies.computeIfAbsent(type, it -> new Tally());
            tally.add(tried);
            rows.add(
                    "%s\t%s\t%s\t%d\t%s\t%s"
                            .formatted(
                                    type,
                                    file.getFileName(),
                                    tried.usable() ? "usable" : "refused",
                                    tried.events().size(),
                                    tried.events().nothing(),
                                    errors(tried.problems())));
            assertThat(tried.usable() && tried.events().size() == 0)
                    .as("%s says nothing without saying so", file)
                    .isEqualTo(tried.events().nothing() != null && tried.events().size() == 0);
        }
    }

    private static String errors(List<Problem> problems) {
        return problems.stream()
                .filter(it -> it.severity() == Problem.Severity.ERROR)
                .map(it -> it.code() + " " + it)
                .limit(4)
                .toList()
                .toString();
    }

    private static Path messages() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path messages = at.resolve("shared/data/messages");
            if (Files.isDirectory(messages)) {
                return messages;
            }
        }
        return null;
    }
}
