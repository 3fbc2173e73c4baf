package io.milepost.state;

import io.milepost.events.LineAnswer;
import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import io.milepost.events.OrderState;
import io.milepost.events.TechnicalOutcome;
import io.milepost.state.fact.AcknowledgementFact;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.FactHeader;
import io.milepost.state.fact.InvoiceFact;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.fact.ReceiptFact;
import io.milepost.state.fact.SchedulePart;
import io.milepost.state.fact.ShipNoticeFact;
import io.milepost.state.fact.TechnicalFact;
import io.milepost.state.fact.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/**
 * Something that was said about a line, for tests: what, when it happened and when it became known.
 * Unless told otherwise it happened when it became known, and is the first version.
 */
public final class Said {

    private static final String USUALLY_KNOWN = "2026-02-01";

    private final String identity;
    private final Function<FactHeader, Fact> content;
    private long version = 1;
    private String tie = "";
    private String eventId;
    private long happened;
    private long known = time(USUALLY_KNOWN);

    private Said(String identity, Function<FactHeader, Fact> content) {
        this.identity = identity;
        this.eventId = identity;
        this.content = content;
        this.happened = Times.NONE;
    }

    /** Micros of {@code 2026-03-02} (midnight UTC) or {@code 2026-03-02T10:00Z}. */
    public static long time(String text) {
        Instant instant =
                text.indexOf('T') < 0
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : OffsetDateTime.parse(text).toInstant();
        return Times.micros(instant);
    }

    /** A confirmed order for a number of pieces at 5 EUR. */
    public static Said order(int pieces, String planned) {
        return order(pieces, time(planned), OrderState.PURCHASE);
    }

    /** The order, cancelled. */
    public static Said cancelledOrder(int pieces, String planned) {
        return order(pieces, time(planned), OrderState.CANCELLED);
    }

    /** The order in any state. */
    public static Said order(int pieces, long planned, OrderState state) {
        return new Said(
                OrderFact.IDENTITY,
                header ->
                        new OrderFact(
                                header,
                                "P00042",
                                state,
                                false,
                                "acme",
                                "ITEM-1",
                                "valves",
                                "HAM",
                                "DAP",
                                decimal(pieces),
                                "C62",
                                decimal(1),
                                decimal(5),
                                "EUR",
                                time("2026-01-31"),
                                time("2026-01-31T12:00Z"),
                                planned));
    }

    /** An acknowledgement with its parts. */
    public static Said acknowledgement(String number, SchedulePart... parts) {
        return new Said(
                "acknowledgement/" + number,
                header -> new AcknowledgementFact(header, false, List.of(parts)));
    }

    /** An acknowledgement with the supplier's own number of the order. */
    public static Said acknowledgement(
            String number, String vendorReference, SchedulePart... parts) {
        return new Said(
                "acknowledgement/" + number,
                header ->
                        new AcknowledgementFact(
                                header, false, false, List.of(parts), vendorReference, null));
    }

    /** An acknowledgement of all that is ordered, without its parts. */
    public static Said wholeAcknowledgement(String number, LineAnswer answer, String promised) {
        long at = promised == null ? Times.NONE : time(promised);
        return new Said(
                "acknowledgement/" + number,
                header ->
                        new AcknowledgementFact(
                                header,
                                false,
                                false,
                                List.of(),
                                null,
                                SchedulePart.whole(answer, at)));
    }

    /** An acknowledgement whose parts are added to those of earlier ones. */
    public static Said addition(String number, SchedulePart... parts) {
        return new Said(
                "acknowledgement/" + number,
                header -> new AcknowledgementFact(header, false, true, List.of(parts)));
    }

    /** An acknowledgement that is taken back. */
    public static Said noAcknowledgement(String number) {
        return new Said(
                "acknowledgement/" + number,
                header -> new AcknowledgementFact(header, true, List.of()));
    }

    /** A part of an acknowledgement. */
    public static SchedulePart part(int pieces, LineAnswer answer, String promised) {
        return part(pieces, answer, promised == null ? Times.NONE : time(promised));
    }

