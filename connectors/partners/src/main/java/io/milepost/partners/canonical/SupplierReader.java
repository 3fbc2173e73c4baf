package io.milepost.partners.canonical;

import io.milepost.events.Acknowledgement;
import io.milepost.events.CreditNote;
import io.milepost.events.Invoice;
import io.milepost.events.LineAnswer;
import io.milepost.events.LineReference;
import io.milepost.events.QualityHold;
import io.milepost.events.ReturnClaim;
import io.milepost.events.ScheduleLine;
import io.milepost.events.ShipNotice;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.events.TechnicalOutcome;
import io.milepost.events.WholeAnswer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what a supplier says of orders and their lines. */
final class SupplierReader {

    static final String ACKNOWLEDGEMENT = "acknowledgement";
    static final String SHIP_NOTICE = "shipNotice";
    static final String INVOICE = "invoice";
    static final String CREDIT_NOTE = "creditNote";
    static final String QUALITY_HOLD = "qualityHold";
    static final String RETURN_CLAIM = "returnClaim";
    static final String TECHNICAL = "technicalAcknowledgement";

    /** The kinds of events that it reads. */
    static final List<String> KINDS =
            List.of(
                    ACKNOWLEDGEMENT,
                    SHIP_NOTICE,
                    INVOICE,
                    CREDIT_NOTE,
                    QUALITY_HOLD,
                    RETURN_CLAIM,
                    TECHNICAL);

    private static final String UNIT = "a unit of UN/ECE Recommendation 20";

    private final Paper message;
    private final List<Statement> statements = new ArrayList<>();
    private final Map<Statement.Subject, List<Integer>> bySubject = new HashMap<>();

    SupplierReader(Paper paper) {
        this.message = paper;
    }

    /** Reads one event. */
    void read(String kind, Fields event) {
        Paper paper = message.of(event);
        boolean technical = kind.equals(TECHNICAL);
        String order =
                technical && !event.has("order")
                        ? ""
                        : event.required("order", "the number of our order");
        LineReference line = technical && !event.has("line") ? null : Names.line(event);
        Part part = body(paper, kind, event);
        Statement statement =
                new Statement(
                        paper,
                        order,
                        line,
                        kind,
                        part.name(),
                        part.occurredAt(),
                        Names.references(event),
                        part.body(),
                        event);
        event.refuseOthers();
        add(statement);
    }

    /** Positions about one line are put together where the first of them stands. */
    private void add(Statement statement) {
        List<Integer> sameSubject =
                bySubject.computeIfAbsent(statement.subject(), it -> new ArrayList<>(1));
        for (int index : sameSubject) {
            if (statements.get(index).isAbout(statement)) {
                statements.set(index, statements.get(index).and(statement));
                return;
            }
        }
        sameSubject.add(statements.size());
        statements.add(statement);
    }

    private record Part(String name, Object body, Instant occurredAt) {}

    private static Part body(Paper paper, String kind, Fields event) {
        Instant occurredAt = event.time("occurredAt");
        return switch (kind) {
            case ACKNOWLEDGEMENT -> new Part(null, acknowledgement(paper, event), occurredAt);
            case SHIP_NOTICE -> shipNotice(paper, event);
            case INVOICE -> new Part(null, invoice(event), occurredAt);
            case CREDIT_NOTE -> new Part(null, creditNote(event), occurredAt);
            case QUALITY_HOLD -> qualityHold(paper, event, occurredAt);
            case RETURN_CLAIM -> returnClaim(paper, event, occurredAt);
            case TECHNICAL -> technical(event, occurredAt);
            default -> throw new IllegalArgumentException("no kind of a supplier: " + kind);
        };
    }

    private static Acknowledgement acknowledgement(Paper paper, Fields event) {
        List<ScheduleLine> schedule = new ArrayList<>();
        for (Fields part : event.objects("schedule")) {
            schedule.add(scheduleLine(schedule.size() + 1, part));
        }
        WholeAnswer whole = whole(event);
        if (schedule.isEmpty()
                && whole == null
                && event.has("line")
                && event.node("line").isObject()) {
            event.findings()
                    .missing(event.object(), event.path("schedule"), "what is said of the line");
        } else if (whole != null && !schedule.isEmpty()) {
            event.findings()
                    .object(
                            "said-twice",
                            event.object(),
                            event.path("whole")
                                    + ": expected parts or an answer to all of it but found both");
        }
        return new Acknowledgement(
                schedule,
                event.words("reason"),
                event.flag("adds", paper.speaker().adds()),
                event.words("vendorReference"),
                whole);
    }

