package io.milepost.local.partners;

import io.milepost.events.Acknowledgement;
import io.milepost.events.CreditNote;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.Invoice;
import io.milepost.events.LineAnswer;
import io.milepost.events.Reference;
import io.milepost.events.ReturnClaim;
import io.milepost.events.ScheduleLine;
import io.milepost.events.ShipNotice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Suppliers that write UBL 2: OrderResponse, DespatchAdvice, Invoice, CreditNote. */
final class UblDocuments implements Documents {

    @Override
    public Optional<Draft> write(Correspondent who, Saying saying, long control) {
        Object body = saying.body();
        DocumentPurpose purpose = saying.document().getPurpose();
        if (body instanceof Acknowledgement) {
            // A response cannot take one back; the next one replaces it.
            return purpose == DocumentPurpose.CANCEL
                    ? Optional.empty()
                    : draft(saying, acknowledgement(saying), DocumentPurpose.ORIGINAL);
        } else if (body instanceof ShipNotice) {
            return draft(saying, shipNotice(saying), purpose);
        } else if (body instanceof Invoice || body instanceof CreditNote) {
            return draft(saying, invoice(saying), purpose);
        } else if (body instanceof ReturnClaim) {
            return draft(saying, claim(saying), purpose);
        }
        return Optional.empty();
    }

    private static Optional<Draft> draft(Saying saying, XmlText xml, DocumentPurpose purpose) {
        return Optional.of(
                new Draft(
                        xml.bytes(),
                        saying.lines().stream()
                                .map(line -> Identity.of(line.event(), purpose, name(line)))
                                .toList()));
    }

    /** UBL has no place for our ids. */
    private static String name(Saying.Line line) {
        String gtin = line.gtin();
        return gtin != null ? gtin : line.vendorItem();
    }

    private static XmlText head(String type, Saying saying) {
        return new XmlText(type)
                .value("cbc:ID", saying.document().getNumber())
                .value("cbc:IssueDate", Wording.isoDay(saying.issuedAt()))
                .value("cbc:IssueTime", Wording.isoTime(saying.issuedAt()));
    }

    private static void order(XmlText xml, Saying saying) {
        xml.open("cac:OrderReference").value("cbc:ID", saying.order()).close();
    }

    private static XmlText acknowledgement(Saying saying) {
        XmlText xml = head("OrderResponse", saying).value("cbc:OrderResponseCode", "CA");
        xml.open("cac:OrderReference").value("cbc:ID", saying.order());
        String own = ((Acknowledgement) saying.body()).getVendorReference();
        if (own != null) {
            xml.value("cbc:SalesOrderID", own);
        }
        xml.close();
        for (Saying.Line line : saying.lines()) {
            for (ScheduleLine part : line.body(Acknowledgement.class).getSchedule()) {
                part(xml, line, part);
            }
        }
        return xml;
    }

    private static void part(XmlText xml, Saying.Line line, ScheduleLine part) {
        String id = Integer.toString(line.number());
        xml.open("cac:OrderLine").open("cac:LineItem");
        xml.value("cbc:ID", id).value("cbc:LineStatusCode", answer(part));
        xml.amount("cbc:Quantity", "unitCode", part.getUnit(), part.getQuantity());
        Instant promised = part.getPromisedAt();
        if (promised != null) {
            xml.open("cac:Delivery").open("cac:PromisedDeliveryPeriod");
            xml.value("cbc:EndDate", Wording.isoDay(promised));
            xml.value("cbc:EndTime", Wording.isoTime(promised)).close().close();
        }
        item(xml, line);
        xml.close();
        if (part.getAnswer() == LineAnswer.SUBSTITUTED) {
            xml.open("cac:SellerSubstitutedLineItem");
            xml.value("cbc:ID", id).close();
        }
        xml.open("cac:OrderLineReference").value("cbc:LineID", id).close().close();
    }

    private static String answer(ScheduleLine part) {
        return switch (part.getAnswer()) {
            case ACCEPTED -> "5";
            case REJECTED -> "7";
            case BACKORDERED -> "BO";
            default -> "3";
        };
    }

