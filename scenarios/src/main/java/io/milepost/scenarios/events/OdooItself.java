package io.milepost.scenarios.events;

import io.milepost.events.CommandKind;
import io.milepost.events.CommandOutcome;
import io.milepost.events.Envelope;
import io.milepost.events.OdooCommand;
import io.milepost.events.OdooResult;
import io.milepost.scenarios.Action;
import io.milepost.scenarios.words.Timing;
import io.milepost.scenarios.words.Vocabulary;
import io.milepost.scenarios.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What Odoo answers to what it was asked for. */
public final class OdooItself {

    private static final Map<String, CommandOutcome> OUTCOMES =
            Map.of(
                    "applied", CommandOutcome.APPLIED,
                    "duplicate", CommandOutcome.DUPLICATE,
                    "conflict", CommandOutcome.CONFLICT,
                    "refused", CommandOutcome.REJECTED);

    private static final List<String> PLACES = List.of("first", "second", "third");

    private final Chronicle story;

    private OdooItself(Chronicle story) {
        this.story = story;
    }

    /** Adds Odoo's sentences. */
    public static void teach(Vocabulary vocabulary, Chronicle story) {
        OdooItself odoo = new OdooItself(story);
        vocabulary
                .add("Odoo applies what it was asked for", odoo::appliesAll)
                .add(
                        "Odoo answers(?: the ("
                                + String.join("|", PLACES)
                                + "))? \"([a-z ]+)\"<line> with ("
                                + String.join("|", OUTCOMES.keySet())
                                + ")(?:, found (.+))?",
                        odoo::answers);
    }

    /** Everything that it has not answered yet. */
    private void appliesAll(Words words) {
        Timing timing = words.timing();
        Envelope envelope = story.envelope(timing, null, List.of());
        add(
                words,
                (asked, answered) ->
                        asked.stream()
                                .filter(command -> !answered.contains(command.getCommandId()))
                                .map(c -> result(envelope, c, CommandOutcome.APPLIED, null))
                                .toList());
    }

    /** One command of a kind: the newest, unless another one is named. */
    private void answers(Words words) {
        CommandKind kind =
                CommandKind.valueOf(words.word(2).toUpperCase(Locale.ROOT).replace(' ', '_'));
        String lineKey = Chronicle.lineKey(story.company(), words.line(3));
        CommandOutcome outcome = OUTCOMES.get(words.word(4));
        String found = words.word(5);
        String place = words.word(1);
        Envelope envelope = story.envelope(words.timing(), null, List.of());
        add(
                words,
                (asked, answered) -> {
                    List<OdooCommand> ofKind =
                            asked.stream()
                                    .filter(command -> command.getKind() == kind)
                                    .filter(command -> command.getLineKey().equals(lineKey))
                                    .toList();
                    int which = place == null ? ofKind.size() - 1 : PLACES.indexOf(place);
                    return which < 0 || which >= ofKind.size()
                            ? List.of()
                            : List.of(result(envelope, ofKind.get(which), outcome, found));
                });
    }

    private void add(Words words, Action.Answers answers) {
        story.add(new Action.OdooAnswers(words.timing().arrives(), words.sentence(), answers));
    }

    private static OdooResult result(
            Envelope envelope, OdooCommand command, CommandOutcome outcome, String found) {
        return OdooResult.newBuilder()
                .setEnvelope(
                        Envelope.newBuilder(envelope)
                                .setEventId(envelope.getEventId() + "/" + command.getCommandId())
                                .build())
                .setCommandId(command.getCommandId())
                .setLineKey(command.getLineKey())
                .setKind(command.getKind())
                .setOutcome(outcome)
                .setFound(found)
                .setMessage(outcome == CommandOutcome.REJECTED ? "not today" : null)
                .setValue(command.getValue())
                .build();
    }
}
