package io.milepost.state.orders;

import io.milepost.events.OutboundLine;
import io.milepost.events.PartnerOutbound;
import io.milepost.state.StableId;
import java.util.ArrayList;
import java.util.List;

/** The identity of a document: its order, which one of it, and what the supplier sees of it. */
final class DocumentId {

    private DocumentId() {}

    static String of(PartnerOutbound document) {
        List<String> parts = new ArrayList<>();
        add(parts, document.getInstance());
        add(parts, document.getCompany());
        add(parts, document.getPartner());
        add(parts, document.getOrderId());
        add(parts, document.getKind());
        add(parts, document.getRevision());
        add(parts, document.getOrderName());
        add(parts, document.getCurrency());
        add(parts, document.getWarehouse());
        add(parts, document.getIncoterm());
        for (OutboundLine line : document.getLines()) {
            add(parts, line.getLineId());
            add(parts, line.getNumber());
            add(parts, line.getChange());
            add(parts, line.getVendorItem());
            add(parts, line.getOwnItem());
            add(parts, line.getGtin());
            add(parts, line.getQuantity().stripTrailingZeros().toPlainString());
            add(parts, line.getUnit());
            add(parts, line.getUnitPrice().stripTrailingZeros().toPlainString());
            add(parts, line.getPlannedAt());
        }
        return StableId.of(parts.toArray(String[]::new));
    }

    private static void add(List<String> parts, Object part) {
        // The bar separates parts.
        parts.add(part == null ? "" : part.toString().replace('|', '/'));
    }
}
