package io.milepost.cli.state;

import io.milepost.cli.terminal.Json;
import io.milepost.events.EpisodeStatus;
import io.milepost.state.fact.Fact;
import io.milepost.state.line.LineState;
import io.milepost.state.sla.Decider;
import io.milepost.state.sla.Episode;
import io.milepost.state.sla.RuleBook;
import io.milepost.state.view.LineView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is remembered of a line, as one JSON object. */
final class LineDocument {

    private LineDocument() {}

    /**
     * The document.
     *
     * @param rules by which the view's match is judged
     */
    static Json of(SavedLine line, RuleBook rules) {
        LineState state = line.state();
        List<Fact> facts = line.facts();
        return new Json()
                .with("line", line.key().toString())
                .with("clock", RecordFields.time(state.clock()))
                .with("nextDeadline", RecordFields.time(state.nextInstant()))
                .with("armedTimers", line.timers().stream().map(LineDocument::instant).toList())
                .with("waitingEvents", line.waiting())
                .with("storedFacts", line.stored().size())
                .with("facts", facts.stream().map(LineDocument::fact).toList())
                .with("tombstone", state.tombstone() != null)
                .with("view", view(line, facts, rules))
                .with("openEpisodes", episodes(line, true))
                .with("closedEpisodes", episodes(line, false))
                .with("told", told(state));
    }

    private static Map<String, Object> fact(Fact fact) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", fact.getClass().getSimpleName().replace("Fact", ""));
        fields.putAll(RecordFields.of((Record) fact));
        return fields;
    }

    private static Json view(SavedLine line, List<Fact> facts, RuleBook rules) {
        Decider decider = new Decider(line.key(), rules);
        facts.forEach(decider::learn);
        LineView view = LineView.of(decider.knowledge());
        return new Json()
                .with("stage", view.stage().name())
                .with("furthest", view.furthest().name())
                .with("milestones", RecordFields.ofAll(view.milestones()))
                .with("quantities", RecordFields.of(view.quantities()))
                .with("firstPromise", RecordFields.time(view.firstPromise()))
                .with("currentPromise", RecordFields.time(view.currentPromise()))
                .with("match", view.match() == null ? null : view.match().name())
                .with("openValue", view.openValue().toPlainString());
    }

    private static List<Map<String, Object>> episodes(SavedLine line, boolean open) {
        return RecordFields.ofAll(
                line.episodes().stream()
                        .filter((Episode e) -> (e.status() == EpisodeStatus.OPEN) == open)
                        .toList());
    }

    private static Json told(LineState state) {
        return new Json()
                .with("milestones", RecordFields.ofAll(state.milestones()))
                .with("statusDigest", Long.toHexString(state.statusDigest()))
                .with("commands", RecordFields.ofAll(state.commands()))
                .with("answers", RecordFields.ofAll(state.answers().newest()))
                .with("conflicts", state.conflicts());
    }

    private static String instant(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
