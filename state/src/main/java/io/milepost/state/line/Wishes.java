package io.milepost.state.line;

import io.milepost.events.CommandBill;
import io.milepost.events.CommandBillLine;
import io.milepost.events.CommandKind;
import io.milepost.events.InvoiceAnswer;
import io.milepost.events.MilestoneName;
import io.milepost.events.SaleAnswer;
import io.milepost.state.LineKey;
import io.milepost.state.Times;
import io.milepost.state.fact.AcknowledgementFact;
import io.milepost.state.fact.FactHeader;
import io.milepost.state.fact.InvoiceFact;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.fact.ShipNoticeFact;
import io.milepost.state.sla.RequestPolicy;
import io.milepost.state.sla.RuleBook;
import io.milepost.state.view.Knowledge;
import io.milepost.state.view.Reached;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Everything that Odoo should be asked for by what is known of a line, and by its policy. */
final class Wishes {

    /** Decimals of money and quantities in the contract. */
    static final int SCALE = 6;

    private final LineKey key;
    private final Asking asking;
    private final Knowledge knowledge;
    private final Answers answers;
    private final RuleBook rules;
    private final List<Wish> all = new ArrayList<>(4);
    private final List<EmittedCommand> needless = new ArrayList<>(0);

    Wishes(LineKey key, Knowledge knowledge, Answers answers, RuleBook rules) {
        this.key = key;
        this.asking = new Asking(key);
        this.knowledge = knowledge;
        this.answers = answers;
        this.rules = rules;
        if (knowledge.reached(MilestoneName.ORDERED) != null) {
            RequestPolicy policy = rules.requests(key, knowledge);
            askForConfirmation(policy);
            if (knowledge.reached(MilestoneName.RECEIVED) == null
                    && knowledge.reached(MilestoneName.CLOSED) == null) {
                askForReceipt(policy);
            }
            if (policy.bill() == InvoiceAnswer.DRAFT
                    && knowledge.reached(MilestoneName.CANCELLED) == null) {
                knowledge.unansweredInvoices().forEach(this::askForBill);
            }
        }
    }

    /**
     * The acknowledgement that may ask for something; {@code null} if there is none. What a
     * supplier said before the company went live was between it and people, one that came when the
     * line was over changes nothing, and one from before the line was split was asked for then.
     */
    static AcknowledgementFact acknowledgement(LineKey key, Knowledge knowledge, RuleBook rules) {
        AcknowledgementFact newest = knowledge.acknowledgement();
        return newest == null
                        || knowledge.reached(MilestoneName.ORDERED) == null
                        || knowledge.acknowledgedTooLate()
                        || Shares.isToldAgain(newest.header())
                        || newest.header().knownAt() <= knowledge.partSince()
                        || !rules.isLive(key, newest.header().knownAt())
                ? null
                : newest;
    }

    /** All of it, each bill by itself, anything else once. */
    List<Wish> all() {
        return all;
    }

    /** What need not be asked for, because Odoo has it so already. */
    List<EmittedCommand> needless() {
        return needless;
    }

    private void askForConfirmation(RequestPolicy policy) {
        AcknowledgementFact newest = acknowledgement(key, knowledge, rules);
        if (newest == null) {
            return;
        }
        OrderFact order = knowledge.order();
        Confirmation confirmation = new Confirmation(knowledge.acknowledgements(), order.unit());
        all.addAll(new ConfirmationWishes(asking, knowledge, answers, confirmation).by(policy));
        if (policy.acknowledge() && confirmation.promisesAny()) {
            all.add(asking.order(CommandKind.ACKNOWLEDGE_ORDER, newest.header()));
        }
        if (policy.vendorReference()) {
            askForVendorReference();
        }
        long promised = confirmation.last();
        if (policy.salePromise() != SaleAnswer.NONE
                && promised != Times.NONE
                && Times.day(promised).isAfter(Times.day(knowledge.firstPlannedAt()))) {
            CommandKind kind =
                    policy.salePromise() == SaleAnswer.SET
                            ? CommandKind.SET_SALE_PROMISE
                            : CommandKind.REVIEW_SALE_PROMISE;
            // What people are asked to look at stays open; what was set has to be set back.
            FactHeader cause = newest.header();
            Wish wish =
                    kind == CommandKind.SET_SALE_PROMISE
                            ? asking.set(
                                    kind,
                                    cause.factId(),
                                    cause.knownAt(),
                                    knowledge.acknowledgementTakenBack())
                            : asking.line(kind, cause);
            all.add(wish.saying(command -> command.setValue(Asking.odooTime(promised))));
        }
    }

