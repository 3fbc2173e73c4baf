package io.milepost.local.partners;

import io.milepost.events.Acknowledgement;
import io.milepost.events.CreditNote;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.Invoice;
import io.milepost.events.Reference;
import io.milepost.events.ReturnClaim;
import io.milepost.events.ScheduleLine;
import io.milepost.events.ShipNotice;
import io.milepost.partners.edi.out.EdiWriter;
import io.milepost.partners.edi.out.OutSegment;
import io.milepost.partners.edi.out.OutTransaction;
import io.milepost.partners.message.Format;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Suppliers that write ANSI X12: 855, 856, 810, 812, 180. */
final class X12Documents implements Documents {

    private static final Map<String, String> UNITS = Map.of("C62", "UN", "KGM", "KG", "MTR", "MR");
    private static final Map<DocumentPurpose, String> PURPOSES =
            Map.of(
                    DocumentPurpose.ORIGINAL, "00",
                    DocumentPurpose.REPLACE, "05",
                    DocumentPurpose.CANCEL, "01");

    @Override
    public Optional<Draft> write(Correspondent who, Saying saying, long control) {
        Object body = saying.body();
        if (body instanceof Acknowledgement) {
            return draft(who, saying, control, "855", acknowledgement(saying));
        } else if (body instanceof ShipNotice) {
            return draft(who, saying, control, "856", shipNotice(saying));
        } else if (body instanceof Invoice) {
            return draft(who, saying, control, "810", invoice(saying));
        } else if (body instanceof CreditNote) {
            return draft(who, saying, control, "812", credit(saying));
        } else if (body instanceof ReturnClaim) {
            return draft(who, saying, control, "180", claim(saying));
        }
        return Optional.empty();
    }

    private static Optional<Draft> draft(
            Correspondent who, Saying saying, long control, String type, List<OutSegment> text) {
        boolean byItem = type.equals("812") || type.equals("180");
        List<String> identities =
                saying.lines().stream()
                        .map(
                                line ->
                                        Identity.of(
                                                line.event(),
                                                line.event().getDocument().getPurpose(),
                                                byItem
                                                        ? line.vendorItem()
                                                        : Identity.name(line.event().getLine())))
                        .toList();
        return Optional.of(
                new Draft(interchange(who, control, saying.issuedAt(), type, text), identities));
    }

    /** One transaction in an interchange of its own. */
    static byte[] interchange(
            Correspondent who, long control, Instant at, String type, List<OutSegment> text) {
        return EdiWriter.write(
                Format.X12,
                who.envelope(control, at, "004010"),
                List.of(new OutTransaction(type, null, "0001", text)));
    }

    private static List<OutSegment> acknowledgement(Saying saying) {
        List<OutSegment> text = new ArrayList<>();
        String day = Wording.day(saying.issuedAt());
        String purpose = PURPOSES.get(saying.document().getPurpose());
        String number = saying.document().getNumber();
        text.add(OutSegment.of("BAK", purpose, "AC", saying.order(), day, "", "", "", number, day));
        for (Saying.Line line : saying.lines()) {
            List<ScheduleLine> parts = line.body(Acknowledgement.class).getSchedule();
            BigDecimal all =
                    parts.stream()
                            .map(ScheduleLine::getQuantity)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            String unit = UNITS.get(parts.get(0).getUnit());
            text.add(OutSegment.of("PO1", with(line, "", Wording.number(all), unit, "", "")));
            ids(line, text);
            for (ScheduleLine part : parts) {
                text.add(
                        OutSegment.of(
                                "ACK", answer(part), Wording.number(part.getQuantity()), unit));
                if (part.getPromisedAt() != null) {
                    text.add(time("067", part.getPromisedAt()));
                }
            }
        }
        text.add(OutSegment.of("CTT", Integer.toString(saying.lines().size())));
        return text;
    }

    private static String answer(ScheduleLine part) {
        return switch (part.getAnswer()) {
            case ACCEPTED -> "IA";
            case CHANGED -> "IC";
            case BACKORDERED -> "IB";
            case SUBSTITUTED -> "IS";
            case REJECTED -> "IR";
            default -> "IH";
        };
    }

    private static List<OutSegment> shipNotice(Saying saying) {
        List<OutSegment> text = new ArrayList<>();
        ShipNotice first = (ShipNotice) saying.body();
        text.add(
                OutSegment.of(
                        "BSN",
                        PURPOSES.get(saying.document().getPurpose()),
                        saying.document().getNumber(),
                        Wording.day(saying.issuedAt()),
                        Wording.time(saying.issuedAt())));
        text.add(OutSegment.of("HL", "1", "", "S"));
        for (Reference reference : saying.envelope().getReferences()) {
            text.add(OutSegment.of("REF", "CN", reference.getValue()));
        }
        text.add(time("011", first.getShippedAt()));
        if (first.getEstimatedArrivalAt() != null) {
            text.add(time("017", first.getEstimatedArrivalAt()));
        }
        text.add(OutSegment.of("HL", "2", "1", "O"));
        text.add(OutSegment.of("PRF", saying.order()));
        int level = 3;
        for (Saying.Line line : saying.lines()) {
            ShipNotice notice = line.body(ShipNotice.class);
            text.add(OutSegment.of("HL", Integer.toString(level++), "2", "I"));
            text.add(OutSegment.of("LIN", with(line, "")));
            text.add(
                    OutSegment.of(
                            "SN1",
                            "",
                            Wording.number(notice.getQuantity()),
                            UNITS.get(notice.getUnit())));
            ids(line, text);
        }
        text.add(OutSegment.of("CTT", Integer.toString(level - 1)));
        return text;
    }

