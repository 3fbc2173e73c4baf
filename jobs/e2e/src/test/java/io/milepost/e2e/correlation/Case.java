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
 * @param sent whether the supplier has the order from us
 * @param messages in this order
 * @param outcome what must hold in the end, and must not when it is spoilt
 */
record Case(
        String title,
        List<String> items,
        boolean ordersLast,
        boolean sent,
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
        return new Case(title, items, false, false, List.of(messages), outcome);
    }

    Case beforeItsOrder() {
        return new Case(title, items, true, sent, messages, outcome);
    }

    Case ofAnOrderThatWeSent() {
        return new Case(title, items, ordersLast, true, messages, outcome);
    }

    /** The same without what it turns on: that we sent the order, or else its last message. */
    Case spoilt() {
        List<Message> heard = sent ? messages : messages.subList(0, messages.size() - 1);
        return new Case(title, items, ordersLast, false, heard, outcome);
    }
}
