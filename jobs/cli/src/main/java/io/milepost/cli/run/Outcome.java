package io.milepost.cli.run;

import io.milepost.local.feed.FeedReport;
import io.milepost.local.views.Postings;
import io.milepost.local.views.ViewCounts;
import java.time.Duration;

/**
 * What came of a feed that was sent through the job to its end.
 *
 * @param feed the feed
 * @param report what was sent
 * @param counts what the outputs say in the end
 * @param postings what the lines' final statuses say was posted
 * @param took from the start of the command until the outputs were complete
 */
public record Outcome(
        Feed feed, FeedReport report, ViewCounts counts, Postings postings, Duration took) {

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
}