    /** The answer to all that is ordered, however much that is. */
    private static WholeAnswer whole(Fields event) {
        Fields whole = event.object("whole");
        if (whole == null) {
            return null;
        }
        LineAnswer answer = whole.requiredConstant("answer", LineAnswer.class);
        Instant promisedAt = whole.time("promisedAt");
        whole.refuseOthers();
        return new WholeAnswer(answer, promisedAt);
    }

    private static ScheduleLine scheduleLine(int number, Fields part) {
        LineAnswer answer = part.requiredConstant("answer", LineAnswer.class);
        BigDecimal quantity = part.amount("quantity", "a quantity");
        String unit = part.required("unit", UNIT);
        Instant promisedAt = part.time("promisedAt");
        BigDecimal price = part.has("unitPrice") ? part.amount("unitPrice", "a price") : null;
        part.refuseOthers();
        return new ScheduleLine(number, answer, quantity, unit, promisedAt, price);
    }

    private static Part shipNotice(Paper paper, Fields event) {
        String shipment = event.has("shipment") ? event.text("shipment") : number(paper);
        boolean left = event.has("shippedAt") || event.has("occurredAt");
        Instant shippedAt = event.time("shippedAt");
        if (shippedAt == null) {
            // A ship notice that does not say when the goods left was written when they did.
            shippedAt = left ? event.time("occurredAt") : paper.issuedAt();
        }
        ShipNotice notice =
                new ShipNotice(
                        shipment == null ? "" : shipment,
                        shippedAt == null ? Instant.EPOCH : shippedAt,
                        event.time("estimatedArrivalAt"),
                        event.amount("quantity", "the shipped quantity"),
                        event.required("unit", UNIT));
        return new Part(shipment, notice, shippedAt);
    }

    private static String number(Paper paper) {
        return paper.document().getNumber();
    }

    private static Invoice invoice(Fields event) {
        return new Invoice(
                event.signed("quantity", "the invoiced quantity"),
                event.required("unit", UNIT),
                event.amount("unitPrice", "the price of one unit"),
                currency(event),
                event.time("dueAt"));
    }

    private static CreditNote creditNote(Fields event) {
        return new CreditNote(
                event.signed("quantity", "the credited quantity"),
                event.required("unit", UNIT),
                event.amount("unitPrice", "the price of one unit"),
                currency(event),
                event.text("invoice"));
    }

    static String currency(Fields event) {
        String currency = event.required("currency", "a currency of ISO 4217");
        if (!currency.isEmpty() && !currency.matches("[A-Z]{3}")) {
            event.findings()
                    .value(
                            "not-a-currency",
                            event.node("currency"),
                            event.path("currency"),
                            "a currency of ISO 4217 such as EUR");
        }
        return currency;
    }

    private static Part qualityHold(Paper paper, Fields event, Instant occurredAt) {
        String hold = event.has("hold") ? event.text("hold") : number(paper);
        return new Part(
                hold,
                new QualityHold(
                        hold == null ? "" : hold,
                        event.flag("released", false),
                        event.amount("quantity", "the held quantity"),
                        event.required("unit", UNIT),
                        event.words("reason")),
                occurredAt);
    }

    private static Part returnClaim(Paper paper, Fields event, Instant occurredAt) {
        String claim = event.has("claim") ? event.text("claim") : number(paper);
        return new Part(
                claim,
                new ReturnClaim(
                        claim == null ? "" : claim,
                        event.amount("quantity", "the claimed quantity"),
                        event.required("unit", UNIT),
                        event.words("reason")),
                occurredAt);
    }

    private static Part technical(Fields event, Instant occurredAt) {
        String acknowledged =
                event.required("acknowledged", "the number of the document that is acknowledged");
        return new Part(
                acknowledged,
                new TechnicalAcknowledgement(
                        acknowledged, event.requiredConstant("outcome", TechnicalOutcome.class)),
                occurredAt);
    }

    /** The events of everything that was read. */
    List<SupplierEvent> events() {
        return statements.stream().map(SupplierReader::event).toList();
    }

    private static SupplierEvent event(Statement said) {
        Paper paper = said.paper();
        Instant occurredAt = said.occurredAt() == null ? paper.issuedAt() : said.occurredAt();
        return new SupplierEvent(
                Envelopes.of(
                        paper,
                        paper.eventId(
                                said.kind(), said.order(), Names.key(said.line()), said.part()),
                        occurredAt,
                        paper.recordedAt(),
                        said.references()),
                paper.document(),
                said.order(),
                said.line(),
                said.body());
    }
}
