package io.milepost.state.line;

import io.milepost.events.CommandKind;
import io.milepost.events.CommandOutcome;
import io.milepost.events.OdooResult;
import io.milepost.state.Times;
import java.util.Comparator;

/**
 * What Odoo answered to a command.
 *
 * @param kind what was asked
 * @param commandId the command
 * @param outcome how it ended
 * @param value the value that was asked for; {@code null} if there was none or it is not told
 * @param found what was in the way in a conflict; {@code null} if nothing was
 * @param at when the answer became known, microseconds
 */
public record Answer(
        CommandKind kind,
        String commandId,
        CommandOutcome outcome,
        String value,
        String found,
        long at) {

    /** The later answer is the greater one; of one time the rest decides, the same way always. */
    static final Comparator<Answer> BY_TIME =
            Comparator.comparingLong(Answer::at)
                    .thenComparing(Answer::commandId)
                    .thenComparing(Answer::outcome)
                    .thenComparing(Answer::toString);

    /** The answer of a result. */
    public static Answer of(OdooResult result) {
        return new Answer(
                result.getKind(),
                result.getCommandId(),
                result.getOutcome(),
                result.getValue(),
                result.getFound(),
                Times.micros(result.getEnvelope().getKnownAt()));
    }

    /** What it is the newest answer about: a kind, or a bill, of which a line may have several. */
    String about() {
        return kind == CommandKind.DRAFT_BILL ? kind + "/" + commandId : kind.name();
    }

    /** The value that Odoo has by this answer; {@code null} if it does not say. */
    String seen() {
        return switch (outcome) {
            case APPLIED, DUPLICATE -> value;
            case CONFLICT -> found;
            case REJECTED, UNKNOWN -> null;
        };
    }
}
