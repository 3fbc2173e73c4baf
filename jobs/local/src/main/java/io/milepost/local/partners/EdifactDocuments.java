package io.milepost.local.partners;

import io.milepost.events.Acknowledgement;
import io.milepost.events.CreditNote;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.Invoice;
import io.milepost.events.LineAnswer;
import io.milepost.events.Reference;
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

/** Suppliers that write UN/EDIFACT D.96A: ORDRSP, DESADV, INVOIC. */
final class EdifactDocuments implements Documents {

    private static final String VERSION = "D:96A:UN";
    private static final Map<DocumentPurpose, String> FUNCTIONS =
            Map.of(
                    DocumentPurpose.ORIGINAL, "9",
                    DocumentPurpose.REPLACE, "5",
                    DocumentPurpose.CANCEL, "1");

    @Override
    public Optional<Draft> write(Correspondent who, Saying saying, long control) {
        Object body = saying.body();
        if (body instanceof Acknowledgement) {
            return draft(who, saying, control, "ORDRSP", acknowledgement(saying));
        } else if (body instanceof ShipNotice) {
            return draft(who, saying, control, "DESADV", shipNotice(saying));
        } else if (body instanceof Invoice invoice) {
            List<OutSegment> head = invoiceHead(saying, "380", invoice.getCurrency());
            head.add(OutSegment.of("PAT", "1"));
            head.add(dated("13", invoice.getDueAt()));
            return draft(who, saying, control, "INVOIC", invoice(saying, head));
        } else if (body instanceof CreditNote note) {
            List<OutSegment> head = invoiceHead(saying, "381", note.getCurrency());
            return draft(who, saying, control, "INVOIC", invoice(saying, head));
        }
        return Optional.empty();
    }

    private static Optional<Draft> draft(
            Correspondent who, Saying saying, long control, String type, List<OutSegment> text) {
        List<String> identities =
                saying.lines().stream().map(line -> Identity.of(line.event())).toList();
        byte[] bytes =
                interchange(
                        who,
                        control,
                        saying.issuedAt(),
                        new OutTransaction(type, VERSION, "1", text));
        return Optional.of(new Draft(bytes, identities));
    }

    /** One message in an interchange of its own. */
    static byte[] interchange(Correspondent who, long control, Instant at, OutTransaction message) {
        return EdiWriter.write(Format.EDIFACT, who.envelope(control, at, ""), List.of(message));
    }

    private static List<OutSegment> acknowledgement(Saying saying) {
        List<OutSegment> text = new ArrayList<>();
        text.add(
                OutSegment.of(
                        "BGM",
                        "231",
                        saying.document().getNumber(),
                        FUNCTIONS.get(saying.document().getPurpose()),
                        "AC"));
        text.add(dated("137", saying.issuedAt()));
        text.add(reference("ON", saying.order()));
        String own = ((Acknowledgement) saying.body()).getVendorReference();
        if (own != null) {
            text.add(reference("VN", own));
        }
        int position = 1;
        for (Saying.Line line : saying.lines()) {
            for (ScheduleLine part : line.body(Acknowledgement.class).getSchedule()) {
                position(line, position++, answer(part), text);
                boolean later = part.getAnswer() == LineAnswer.BACKORDERED;
                text.add(quantity(later ? "83" : "12", part.getQuantity(), part.getUnit()));
                if (part.getAnswer() == LineAnswer.SUBSTITUTED) {
                    text.add(OutSegment.of("QVR").and("0", "21").and("IS"));
                }
                if (part.getPromisedAt() != null) {
                    text.add(dated("67", part.getPromisedAt()));
                }
                ids(line, text);
            }
        }
        text.add(OutSegment.of("UNS", "S"));
        text.add(OutSegment.of("CNT").and("2", Integer.toString(position - 1)));
        return text;
    }

    private static String answer(ScheduleLine part) {
        return switch (part.getAnswer()) {
            case ACCEPTED -> "5";
            case CHANGED -> "3";
            case REJECTED -> "7";
            default -> "";
        };
    }

    private static List<OutSegment> shipNotice(Saying saying) {
        List<OutSegment> text = new ArrayList<>();
        ShipNotice first = (ShipNotice) saying.body();
        text.add(
                OutSegment.of(
                        "BGM",
                        "351",
                        saying.document().getNumber(),
                        FUNCTIONS.get(saying.document().getPurpose())));
        text.add(dated("137", saying.issuedAt()));
        text.add(dated("11", first.getShippedAt()));
        if (first.getEstimatedArrivalAt() != null) {
            text.add(dated("17", first.getEstimatedArrivalAt()));
        }
        text.add(reference("ON", saying.order()));
        for (Reference reference : saying.envelope().getReferences()) {
            text.add(reference("CRN", reference.getValue()));
        }
        text.add(OutSegment.of("CPS", "1"));
        int position = 1;
        for (Saying.Line line : saying.lines()) {
            ShipNotice notice = line.body(ShipNotice.class);
            position(line, position++, "", text);
            text.add(quantity("12", notice.getQuantity(), notice.getUnit()));
            ids(line, text);
        }
        return text;
    }

    private static List<OutSegment> invoiceHead(Saying saying, String kind, String currency) {
        List<OutSegment> text = new ArrayList<>();
        text.add(OutSegment.of("BGM", kind, saying.document().getNumber(), "9"));
        text.add(dated("137", saying.issuedAt()));
        text.add(reference("ON", saying.order()));
        if (saying.body() instanceof CreditNote note && note.getInvoiceNumber() != null) {
            text.add(reference("IV", note.getInvoiceNumber()));
        }
        text.add(OutSegment.of("CUX").and("2", currency, "4"));
        return text;
    }

    private static List<OutSegment> invoice(Saying saying, List<OutSegment> head) {
        List<OutSegment> text = new ArrayList<>(head);
        int position = 1;
        BigDecimal total = BigDecimal.ZERO;
        for (Saying.Line line : saying.lines()) {
            Priced priced = Priced.of(line);
            total = total.add(priced.quantity().multiply(priced.price()));
            position(line, position++, "", text);
            text.add(quantity("47", priced.quantity(), priced.unit()));
            text.add(OutSegment.of("PRI").and("AAA", Wording.number(priced.price())));
            ids(line, text);
        }
        text.add(OutSegment.of("UNS", "S"));
        text.add(OutSegment.of("MOA").and("86", Wording.number(total)));
        return text;
    }

    private static void position(
            Saying.Line line, int number, String answer, List<OutSegment> text) {
        OutSegment position = OutSegment.of("LIN", Integer.toString(number), answer);
        if (line.gtin() != null) {
            text.add(position.and(line.gtin(), "EN"));
        } else {
            text.add(position);
            text.add(OutSegment.of("PIA", "5").and(line.vendorItem(), "SA"));
        }
    }

    /** Our ids of the line, where the supplier returns them. */
    private static void ids(Saying.Line line, List<OutSegment> text) {
        if (line.ids() != null) {
            text.add(reference("LI", line.ids()));
        }
    }

    private static OutSegment reference(String kind, String value) {
        return OutSegment.of("RFF").and(kind, value);
    }

    private static OutSegment dated(String kind, Instant at) {
        return OutSegment.of("DTM").and(kind, Wording.minute(at), "203");
    }

    private static OutSegment quantity(String kind, BigDecimal quantity, String unit) {
        return OutSegment.of("QTY").and(kind, Wording.number(quantity), unit);
    }
}
