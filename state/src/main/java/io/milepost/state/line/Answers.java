package io.milepost.state.line;

import io.milepost.events.CommandKind;
import io.milepost.events.CommandOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What Odoo answered: of each kind of command the newest answer, of bills that to each. Which came
 * first changes nothing.
 *
 * @param newest the answers, by what they are about
 */
public record Answers(List<Answer> newest) {

    /** None yet. */
    public static final Answers NONE = new Answers(List.of());

    /** Keeps its own copy. */
    public Answers {
        newest = List.copyOf(newest);
    }

    /** What one more answer is: new, known already, or older than one about the same. */
    MergeOutcome outcome(Answer answer) {
        Answer known = about(answer.about());
        if (known == null) {
            return MergeOutcome.ADDED;
        }
        int order = Answer.BY_TIME.compare(answer, known);
        if (order == 0) {
            return MergeOutcome.DUPLICATE;
        }
        return order > 0 ? MergeOutcome.ADDED : MergeOutcome.SUPERSEDED;
    }

    /** With one more answer. */
    Answers with(Answer answer) {
        if (outcome(answer) != MergeOutcome.ADDED) {
            return this;
        }
        List<Answer> answers = new ArrayList<>(newest);
        answers.removeIf(known -> known.about().equals(answer.about()));
        answers.add(answer);
        answers.sort(Comparator.comparing(Answer::about));
        return new Answers(answers);
    }

    private Answer about(String about) {
        return newest.stream().filter(a -> a.about().equals(about)).findFirst().orElse(null);
    }

    /** The newest to a kind; {@code null} if there is none. */
    Answer to(CommandKind kind) {
        return about(kind.name());
    }

    /** How a command ended; {@code null} while that is not known, or when it was long ago. */
    CommandOutcome to(String commandId) {
        return newest.stream()
                .filter(answer -> answer.commandId().equals(commandId))
                .map(Answer::outcome)
                .findFirst()
                .orElse(null);
    }
}
