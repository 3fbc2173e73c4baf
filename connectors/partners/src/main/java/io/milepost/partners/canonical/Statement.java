package io.milepost.partners.canonical;

import io.milepost.events.Acknowledgement;
import io.milepost.events.CreditNote;
import io.milepost.events.Invoice;
import io.milepost.events.LineReference;
import io.milepost.events.QualityHold;
import io.milepost.events.Reference;
import io.milepost.events.ReturnClaim;
import io.milepost.events.ScheduleLine;
import io.milepost.events.ShipNotice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What one position of a document says. Positions about one line are put together, as a document
 * says one thing of a line in one event.
 *
 * @param paper the document
 * @param order number of our order
 * @param line {@code null} for the whole order
 * @param kind of the event, as templates name it
 * @param part tells apart what a document says several times of one line, such as the shipment
 * @param occurredAt {@code null} for the document's time
 * @param references names of shipments and documents
 * @param body as the contract has it
 * @param fields where it was read from, for problems
 */
record Statement(
        Paper paper,
        String order,
        LineReference line,
        String kind,
        String part,
        Instant occurredAt,
        List<Reference> references,
        Object body,
        Fields fields) {

    private static final int SCALE = 6;

    /** What may be about the same: statements that differ in it are not. */
    record Subject(String document, String order, String line, String kind, String part) {}

    Subject subject() {
        return new Subject(paper.document().getNumber(), order, Names.foremost(line), kind, part);
    }

    /** Whether it is about the same as another one of the same subject. */
    boolean isAbout(Statement other) {
        return Names.agree(line, other.line);
    }

    /** This statement and a later one about the same. */
    Statement and(Statement other) {
        List<Reference> all = new ArrayList<>(references);
        other.references.stream().filter(it -> !all.contains(it)).forEach(all::add);
        return new Statement(
                paper,
                order,
                Names.united(line, other.line),
                kind,
                part,
                occurredAt,
                all,
                together(other),
                fields);
    }

    private Object together(Statement other) {
        if (body instanceof Acknowledgement one && other.body instanceof Acknowledgement two) {
            if (one.getWhole() != null || two.getWhole() != null) {
                saidTwice(other);
            }
            return together(one, two);
        } else if (body instanceof ShipNotice one && other.body instanceof ShipNotice two) {
            one.setQuantity(
                    sum(other, one.getQuantity(), one.getUnit(), two.getQuantity(), two.getUnit()));
            if (later(two.getEstimatedArrivalAt(), one.getEstimatedArrivalAt())) {
                one.setEstimatedArrivalAt(two.getEstimatedArrivalAt());
            }
        } else if (body instanceof Invoice one && other.body instanceof Invoice two) {
            sameCurrency(other, one.getCurrency(), two.getCurrency());
            one.setUnitPrice(
                    price(
                            one.getQuantity(),
                            one.getUnitPrice(),
                            two.getQuantity(),
                            two.getUnitPrice()));
            one.setQuantity(
                    sum(other, one.getQuantity(), one.getUnit(), two.getQuantity(), two.getUnit()));
        } else if (body instanceof CreditNote one && other.body instanceof CreditNote two) {
            sameCurrency(other, one.getCurrency(), two.getCurrency());
            one.setUnitPrice(
                    price(
                            one.getQuantity(),
                            one.getUnitPrice(),
                            two.getQuantity(),
                            two.getUnitPrice()));
            one.setQuantity(
                    sum(other, one.getQuantity(), one.getUnit(), two.getQuantity(), two.getUnit()));
        } else if (body instanceof QualityHold one && other.body instanceof QualityHold two) {
            one.setQuantity(
                    sum(other, one.getQuantity(), one.getUnit(), two.getQuantity(), two.getUnit()));
        } else if (body instanceof ReturnClaim one && other.body instanceof ReturnClaim two) {
            one.setQuantity(
                    sum(other, one.getQuantity(), one.getUnit(), two.getQuantity(), two.getUnit()));
        } else {
            saidTwice(other);
        }
        return body;
    }

    private static void saidTwice(Statement other) {
        other.fields
                .findings()
                .object(
                        "said-twice",
                        other.fields.object(),
                        other.fields.path("")
                                + ": expected one statement of this kind but found a second");
    }

    private static Acknowledgement together(Acknowledgement one, Acknowledgement two) {
        List<ScheduleLine> parts = new ArrayList<>(one.getSchedule());
        for (ScheduleLine part : two.getSchedule()) {
            part.setNumber(parts.size() + 1);
            parts.add(part);
        }
        one.setSchedule(parts);
        one.setAdds(one.getAdds() || two.getAdds());
        if (one.getReason() == null) {
            one.setReason(two.getReason());
        } else if (two.getReason() != null && !two.getReason().equals(one.getReason())) {
            one.setReason(one.getReason() + "; " + two.getReason());
        }
        return one;
    }

    private static boolean later(Instant one, Instant other) {
        return one != null && (other == null || one.isAfter(other));
    }

    private static BigDecimal sum(
            Statement other, BigDecimal one, String unit, BigDecimal two, String otherUnit) {
        if (!unit.equals(otherUnit)) {
            other.fields
                    .findings()
                    .object(
                            "different-units",
                            other.fields.object(),
                            "%s: expected unit %s as in an earlier position of the line but found %s"
                                    .formatted(other.fields.path("unit"), unit, otherUnit));
        }
        return one.add(two);
    }

    private static void sameCurrency(Statement other, String one, String two) {
        if (!Objects.equals(one, two)) {
            other.fields
                    .findings()
                    .object(
                            "different-currencies",
                            other.fields.object(),
                            "%s: expected %s as in an earlier position of the line but found %s"
                                    .formatted(other.fields.path("currency"), one, two));
        }
    }

    /** The price at which the sum is worth what the positions are worth. */
    private static BigDecimal price(
            BigDecimal quantity, BigDecimal price, BigDecimal other, BigDecimal otherPrice) {
        BigDecimal total = quantity.add(other);
        if (price.compareTo(otherPrice) == 0 || total.signum() == 0) {
            return price;
        }
        return quantity.multiply(price)
                .add(other.multiply(otherPrice))
                .divide(total, SCALE, RoundingMode.HALF_UP);
    }
}
