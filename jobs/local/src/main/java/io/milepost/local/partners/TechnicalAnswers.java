package io.milepost.local.partners;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.events.DocumentPurpose;
import io.milepost.partners.edi.out.OutSegment;
import io.milepost.partners.edi.out.OutTransaction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Writes how a supplier's system took an order: 997, CONTRL, ApplicationResponse, a webhook. */
final class TechnicalAnswers {

    private TechnicalAnswers() {}

    /**
     * Writes one.
     *
     * @param order what was read of the order
     * @param taken whether it could be used
     */
    static Draft write(
            Correspondent who, OrderText order, boolean taken, Instant at, long control) {
        return switch (who.voice()) {
            case X12 -> new Draft(x12(who, order, taken, at, control), List.of());
            case EDIFACT -> new Draft(edifact(who, order, taken, at, control), List.of());
            case UBL -> ubl(who, order, taken, at);
            case WEBHOOK -> json(who, order, taken, at);
        };
    }

    private static byte[] x12(
            Correspondent who, OrderText order, boolean taken, Instant at, long control) {
        String how = taken ? "A" : "R";
        List<OutSegment> text =
                List.of(
                        OutSegment.of("AK1", "PO", order.number()),
                        OutSegment.of("AK2", "850", order.part()),
                        OutSegment.of("AK5", how),
                        OutSegment.of("AK9", how, "1", "1", taken ? "1" : "0"));
        return X12Documents.interchange(who, control, at, "997", text);
    }

    private static byte[] edifact(
            Correspondent who, OrderText order, boolean taken, Instant at, long control) {
        String how = taken ? "7" : "4";
        OutSegment message =
                OutSegment.of("UCM", order.part()).and("ORDERS", "D", "96A", "UN").and(how);
        List<OutSegment> text =
                List.of(
                        OutSegment.of("UCI", order.number())
                                .and(party(Correspondent.US))
                                .and(party(who.identification()))
                                .and(how),
                        taken ? message : message.and("12"));
        return EdifactDocuments.interchange(
                who, control, at, new OutTransaction("CONTRL", "D:3:UN", "1", text));
    }

    private static String[] party(String identification) {
        String[] parts = identification.split(":", 2);
        return new String[] {parts[1], parts[0]};
    }

    private static Draft ubl(Correspondent who, OrderText order, boolean taken, Instant at) {
        String number = "AR-" + order.order();
        XmlText xml =
                new XmlText("ApplicationResponse")
                        .value("cbc:ID", number)
                        .value("cbc:IssueDate", Wording.isoDay(at))
                        .value("cbc:IssueTime", Wording.isoTime(at));
        xml.open("cac:DocumentResponse").open("cac:Response");
        xml.value("cbc:ResponseCode", taken ? "AP" : "RE").close();
        xml.open("cac:DocumentReference").value("cbc:ID", order.order());
        xml.value("cbc:DocumentTypeCode", "220").close().close();
        return new Draft(xml.bytes(), List.of(identity(who, order, number)));
    }

    private static Draft json(Correspondent who, OrderText order, boolean taken, Instant at) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        String number = "RCV-" + order.order();
        json.put("event", "order.received").put("id", number);
        json.put("sentAt", at.toString());
        json.put("order", order.order()).put("message", order.number());
        json.put("result", taken ? "taken" : "refused");
        return new Draft(
                json.toString().getBytes(StandardCharsets.UTF_8),
                List.of(identity(who, order, number)));
    }

    private static String identity(Correspondent who, OrderText order, String number) {
        return String.join(
                " ",
                who.partner(),
                "TechnicalAcknowledgement",
                order.order(),
                number,
                DocumentPurpose.ORIGINAL.name(),
                "all");
    }
}
