package io.milepost.e2e.stack;

import io.milepost.local.feed.Micros;
import io.milepost.local.oracle.OracleEpisode;
import io.milepost.local.views.AlertView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Tells how episodes differ, in words that name the line and the times. */
final class EpisodeDifferences {

    private EpisodeDifferences() {}

    /** Every episode that is on one side only; the two of a line stand together. */
    static List<String> of(Collection<OracleEpisode> expected, Collection<AlertView> found) {
        List<OracleEpisode> missing = new ArrayList<>(expected);
        List<OracleEpisode> unexpected = new ArrayList<>();
        for (AlertView alert : found) {
            OracleEpisode episode = episode(alert);
            if (!missing.remove(episode)) {
                unexpected.add(episode);
            }
        }
        return Stream.concat(
                        missing.stream().map(it -> words(it) + " expected"),
                        unexpected.stream().map(it -> words(it) + " found"))
                .sorted()
                .toList();
    }

    private static OracleEpisode episode(AlertView alert) {
        return new OracleEpisode(
                alert.kind(),
                alert.lineKey(),
                alert.rule(),
                alert.ruleVersion(),
                alert.scheduleLine(),
                alert.severity(),
                alert.status(),
                alert.deadlineMicros(),
                alert.openedMicros());
    }

    private static String words(OracleEpisode it) {
        return "%s %s version %d, schedule line %d, deadline %s, opened %s: %s %s"
                .formatted(
                        it.lineKey(),
                        it.rule(),
                        it.ruleVersion(),
                        it.scheduleLine(),
                        Micros.toInstant(it.deadlineMicros()),
                        Micros.toInstant(it.openedAtMicros()),
                        it.severity(),
                        it.status());
    }
}