    private static XmlText shipNotice(Saying saying) {
        ShipNotice first = (ShipNotice) saying.body();
        XmlText xml = head("DespatchAdvice", saying);
        switch (saying.document().getPurpose()) {
            case REPLACE -> xml.value("cbc:DocumentStatusCode", "5");
            case CANCEL -> xml.value("cbc:DocumentStatusCode", "1");
            default -> xml.value("cbc:DocumentStatusCode", "9");
        }
        order(xml, saying);
        xml.open("cac:Shipment").value("cbc:ID", first.getShipmentId()).open("cac:Delivery");
        for (Reference reference : saying.envelope().getReferences()) {
            xml.value("cbc:TrackingID", reference.getValue());
        }
        Instant arrives = first.getEstimatedArrivalAt();
        if (arrives != null) {
            xml.open("cac:EstimatedDeliveryPeriod");
            xml.value("cbc:EndDate", Wording.isoDay(arrives));
            xml.value("cbc:EndTime", Wording.isoTime(arrives)).close();
        }
        xml.open("cac:Despatch");
        xml.value("cbc:ActualDespatchDate", Wording.isoDay(first.getShippedAt()));
        xml.value("cbc:ActualDespatchTime", Wording.isoTime(first.getShippedAt()));
        xml.close().close().close();
        int id = 1;
        for (Saying.Line line : saying.lines()) {
            ShipNotice notice = line.body(ShipNotice.class);
            xml.open("cac:DespatchLine").value("cbc:ID", Integer.toString(id++));
            xml.amount("cbc:DeliveredQuantity", "unitCode", notice.getUnit(), notice.getQuantity());
            item(xml, line);
            xml.close();
        }
        return xml;
    }

    private static XmlText invoice(Saying saying) {
        boolean credit = saying.body() instanceof CreditNote;
        String type = credit ? "CreditNote" : "Invoice";
        String currency = Priced.of(saying.lines().get(0)).currency();
        XmlText xml = head(type, saying);
        if (saying.body() instanceof Invoice invoice) {
            xml.value("cbc:DueDate", Wording.isoDay(invoice.getDueAt()));
        }
        xml.value("cbc:DocumentCurrencyCode", currency);
        order(xml, saying);
        if (saying.body() instanceof CreditNote note && note.getInvoiceNumber() != null) {
            xml.open("cac:BillingReference").open("cac:InvoiceDocumentReference");
            xml.value("cbc:ID", note.getInvoiceNumber()).close().close();
        }
        int id = 1;
        for (Saying.Line line : saying.lines()) {
            Priced priced = Priced.of(line);
            xml.open("cac:" + type + "Line").value("cbc:ID", Integer.toString(id++));
            xml.amount(
                    credit ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity",
                    "unitCode",
                    priced.unit(),
                    priced.quantity());
            BigDecimal sum = priced.quantity().multiply(priced.price());
            xml.amount("cbc:LineExtensionAmount", "currencyID", currency, sum);
            item(xml, line);
            xml.open("cac:Price");
            xml.amount("cbc:PriceAmount", "currencyID", currency, priced.price()).close();
            xml.close();
        }
        return xml;
    }

    private static XmlText claim(Saying saying) {
        XmlText xml = head("InstructionForReturns", saying);
        xml.value("cbc:Note", ((ReturnClaim) saying.body()).getReason());
        order(xml, saying);
        int id = 1;
        for (Saying.Line line : saying.lines()) {
            ReturnClaim claim = line.body(ReturnClaim.class);
            xml.open("cac:InstructionForReturnsLine").value("cbc:ID", Integer.toString(id++));
            xml.amount("cbc:Quantity", "unitCode", claim.getUnit(), claim.getQuantity());
            item(xml, line);
            xml.close();
        }
        return xml;
    }

    private static void item(XmlText xml, Saying.Line line) {
        String gtin = line.gtin();
        xml.open("cac:Item");
        if (gtin != null) {
            xml.open("cac:StandardItemIdentification");
            xml.marked("cbc:ID", "schemeID", "0160", gtin);
        } else {
            xml.open("cac:SellersItemIdentification").value("cbc:ID", line.vendorItem());
        }
        xml.close().close();
    }
}
