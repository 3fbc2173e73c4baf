package io.milepost.scenarios.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.LineMilestone;
import io.milepost.events.LineStatus;
import io.milepost.events.MilestoneChange;
import java.util.Map;
import java.util.TreeMap;

/** What the texts ask of a replay. */
public final class Replays {

    private Replays() {}

    /** The same story at full speed ends the same: milestones, alerts with their ids, requests. */
    public static Expectation same() {
        return (sentence, heard) -> {
            Heard ended = heard.ended();
            Heard replay = heard.replayed();
            Final expected = Final.of(ended);
            Final found = Final.of(replay);
            assertThat(milestones(found)).as(sentence).isEqualTo(milestones(expected));
            assertThat(Alerts.summaries(replay)).as(sentence).isEqualTo(Alerts.summaries(ended));
            assertThat(found.commands()).as(sentence).isEqualTo(expected.commands());
            assertThat(found.refusals()).as(sentence).isEqualTo(expected.refusals());
            assertThat(statuses(found)).as(sentence).isEqualTo(statuses(expected));
        };
    }

    /** All but whether it was reached or revised: a reader of the end cannot tell. */
    private static Map<String, LineMilestone> milestones(Final view) {
        Map<String, LineMilestone> milestones = new TreeMap<>();
        view.milestones()
                .forEach(
                        (key, milestone) ->
                                milestones.put(
                                        key,
                                        LineMilestone.newBuilder(milestone)
                                                .setChange(MilestoneChange.REACHED)
                                                .build()));
        return milestones;
    }

    /** All but the time at which it was decided. */
    private static Map<String, LineStatus> statuses(Final view) {
        Map<String, LineStatus> statuses = new TreeMap<>();
        view.statuses()
                .forEach(
                        (key, status) ->
                                statuses.put(
                                        key, LineStatus.newBuilder(status).setClock(null).build()));
        return statuses;
    }
}
