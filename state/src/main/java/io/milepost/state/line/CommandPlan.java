package io.milepost.state.line;

import io.milepost.events.CommandKind;
import io.milepost.events.CommandOutcome;
import io.milepost.state.LineKey;
import io.milepost.state.Times;
import io.milepost.state.fact.AcknowledgementFact;
import io.milepost.state.sla.RuleBook;
import io.milepost.state.view.Knowledge;
import java.util.ArrayList;
import java.util.List;

/**
 * What Odoo should be asked for by everything that is known of a line, and what of it has to be
 * asked for now: not what it was asked for before, and not what it has answered already.
 */
final class CommandPlan {

    private final Asking asking;
    private final Knowledge knowledge;
    private final Answers answers;
    private final AcknowledgementFact newest;
    private final List<Wish> wanted = new ArrayList<>(4);
    private final List<EmittedCommand> needless = new ArrayList<>(0);

    private CommandPlan(LineKey key, Knowledge knowledge, Answers answers, RuleBook rules) {
        this.asking = new Asking(key);
        this.knowledge = knowledge;
        this.answers = answers;
        this.newest = Wishes.acknowledgement(key, knowledge, rules);
    }

    /** The plan for a line. */
    static CommandPlan of(LineKey key, Knowledge knowledge, Answers answers, RuleBook rules) {
        CommandPlan plan = new CommandPlan(key, knowledge, answers, rules);
        Wishes wishes = new Wishes(key, knowledge, answers, rules);
        plan.wanted.addAll(wishes.all());
        plan.needless.addAll(wishes.needless());
        return plan;
    }

    /** The kinds that everything known asks for, each once. */
    List<CommandKind> kinds() {
        return kinds(wanted);
    }

    /** Of these kinds those that ended so. */
    List<CommandKind> ended(CommandOutcome outcome) {
        return kinds(
                wanted.stream().filter(wish -> answers.to(wish.commandId()) == outcome).toList());
    }

    private static List<CommandKind> kinds(List<Wish> wishes) {
        return wishes.stream().map(Wish::kind).distinct().toList();
    }

    /**
     * What has to be asked for now.
     *
     * @param asked what Odoo was asked for before
     */
    List<Wish> due(List<EmittedCommand> asked) {
        List<Wish> due = new ArrayList<>(0);
        // What is on its way may undo what Odoo has.
        needless.removeIf(command -> isAnotherOnItsWay(command, asked));
        Wish ending = ending(asked);
        if (ending != null && isOpen(ending, asked)) {
            due.add(ending);
        }
        for (Wish wish : wanted) {
            if (isOpen(wish, asked)
                    && !needless.contains(EmittedCommand.unasked(wish))
                    && !(wish.isAboutReceipt() && knowledge.receiptPlannedAt() == Times.NONE)) {
                due.add(wish);
            }
        }
        return due;
    }

    /** The activity of an earlier acknowledgement is done when a newer one leaves no such doubt. */
    private Wish ending(List<EmittedCommand> asked) {
        if (newest == null) {
            return null;
        }
        for (EmittedCommand review : asked) {
            if (review.kind() == CommandKind.REVIEW_ACTIVITY
                    && answers.to(review.commandId()) != CommandOutcome.REJECTED
                    && wanted.stream().noneMatch(c -> review.equals(EmittedCommand.of(c)))) {
                return asking.ending(review.commandId(), newest.header())
                        .saying(
                                command ->
                                        command.setRefersTo(review.commandId()).setNote(summary()));
            }
        }
        return null;
    }

    private String summary() {
        return new Confirmation(knowledge.acknowledgements(), knowledge.order().unit())
                .summary(knowledge.order().quantity());
    }

    private boolean isOpen(Wish wish, List<EmittedCommand> asked) {
        return !asked.contains(EmittedCommand.of(wish))
                && !asked.contains(EmittedCommand.unasked(wish))
                && answers.to(wish.commandId()) == null;
    }

    private boolean isAnotherOnItsWay(EmittedCommand command, List<EmittedCommand> asked) {
        return asked.stream()
                .anyMatch(
                        other ->
                                other.kind() == command.kind()
                                        && other.wasAsked()
                                        && answers.to(other.commandId()) == null);
    }

    /** What Odoo was asked for, with this: of each kind the last command, of bills every one. */
    List<EmittedCommand> asked(List<EmittedCommand> before, List<Wish> due) {
        List<EmittedCommand> asked = new ArrayList<>(before);
        needless.forEach(command -> add(asked, command));
        wanted.stream()
                .filter(wish -> answers.to(wish.commandId()) != null)
                .forEach(wish -> add(asked, EmittedCommand.of(wish)));
        due.forEach(wish -> add(asked, EmittedCommand.of(wish)));
        return asked;
    }

    private static void add(List<EmittedCommand> asked, EmittedCommand command) {
        if (command.kind() != CommandKind.DRAFT_BILL) {
            asked.removeIf(known -> known.kind() == command.kind());
        }
        if (!asked.contains(command)) {
            asked.add(command);
        }
    }
}
