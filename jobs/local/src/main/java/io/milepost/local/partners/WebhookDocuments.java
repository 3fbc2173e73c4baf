package io.milepost.local.partners;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.events.Acknowledgement;
import io.milepost.events.CreditNote;
import io.milepost.events.Invoice;
import io.milepost.events.QualityHold;
import io.milepost.events.Reference;
import io.milepost.events.ReturnClaim;
import io.milepost.events.ScheduleLine;
import io.milepost.events.ShipNotice;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Suppliers whose shop calls webhooks with JSON of its own shape. */
final class WebhookDocuments implements Documents {

    private static final Map<String, String> MEASURES =
            Map.of("C62", "piece", "KGM", "kilogram", "MTR", "metre");

    @Override
    public Optional<Draft> write(Correspondent who, Saying saying, long control) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Object body = saying.body();
        if (body instanceof Acknowledgement answer) {
            json.put("event", "order.answered").put("sellerOrder", answer.getVendorReference());
            json.put("more", answer.getAdds());
        } else if (body instanceof ShipNotice notice) {
            json.put("event", "goods.shipped").put("leftAt", notice.getShippedAt().toString());
            if (notice.getEstimatedArrivalAt() != null) {
                json.put("arrivesAt", notice.getEstimatedArrivalAt().toString());
            }
            for (Reference reference : saying.envelope().getReferences()) {
                json.put("tracking", reference.getValue());
            }
        } else if (body instanceof Invoice invoice) {
            json.put("event", "invoice.issued").put("due", invoice.getDueAt().toString());
            json.put("currency", invoice.getCurrency());
        } else if (body instanceof CreditNote note) {
            json.put("event", "invoice.issued").put("credits", note.getInvoiceNumber());
            json.put("currency", note.getCurrency());
        } else if (body instanceof QualityHold hold) {
            json.put("event", "goods.disputed").put("what", "hold");
            json.put("reason", hold.getReason());
        } else if (body instanceof ReturnClaim claim) {
            json.put("event", "goods.disputed").put("what", "return");
            json.put("reason", claim.getReason());
        } else {
            return Optional.empty();
        }
        json.put("order", saying.order());
        document(json.putObject("document"), saying);
        ArrayNode positions = json.putArray("positions");
        saying.lines().forEach(line -> position(positions.addObject(), line));
        return Optional.of(
                new Draft(
                        json.toString().getBytes(StandardCharsets.UTF_8),
                        saying.lines().stream().map(it -> Identity.of(it.event())).toList()));
    }

    private static void document(ObjectNode json, Saying saying) {
        json.put("number", saying.document().getNumber());
        json.put("at", saying.issuedAt().toString());
        json.put(
                "action",
                switch (saying.document().getPurpose()) {
                    case REPLACE -> "replaces";
                    case CANCEL -> "cancels";
                    default -> "new";
                });
    }

    private static void position(ObjectNode json, Saying.Line line) {
        if (line.gtin() != null) {
            json.put("gtin", line.gtin());
        } else {
            json.put("article", line.vendorItem());
        }
        if (line.ids() != null) {
            json.put("reference", line.ids());
        }
        Object body = line.event().getBody();
        if (body instanceof Acknowledgement answer) {
            ArrayNode parts = json.putArray("parts");
            answer.getSchedule().forEach(part -> part(parts.addObject(), part));
        } else if (body instanceof ShipNotice notice) {
            amount(json, notice.getQuantity(), notice.getUnit());
        } else if (body instanceof QualityHold hold) {
            amount(json, hold.getQuantity(), hold.getUnit());
        } else if (body instanceof ReturnClaim claim) {
            amount(json, claim.getQuantity(), claim.getUnit());
        } else {
            Priced priced = Priced.of(line);
            amount(json, priced.quantity(), priced.unit());
            json.put("price", Wording.number(priced.price()));
        }
    }

    private static void part(ObjectNode json, ScheduleLine part) {
        json.put(
                "state",
                switch (part.getAnswer()) {
                    case ACCEPTED -> "confirmed";
                    case BACKORDERED -> "later";
                    case SUBSTITUTED -> "substitute";
                    case REJECTED -> "rejected";
                    default -> "changed";
                });
        amount(json, part.getQuantity(), part.getUnit());
        if (part.getPromisedAt() != null) {
            json.put("date", part.getPromisedAt().toString());
        }
    }

    private static void amount(ObjectNode json, BigDecimal quantity, String unit) {
        json.put("amount", Wording.number(quantity));
        json.put("measure", MEASURES.get(unit));
    }
}