    /** A part of an acknowledgement, promised for a time in micros. */
    public static SchedulePart part(int pieces, LineAnswer answer, long promised) {
        return new SchedulePart(1, answer, decimal(pieces), promised, null);
    }

    /** A ship notice; the goods left when it says that they did. */
    public static Said shipNotice(String number, int pieces, boolean cancelled) {
        return new Said(
                "ship-notice/" + number + "/" + number,
                header ->
                        new ShipNoticeFact(
                                header,
                                cancelled,
                                header.occurredAt(),
                                header.occurredAt() + 86_400_000_000L,
                                decimal(pieces)));
    }

    /** A ship notice with a tracking number, expected at a time in micros. */
    public static Said shipNotice(String number, int pieces, String tracking, long expected) {
        return new Said(
                "ship-notice/" + number + "/" + number,
                header ->
                        new ShipNoticeFact(
                                header,
                                false,
                                header.occurredAt(),
                                expected,
                                decimal(pieces),
                                tracking));
    }

    /** A receipt that is still to come. */
    public static Said plannedReceipt(int move, int pieces, String planned) {
        return new Said(
                "receipt/" + move,
                header ->
                        new ReceiptFact(
                                header,
                                MoveDirection.INBOUND,
                                MoveState.PLANNED,
                                decimal(pieces),
                                false,
                                time(planned)));
    }

    /** A receipt, or its reversal where the number is negative. */
    public static Said receipt(int move, int pieces) {
        return new Said(
                "receipt/" + move,
                header ->
                        new ReceiptFact(
                                header, MoveDirection.INBOUND, MoveState.DONE, decimal(pieces)));
    }

    /** The supplier's invoice. */
    public static Said invoice(String number, int pieces, int price) {
        return new Said(
                "invoice/" + number,
                header -> invoiceFact(header, false, true, number, pieces, price, Times.NONE));
    }

    /** Odoo's bill for an invoice, unpaid where {@code paid} is {@link Times#NONE}. */
    public static Said bill(int line, String number, int pieces, int price, long paid) {
        return new Said(
                "bill/" + line,
                header -> invoiceFact(header, true, true, number, pieces, price, paid));
    }

    /** Odoo's bill for an invoice, as a draft or taken back. */
    public static Said draftBill(int line, String number, int pieces, int price) {
        return new Said(
                "bill/" + line,
                header -> invoiceFact(header, true, false, number, pieces, price, Times.NONE));
    }

    /** The partner's system took a document of ours. */
    public static Said technical(String number, TechnicalOutcome outcome) {
        return new Said("technical/" + number, header -> new TechnicalFact(header, outcome));
    }

    /** Anything else. */
    public static Said of(String identity, Function<FactHeader, Fact> content) {
        return new Said(identity, content);
    }

    /** When it became known. */
    public Said known(String text) {
        return known(time(text));
    }

    /** When it became known, in micros. */
    public Said known(long micros) {
        known = micros;
        return this;
    }

    /** When it happened. */
    public Said happened(String text) {
        return happened(time(text));
    }

    /** When it happened, in micros. */
    public Said happened(long micros) {
        happened = micros;
        return this;
    }

    /** Which version of the thing it is. */
    public Said version(long number) {
        version = number;
        eventId = identity + "#" + number;
        return this;
    }

    /** What decides between equal versions. */
    public Said tie(String text) {
        tie = text;
        return this;
    }

    /** The fact. */
    public Fact fact() {
        return content.apply(
                new FactHeader(
                        identity,
                        new Version(version, tie),
                        eventId,
                        happened == Times.NONE ? known : happened,
                        known,
                        known,
                        null));
    }

    @Override
    public String toString() {
        return fact().toString();
    }

    private static InvoiceFact invoiceFact(
            FactHeader header,
            boolean booked,
            boolean counts,
            String number,
            int pieces,
            int price,
            long paid) {
        return new InvoiceFact(
                header,
                booked,
                false,
                counts,
                number,
                decimal(pieces),
                decimal(price),
                "EUR",
                paid != Times.NONE,
                paid);
    }

    private static BigDecimal decimal(int number) {
        return BigDecimal.valueOf(number).setScale(6);
    }
}
