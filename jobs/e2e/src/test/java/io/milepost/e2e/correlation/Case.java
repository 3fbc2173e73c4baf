package io.milepost.e2e.correlation;

import io.milepost.e2e.correlation.PartnerDesk.Partner;
import java.util.List;

/**
 * One way in which a partner's message finds its line, or does not. A message is text in which
 * {@code {order}}, {@code {other}} (a second order), {@code {number}} (a number that no other story
 * has) and {@code {control}} are filled in.
 *
 * @param title what holds
 * @param items the supplier's item of each line, of the order and of the second one alike
 * @param ordersLast whether the partners speak before the orders are known
 * @param messages in this order
 * @param outcome what must hold in the end, and must not without the last message
 */
record Case(
        String title,
        List<String> items,
        boolean ordersLast,
        List<Message> messages,
        Outcome outcome) {

    /**
     * What a partner sends.
     *
     * @param from who
     * @param text with places to fill in
     */
    record Message(Partner from, String text) {}

    /** What must hold of a story. */
    interface Outcome {

        void hold(Told told);
    }

    static Case of(String title, List<String> items, Outcome outcome, Message... messages) {
        return new Case(title, items, false, List.of(messages), outcome);
    }

    Case beforeItsOrder() {
        return new Case(title, items, true, messages, outcome);
    }

    Case withoutTheLastMessage() {
        return new Case(
                title, items, ordersLast, messages.subList(0, messages.size() - 1), outcome);
    }
}
