package io.milepost.state.line;

import io.milepost.events.CommandKind;
import io.milepost.events.CommandPart;
import io.milepost.events.OdooCommand;
import io.milepost.state.Times;
import io.milepost.state.fact.FactHeader;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.sla.RequestPolicy;
import io.milepost.state.view.Knowledge;
import io.milepost.state.view.Promises;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a line becomes by what its supplier confirmed: another date, parts of its own, another
 * quantity, or something for people to look at.
 *
 * @param asking names what is wished
 * @param knowledge what is known
 * @param answers what Odoo answered
 * @param confirmation what is confirmed
 */
record ConfirmationWishes(
        Asking asking, Knowledge knowledge, Answers answers, Confirmation confirmation) {

    /** What Odoo is asked for by a policy. */
    List<Wish> by(RequestPolicy policy) {
        Wish whole =
                switch (policy.partial()) {
                    case SPLIT -> split();
                    case QUANTITY -> quantity();
                    case REVIEW, NONE, UNKNOWN -> null;
                };
        if (whole != null) {
            return List.of(whole);
        }
        return switch (policy.partial()) {
            case NONE -> date(policy);
            case SPLIT, QUANTITY, REVIEW, UNKNOWN -> review(policy);
        };
    }

    private List<Wish> date(RequestPolicy policy) {
        long date = Promises.earliest(knowledge);
        if (!policy.lineDate() || date == Times.NONE || !knowledge.supplierMovedTheDate()) {
            return List.of();
        }
        return List.of(set(CommandKind.SET_LINE_DATE).saying(command -> sayDate(command, date)));
    }

    private void sayDate(OdooCommand.Builder command, long date) {
        OrderFact order = knowledge.order();
        command.setValue(Asking.odooTime(date))
                .setExpect(
                        seen(
                                answers.to(CommandKind.SET_LINE_DATE),
                                Asking.odooTime(order.plannedAt()),
                                order.header().knownAt()));
    }

    /**
     * The line holds one date and one quantity; the rest is told to people, and told again when a
     * later acknowledgement, which ended the activity, is taken back.
     */
    private List<Wish> review(RequestPolicy policy) {
        List<Wish> wishes = new ArrayList<>(date(policy));
        BigDecimal ordered = knowledge.order().quantity();
        boolean doubtful = confirmation.isDoubtful(ordered);
        if (doubtful || confirmation.byDay().size() > 1) {
            wishes.add(
                    set(CommandKind.POST_NOTE)
                            .saying(note -> note.setNote(confirmation.schedule(ordered))));
        }
        if (doubtful) {
            wishes.add(
                    set(CommandKind.REVIEW_ACTIVITY)
                            .saying(activity -> activity.setNote(confirmation.summary(ordered))));
        }
        return wishes;
    }

    /**
     * A line for each day; what is not promised for a day comes last, not before the day that it
     * was planned for. {@code null} if there are no two parts, or more than was ordered.
     */
    private Wish split() {
        BigDecimal ordered = knowledge.orderedWhenAcknowledged();
        List<Confirmation.Dated> parts = new ArrayList<>(confirmation.byDay());
        BigDecimal dated =
                parts.stream()
                        .map(Confirmation.Dated::quantity)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (ordered == null || dated.signum() <= 0 || dated.compareTo(ordered) > 0) {
            return null;
        }
        if (dated.compareTo(ordered) < 0) {
            long at = Math.max(confirmation.last(), knowledge.firstPlannedAt());
            parts.add(new Confirmation.Dated(ordered.subtract(dated), at));
        }
        boolean isSplit =
                parts.size() > 1 && parts.stream().allMatch(p -> p.quantity().signum() > 0);
        return isSplit
                ? asking.line(CommandKind.SPLIT_LINE, cause())
                        .saying(
                                command ->
                                        command.setParts(parts.stream().map(this::part).toList()))
                : null;
    }

    private CommandPart part(Confirmation.Dated part) {
        return new CommandPart(
                Wishes.scaled(part.quantity()), knowledge.order().unit(), Times.instant(part.at()));
    }

    /** {@code null} where the supplier still owes what it did not confirm, or confirms nothing. */
    private Wish quantity() {
        BigDecimal ordered = knowledge.orderedWhenAcknowledged();
        BigDecimal confirmed = confirmation.confirmed();
        boolean isLess =
                ordered != null && confirmed.signum() > 0 && confirmed.compareTo(ordered) < 0;
        if (!isLess || confirmation.leavesOwed()) {
            return null;
        }
        return set(CommandKind.SET_LINE_QUANTITY).saying(this::sayQuantity);
    }

    private void sayQuantity(OdooCommand.Builder command) {
        OrderFact order = knowledge.order();
        long date = Promises.earliest(knowledge);
        command.setValue(Asking.plain(confirmation.confirmed()))
                .setExpect(
                        seen(
                                answers.to(CommandKind.SET_LINE_QUANTITY),
                                Asking.plain(order.quantity()),
                                order.header().knownAt()))
                .setPlannedAt(Times.instant(date == Times.NONE ? order.plannedAt() : date));
    }

    private Wish set(CommandKind kind) {
        return asking.set(
                kind, cause().factId(), cause().knownAt(), knowledge.acknowledgementTakenBack());
    }

    private FactHeader cause() {
        return knowledge.acknowledgement().header();
    }

    /**
     * The last value that was seen: by Odoo's own word, or by an answer that came after it.
     *
     * @param answer the newest answer; {@code null} if there is none
     * @param told what Odoo told
     * @param toldAt when that became known, microseconds
     */
    static String seen(Answer answer, String told, long toldAt) {
        return answer == null || answer.at() <= toldAt || answer.seen() == null
                ? told
                : answer.seen();
    }
}
