package io.milepost.state.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.AlertKind;
import io.milepost.events.CommandKind;
import io.milepost.events.CommandOutcome;
import io.milepost.events.CommandPart;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.LineStatus;
import io.milepost.events.OdooCommand;
import io.milepost.events.SlaAlert;
import io.milepost.state.LineKey;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.sla.Decider;
import io.milepost.state.sla.Episode;
import io.milepost.state.sla.RuleBook;
import io.milepost.state.view.LineView;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The story of a line, told as given / when / then. Everything happens in the order in which it is
 * told; each {@code then} speaks of what was said since the one before.
 */
final class Story {

    private static final LineKey KEY = new LineKey("main", "1", 42, 4201);

    private final Line line;
    private final RuleBook rules;
    private LineState state = LineState.EMPTY;
    private long clock = Times.NONE;
    private final List<SlaAlert> alerts = new ArrayList<>();
    private final List<OdooCommand> commands = new ArrayList<>();
    private final Map<CommandKind, OdooCommand> asked = new EnumMap<>(CommandKind.class);
    private final List<MergeOutcome> outcomes = new ArrayList<>();
    private LineStatus status;

    private Story(RuleBook rules) {
        this.rules = rules;
        this.line = new Line(KEY, rules, FactArchive.inMemory());
    }

    static Story under(RuleBook rules) {
        return new Story(rules);
    }

    /** What the clock shows from then on. */
    static String clock(String time) {
        return time;
    }

    Story given(Said... facts) {
        return when(facts);
    }

    Story when(Said... facts) {
        for (Said fact : facts) {
            take(line.apply(state, fact.fact(), clock));
        }
        return this;
    }

    Story when(String time) {
        return whenMicros(Said.time(time));
    }

    Story whenMicros(long time) {
        clock = time;
        take(line.tick(state, clock));
        return this;
    }

    /** The job starts again; until the next heartbeat nobody knows the time. */
    Story whenRestarted() {
        clock = Times.NONE;
        take(line.tick(state, clock));
        return this;
    }

    /** Exactly these alerts were raised, changed or closed, in any order. */
    Story then(String... expected) {
        assertThat(alerts.stream().map(Story::words).toList()).containsExactlyInAnyOrder(expected);
        alerts.clear();
        return this;
    }

    /** Exactly these commands went to Odoo: kind, value, parts and note. */
    Story thenOdooIsAsked(String... expected) {
        assertThat(commands.stream().map(Story::words).toList())
                .containsExactlyInAnyOrder(expected);
        commands.clear();
        return this;
    }

    /** Odoo answered to the last command of a kind. */
    Story whenOdooAnswers(CommandKind kind, CommandOutcome outcome, String found, String at) {
        OdooCommand command = asked.get(kind);
        Step step =
                line.answered(
                        state,
                        new Answer(
                                kind,
                                command.getCommandId(),
                                outcome,
                                command.getValue(),
                                found,
                                Said.time(at)));
        take(step);
        outcomes.add(step.outcome());
        return this;
    }

    /** These kinds are shown as ended in conflict. */
    Story thenConflicts(CommandKind... kinds) {
        assertThat(status.getConflicts()).containsExactly(kinds);
        return this;
    }

    /** These kinds are shown as refused. */
    Story thenRefused(CommandKind... kinds) {
        assertThat(status.getRefused()).containsExactly(kinds);
        return this;
    }

    /** What the last command of a kind expected to find. */
    Story thenExpects(CommandKind kind, String expect) {
        assertThat(asked.get(kind).getExpect()).isEqualTo(expect);
        return this;
    }

    /** What the last command of a kind refers to: the last one of another kind. */
    Story thenRefersTo(CommandKind kind, String commandId) {
        assertThat(asked.get(kind).getRefersTo()).isEqualTo(commandId);
        return this;
    }

    /** Id of the last command of a kind. */
    String lastId(CommandKind kind) {
        return asked.get(kind).getCommandId();
    }

    /** What the answers did, first to last. */
    List<MergeOutcome> outcomes() {
        return outcomes;
    }

    Story thenEpisode(String rule, String deadline, String openedAt) {
        Episode episode =
                state.episodes().stream()
                        .filter(e -> e.rule().equals(rule))
                        .findFirst()
                        .orElseThrow();
        assertThat(Times.instant(episode.deadline())).isEqualTo(Times.instant(Said.time(deadline)));
        assertThat(Times.instant(episode.openedAt())).isEqualTo(Times.instant(Said.time(openedAt)));
        return this;
    }

    Story thenPromises(String first, String current) {
        assertThat(view().firstPromise()).isEqualTo(Said.time(first));
        assertThat(view().currentPromise()).isEqualTo(Said.time(current));
        return this;
    }

    LineView view() {
        Decider decider = new Decider(KEY, rules);
        line.everything(state).byKnowledge().forEach(decider::learn);
        return LineView.of(decider.knowledge());
    }

    LineStatus status() {
        return status;
    }

    LineState state() {
        return state;
    }

    static String breach(String rule) {
        return "OPEN " + rule;
    }

    static String warning(String rule) {
        return "WARNING OPEN " + rule;
    }

    static String warningOver(String rule) {
        return "WARNING CLEARED " + rule;
    }

    static String cleared(String rule) {
        return "CLEARED " + rule;
    }

    static String retracted(String rule) {
        return "RETRACTED " + rule;
    }

    static String withdrawn(String rule) {
        return "WITHDRAWN " + rule;
    }

    static String conflict(String factId) {
        return "CONFLICT " + factId;
    }

    /** Notifies nobody. */
    static String silently(String alert) {
        return alert + ", silent";
    }

    private void take(Step step) {
        state = step.state();
        alerts.addAll(step.outputs().alerts());
        commands.addAll(step.outputs().commands());
        step.outputs().commands().forEach(command -> asked.put(command.getKind(), command));
        status = step.outputs().status() == null ? status : step.outputs().status();
    }

    private static String words(SlaAlert alert) {
        if (alert.getKind() == AlertKind.FACT_CONFLICT) {
            assertThat(alert.getStatus()).isEqualTo(EpisodeStatus.OPEN);
            return "CONFLICT " + alert.getStartedBy();
        }
        String about = alert.getKind() == AlertKind.SLA_WARNING ? "WARNING " : "";
        return about
                + alert.getStatus()
                + " "
                + alert.getRule()
                + (alert.getSilent() ? ", silent" : "");
    }

    private static String words(OdooCommand command) {
        StringBuilder words = new StringBuilder(command.getKind().name());
        if (command.getValue() != null) {
            words.append(' ').append(command.getValue());
        }
        if (command.getParts() != null) {
            command.getParts().forEach(part -> words.append(' ').append(words(part)));
        }
        if (command.getNote() != null) {
            words.append(' ').append(command.getNote());
        }
        return words.toString();
    }

    private static String words(CommandPart part) {
        return part.getQuantity().stripTrailingZeros().toPlainString()
                + " for "
                + part.getPlannedAt().toString().substring(0, 10);
    }
}
