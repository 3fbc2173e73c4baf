package io.milepost.cli.run;

import io.milepost.local.feed.FeedReport;
import io.milepost.local.views.Conservation;
import io.milepost.local.views.Postings;
import io.milepost.local.views.ViewCounts;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came of a feed that was sent through the job to its end.
 *
 * @param feed the feed
 * @param report what was sent
 * @param rules how many versions of rules were published
 * @param counts what the outputs say in the end
 * @param postings what the lines' final statuses say was posted
 * @param conservation what became of the records of each topic, by its plain name
 * @param took from the start of the command until the outputs were complete
 */
public record Outcome(
        Feed feed,
        FeedReport report,
        long rules,
        ViewCounts counts,
        Postings postings,
        Map<String, Conservation> conservation,
        Duration took) {

    /** Keeps its own copy, in the same order. */
    public Outcome {
        conservation = Collections.unmodifiableMap(new LinkedHashMap<>(conservation));
    }

    /** The counts that every run ends with, without the time. */
    public JsonLine json() {
        return new JsonLine()
                .with("lines", counts.lines())
                .with("eventsIn", report.events())
                .with("milestonesReached", counts.milestonesReached())
                .with("alertsRaised", counts.alertsRaised())
                .with("alertsCleared", counts.alertsCleared())
                .with("alertsRetracted", counts.alertsRetracted())
                .with("odooCommands", counts.odooCommands())
                .with("deadLetters", counts.deadLetters());
    }

    /** What became of the records of each topic that was read. */
    public JsonLine conservationJson() {
        return json(conservation);
    }

    static JsonLine json(Map<String, Conservation> accounts) {
        JsonLine topics = new JsonLine();
        accounts.forEach(
                (topic, account) ->
                        topics.with(
                                topic,
                                new JsonLine()
                                        .with("in", account.recordsIn())
                                        .with("effective", account.effective())
                                        .with("duplicate", account.duplicate())
                                        .with("withoutEffect", account.withoutEffect())
                                        .with("waiting", account.waiting())
                                        .with("deadLettered", account.deadLettered())));
        return topics;
    }
}
