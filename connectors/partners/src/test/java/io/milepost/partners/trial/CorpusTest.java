package io.milepost.partners.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.milepost.partners.message.Problem;
import io.milepost.partners.profile.PartnerProfiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    private static final Map<String, PartnerTrial> TRIALS = new TreeMap<>();

    /** What became of the messages of one type. */
    private static final class Tally {
        private int read;
        private int usable;
        private int events;
        private int nothing;
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
            tally.read += tried.message().usable() ? 1 : 0;
            tally.usable += tried.usable() ? 1 : 0;
            tally.events += tried.events().size() > 0 ? 1 : 0;
            tally.nothing += tried.events().nothing() != null ? 1 : 0;
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
