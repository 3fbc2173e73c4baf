package io.milepost.partners.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.events.OutboundLine;
import io.milepost.events.PartnerOutbound;
import io.milepost.partners.edi.out.OutEnvelope;
import io.milepost.partners.profile.DeliveryTerms;
import io.milepost.partners.profile.PartnerProfile;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A document as the tree that templates read, and that goes out as it is where there is no
 * template. Numbers are decimal text; each time also comes as a day in the partner's zone.
 */
final class OrderTree {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    private final PartnerProfile profile;
    private final ZoneId zone;

    /** Who orders from whom: we are the buyer. */
    record Parties(String buyer, String seller) {}

    OrderTree(PartnerProfile profile) {
        this.profile = profile;
        this.zone = profile.terms().zone();
    }

    ObjectNode of(PartnerOutbound document) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        ObjectNode head = tree.putObject("document");
        head.put("id", document.getDocumentId());
        head.put("kind", lower(document.getKind()));
        head.put("revision", Integer.toString(document.getRevision()));
        time(head, "known", document.getKnownAt());
        ObjectNode order = tree.putObject("order");
        order.put("id", Long.toString(document.getOrderId()));
        order.put("name", document.getOrderName());
        text(order, "vendorReference", document.getVendorReference());
        order.put("currency", document.getCurrency());
        text(order, "warehouse", document.getWarehouse());
        text(order, "incoterm", document.getIncoterm());
        time(order, "ordered", document.getOrderedAt());
        Parties parties = parties(document);
        tree.putObject("parties").put("buyer", parties.buyer()).put("seller", parties.seller());
        ArrayNode lines = tree.putArray("lines");
        document.getLines().forEach(line -> line(lines.addObject(), document, line));
        return tree;
    }

    /** As an interchange names them; outside of EDI by our company and the vendor, unless said. */
    Parties parties(PartnerOutbound document) {
        DeliveryTerms terms = profile.delivery();
        boolean ours = terms != null && terms.sender() != null;
        boolean theirs = terms != null && terms.receiver() != null;
        return new Parties(
                ours ? id(terms.sender()) : document.getCompany(),
                theirs ? id(terms.receiver()) : document.getPartner());
    }

    private static String id(String identification) {
        return OutEnvelope.Party.of(identification).id();
    }

    private void line(ObjectNode tree, PartnerOutbound document, OutboundLine line) {
        tree.put("number", Integer.toString(line.getNumber()));
        tree.put("reference", document.getOrderId() + "/" + line.getLineId());
        tree.put("change", lower(line.getChange()));
        text(tree, "vendorItem", line.getVendorItem());
        text(tree, "ownItem", line.getOwnItem());
        text(tree, "gtin", line.getGtin());
        text(tree, "description", line.getDescription());
        tree.put("quantity", plain(line.getQuantity()));
        tree.put("unit", line.getUnit());
        tree.put("unitPrice", plain(line.getUnitPrice()));
        time(tree, "planned", line.getPlannedAt());
    }

    private void time(ObjectNode tree, String name, Instant time) {
        tree.put(name + "At", time.toString());
        tree.put(name + "On", DAY.format(time.atZone(zone)));
    }

    private static void text(ObjectNode tree, String name, String value) {
        if (value != null && !value.isBlank()) {
            tree.put(name, value);
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