    private void askForVendorReference() {
        AcknowledgementFact stating = null;
        for (AcknowledgementFact acknowledgement : knowledge.acknowledgements()) {
            if (acknowledgement.vendorReference() != null) {
                stating = acknowledgement;
            }
        }
        if (stating != null && rules.isLive(key, stating.header().knownAt())) {
            Answer last = answers.to(CommandKind.SET_VENDOR_REFERENCE);
            String seen = last == null ? null : last.seen();
            String reference = stating.vendorReference();
            all.add(
                    asking.orderAgain(
                                    CommandKind.SET_VENDOR_REFERENCE,
                                    stating.header(),
                                    knowledge.acknowledgementTakenBack())
                            .saying(
                                    command ->
                                            command.setValue(reference)
                                                    .setExpect(seen == null ? "" : seen)));
        }
    }

    private void askForReceipt(RequestPolicy policy) {
        ShipNoticeFact notice = knowledge.shipNotice();
        if (policy.tracking()
                && notice != null
                && notice.tracking() != null
                && rules.isLive(key, notice.header().knownAt())) {
            // A later receipt of the line has none, whatever an earlier one was given.
            Answer last = answers.to(CommandKind.SET_RECEIPT_TRACKING);
            String found = last == null ? null : last.found();
            all.add(
                    asking.set(
                                    CommandKind.SET_RECEIPT_TRACKING,
                                    notice.header().factId(),
                                    notice.header().knownAt(),
                                    knowledge.noticeTakenBack())
                            .saying(
                                    command ->
                                            command.setValue(notice.tracking())
                                                    .setExpect(found == null ? "" : found)));
        }
        Reached expected = knowledge.expectedDelivery();
        if (policy.receiptDate()
                && expected != null
                && knowledge.deliveryWasMoved()
                && rules.isLive(key, expected.knownAt())) {
            askForReceiptDate(expected);
        }
    }

    private void askForReceiptDate(Reached expected) {
        long planned = knowledge.receiptPlannedAt();
        long date = expected.occurredAt();
        String has = planned == Times.NONE ? null : receiptDate(planned);
        Wish wish =
                asking.set(
                                CommandKind.SET_RECEIPT_DATE,
                                expected.factId(),
                                expected.knownAt(),
                                knowledge.noticeTakenBack())
                        .saying(command -> command.setValue(Asking.odooTime(date)).setExpect(has));
        all.add(wish);
        if (has != null && has.startsWith(Times.day(date).toString())) {
            needless.add(EmittedCommand.unasked(wish));
        }
    }

    /** What Odoo is known to have. */
    private String receiptDate(long planned) {
        return ConfirmationWishes.seen(
                answers.to(CommandKind.SET_RECEIPT_DATE),
                Asking.odooTime(planned),
                knowledge.receiptPlanKnownAt());
    }

    private void askForBill(InvoiceFact invoice) {
        if (invoice.quantity().signum() <= 0 || !rules.isLive(key, invoice.header().knownAt())) {
            return;
        }
        all.add(
                asking.line(CommandKind.DRAFT_BILL, invoice.header())
                        .saying(
                                command ->
                                        command.setValue(invoice.number()).setBill(bill(invoice))));
    }

    private CommandBill bill(InvoiceFact invoice) {
        CommandBillLine line =
                CommandBillLine.newBuilder()
                        .setLineId(key.lineId())
                        .setQuantity(scaled(invoice.quantity()))
                        .setUnit(knowledge.order().unit())
                        .setUnitPrice(scaled(invoice.unitPrice()))
                        .setCurrency(invoice.currency())
                        .build();
        return new CommandBill(Times.day(invoice.occurredAt()), List.of(line));
    }

    static BigDecimal scaled(BigDecimal number) {
        return number.setScale(SCALE, RoundingMode.HALF_UP);
    }
}
