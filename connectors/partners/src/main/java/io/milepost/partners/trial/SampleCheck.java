package io.milepost.partners.trial;

import io.milepost.partners.canonical.CanonicalEvents;
import io.milepost.partners.message.Problem;
import io.milepost.partners.profile.EventJson;
import io.milepost.partners.profile.PartnerProfile;
import io.milepost.partners.profile.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Plays the samples of a profile: does each say what is expected of it? */
public final class SampleCheck {

    private static final Instant KNOWN_AT = Instant.parse("2026-06-01T00:00:00Z");

    private SampleCheck() {}

    /**
     * How a sample went.
     *
     * @param file of the message
     * @param found what it says, as it is written in files; several messages in one list by topic
     * @param differences what is wrong, in words; none if all is as expected
     */
    public record Played(String file, String found, List<String> differences) {}

    /** Plays every sample, in the order of the profile. */
    public static List<Played> play(PartnerProfile profile, PartnerTrial trial) {
        return profile.samples().stream().map(it -> play(it, trial)).toList();
    }

    private static Played play(Sample sample, PartnerTrial trial) {
        List<String> differences = new ArrayList<>();
        List<CanonicalEvents> events = new ArrayList<>();
        for (PartnerTrial.Tried tried : trial.of(sample.message(), KNOWN_AT)) {
            tried.problems().stream()
                    .filter(it -> it.severity() == Problem.Severity.ERROR)
                    .forEach(it -> differences.add(sample.file() + ": " + it));
            events.add(tried.events());
        }
        String found = EventJson.text(EventJson.of(events));
        if (sample.expected() == null) {
            differences.add(sample.expectedFile() + ": expected the events but found no such file");
        } else if (differences.isEmpty()) {
            difference(sample, found, differences);
        }
        return new Played(sample.file(), found, List.copyOf(differences));
    }

    private static void difference(Sample sample, String found, List<String> differences) {
        List<String> expected = sample.expected().lines().toList();
        List<String> lines = found.lines().toList();
        for (int i = 0; i < Math.max(expected.size(), lines.size()); i++) {
            String wanted = i < expected.size() ? expected.get(i).strip() : "the end";
            String is = i < lines.size() ? lines.get(i).strip() : "the end";
            if (!wanted.equals(is)) {
                differences.add(
                        "%s line %d: expected %s but found %s"
                                .formatted(sample.expectedFile(), i + 1, wanted, is));
                return;
            }
        }
    }
}
