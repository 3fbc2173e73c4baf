package io.milepost.odoo.embedded.action;

import io.milepost.odoo.embedded.error.OdooError;
import java.util.Map;

/** The kinds of commands: the one table. */
final class Kinds {
    private static final Map<String, Kind> KINDS =
            Map.ofEntries(
                    Map.entry("SET_LINE_DATE", LineKinds::date),
                    Map.entry("SET_LINE_QUANTITY", LineKinds::quantity),
                    Map.entry("SPLIT_LINE", LineKinds::split),
                    Map.entry("POST_NOTE", ChatterKinds::note),
                    Map.entry("POST_MESSAGE", ChatterKinds::message),
                    Map.entry("REVIEW_ACTIVITY", ChatterKinds::review),
                    Map.entry("ASSIGN_ACTIVITY", ChatterKinds::assign),
                    Map.entry("COMPLETE_ACTIVITY", ChatterKinds::complete),
                    Map.entry("ACKNOWLEDGE_ORDER", OrderKinds::acknowledge),
                    Map.entry("SET_VENDOR_REFERENCE", OrderKinds::vendorReference),
                    Map.entry("SET_RECEIPT_TRACKING", ReceiptKinds::tracking),
                    Map.entry("SET_RECEIPT_DATE", ReceiptKinds::date),
                    Map.entry("DRAFT_BILL", BillKind::draft),
                    Map.entry("SET_SUPPLIER_PRICE", PriceKinds::price),
                    Map.entry("SET_LEAD_TIME", PriceKinds::leadTime),
                    Map.entry("REVIEW_SALE_PROMISE", SaleKinds::review),
                    Map.entry("SET_SALE_PROMISE", SaleKinds::set),
                    Map.entry("SKIP", Kinds::skip));

    private Kinds() {}

    /** {@code null} for a kind that the action does not know. */
    static Kind of(String name) {
        return KINDS.get(name);
    }

    private static Outcome skip(Asked asked) {
        throw OdooError.user(asked.text("note", "Passed over"));
    }
}
