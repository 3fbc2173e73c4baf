package io.milepost.scenarios.events;

import io.milepost.events.BillKind;
import io.milepost.events.BillState;
import io.milepost.events.OdooBill;
import io.milepost.events.PaymentState;
import io.milepost.scenarios.words.Timing;
import io.milepost.scenarios.words.Vocabulary;
import io.milepost.scenarios.words.Words;
import io.milepost.schemas.Catalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What accounting posts in Odoo: bills, debit memos, payment. */
public final class Accounts {

    private final Chronicle story;
    private final Map<String, OdooBill> bills = new HashMap<>();

    private Accounts(Chronicle story) {
        this.story = story;
    }

    /** Adds accounting's sentences. */
    public static void teach(Vocabulary vocabulary, Chronicle story) {
        Accounts accounts = new Accounts(story);
        vocabulary
                .add(
                        "bill <name>(?: for invoice <name>)? is (posted|drafted) for <quantity>"
                                + " at <price><line>",
                        accounts::bills)
                .add(
                        "debit memo <name> is posted for <quantity> at <price><line>",
                        accounts::debits)
                .add("(?:bill|debit memo) <name> is posted", accounts::posts)
                .add("bill <name> is paid", accounts::pays)
                .add("(?:bill|debit memo) <name> is taken back", accounts::takesBack);
    }

    private void bills(Words words) {
        BillState state = words.word(3).equals("posted") ? BillState.POSTED : BillState.DRAFT;
        OdooBill bill = bill(words, 4).setState(state).setKind(BillKind.BILL).build();
        bill.setVendorReference(words.word(2));
        tell(words.timing(), words.word(1), bill);
    }

    private void debits(Words words) {
        tell(
                words.timing(),
                words.word(1),
                bill(words, 2).setState(BillState.POSTED).setKind(BillKind.CREDIT_NOTE).build());
    }

    private OdooBill.Builder bill(Words words, int gap) {
        int line = words.line(gap + 2);
        long id = bills.size() + 1L;
        return OdooBill.newBuilder()
                .setEnvelope(story.envelope(words.timing(), null, List.of()))
                .setVersion(1)
                .setBillId(id)
                .setBillLineId(id)
                .setOrderId(Chronicle.ORDER)
                .setLineId(Chronicle.lineId(line))
                .setQuantity(words.quantity(gap).amount())
                .setUnit(words.quantity(gap).unitOr(story.unitOf(line)))
                .setUnitPrice(words.price(gap + 1))
                .setCurrency("EUR")
                .setPaymentState(PaymentState.NOT_PAID);
    }

    private void posts(Words words) {
        again(words, bill -> bill.setState(BillState.POSTED));
    }

    private void pays(Words words) {
        again(
                words,
                bill ->
                        bill.setPaymentState(PaymentState.PAID)
                                .setPaidAt(words.timing().occurred()));
    }

    private void takesBack(Words words) {
        again(words, bill -> bill.setState(BillState.CANCELLED));
    }

    /** The same bill, told again; it keeps its date. */
    private void again(Words words, UnaryOperator<OdooBill.Builder> change) {
        OdooBill first = bills.get(words.word(1));
        Timing now = words.timing();
        Timing then =
                new Timing(
                        first.getEnvelope().getOccurredAt(),
                        now.recorded(),
                        now.known(),
                        now.arrives());
        OdooBill.Builder next =
                OdooBill.newBuilder(first)
                        .setEnvelope(story.envelope(then, null, List.of()))
                        .setVersion(first.getVersion() + 1);
        tell(now, words.word(1), change.apply(next).build());
    }

    private void tell(Timing timing, String name, OdooBill bill) {
        bills.put(name, bill);
        int line = (int) (bill.getLineId() - Chronicle.lineId(0));
        story.tellOfLine(timing, Catalogue.BILLS, line, bill);
    }
}