    private static List<OutSegment> invoice(Saying saying) {
        List<OutSegment> text = new ArrayList<>();
        Invoice first = (Invoice) saying.body();
        String day = Wording.day(saying.issuedAt());
        text.add(
                OutSegment.of(
                        "BIG",
                        day,
                        saying.document().getNumber(),
                        "",
                        saying.order(),
                        "",
                        "",
                        "DI",
                        "00"));
        text.add(OutSegment.of("CUR", "SE", first.getCurrency()));
        text.add(OutSegment.of("ITD", "01", "3", "", "", "", Wording.day(first.getDueAt())));
        BigDecimal total = BigDecimal.ZERO;
        for (Saying.Line line : saying.lines()) {
            Invoice invoice = line.body(Invoice.class);
            total = total.add(invoice.getQuantity().multiply(invoice.getUnitPrice()));
            text.add(
                    OutSegment.of(
                            "IT1",
                            with(
                                    line,
                                    "",
                                    Wording.number(invoice.getQuantity()),
                                    UNITS.get(invoice.getUnit()),
                                    Wording.number(invoice.getUnitPrice()),
                                    "PE")));
            ids(line, text);
        }
        text.add(OutSegment.of("TDS", cents(total)));
        text.add(OutSegment.of("CTT", Integer.toString(saying.lines().size())));
        return text;
    }

    private static List<OutSegment> credit(Saying saying) {
        List<OutSegment> text = new ArrayList<>();
        CreditNote first = (CreditNote) saying.body();
        String cents = cents(first.getQuantity().multiply(first.getUnitPrice()));
        String day = Wording.day(saying.issuedAt());
        text.add(
                OutSegment.of(
                        "BCD",
                        day,
                        saying.document().getNumber(),
                        "",
                        cents,
                        "",
                        day,
                        first.getInvoiceNumber(),
                        "",
                        "",
                        saying.order()));
        text.add(OutSegment.of("CUR", "SE", first.getCurrency()));
        for (Saying.Line line : saying.lines()) {
            CreditNote note = line.body(CreditNote.class);
            text.add(
                    OutSegment.of(
                            "CDD",
                            "01",
                            "C",
                            "",
                            cents,
                            "",
                            "",
                            Wording.number(note.getQuantity()),
                            UNITS.get(note.getUnit()),
                            "",
                            "",
                            Wording.number(note.getUnitPrice())));
            text.add(OutSegment.of("LIN", "", "VN", line.vendorItem()));
        }
        return text;
    }

    private static List<OutSegment> claim(Saying saying) {
        List<OutSegment> text = new ArrayList<>();
        ReturnClaim first = (ReturnClaim) saying.body();
        text.add(
                OutSegment.of(
                        "BGN",
                        "00",
                        saying.document().getNumber(),
                        Wording.day(saying.issuedAt()),
                        Wording.time(saying.issuedAt())));
        text.add(OutSegment.of("RDR", "DC", "01", first.getReason()));
        text.add(OutSegment.of("N9", "PO", saying.order()));
        for (Saying.Line line : saying.lines()) {
            ReturnClaim claim = line.body(ReturnClaim.class);
            text.add(
                    OutSegment.of(
                            "BLI",
                            "VN",
                            line.vendorItem(),
                            Wording.number(claim.getQuantity()),
                            UNITS.get(claim.getUnit())));
        }
        return text;
    }

    private static String cents(BigDecimal amount) {
        return amount.setScale(2, java.math.RoundingMode.HALF_UP).unscaledValue().toString();
    }

    private static OutSegment time(String what, Instant at) {
        return OutSegment.of("DTM", what, Wording.day(at), Wording.time(at), "UT");
    }

    /** Elements, and behind them how the supplier names the item. */
    private static String[] with(Saying.Line line, String... elements) {
        List<String> all = new ArrayList<>(List.of(elements));
        if (line.gtin() != null) {
            all.addAll(List.of("UK", line.gtin()));
        } else {
            all.addAll(List.of("VN", line.vendorItem()));
        }
        return all.toArray(String[]::new);
    }

    /** Our ids of the line, where the supplier returns them. */
    private static void ids(Saying.Line line, List<OutSegment> text) {
        if (line.ids() != null) {
            text.add(OutSegment.of("REF", "LI", line.ids()));
        }
    }
}
