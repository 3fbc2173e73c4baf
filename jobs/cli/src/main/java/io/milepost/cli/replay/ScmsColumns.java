package io.milepost.cli.replay;

import java.util.List;

/** The columns of the SCMS delivery history that are read. */
final class ScmsColumns {

    static final String ID = "id";
    static final String PQ_SENT = "pq first sent to client date";
    static final String ORDER = "po / so #";
    static final String SHIP_NOTICE = "asn/dn #";
    static final String COUNTRY = "country";
    static final String INCOTERM = "vendor inco term";
    static final String PO_SENT = "po sent to vendor date";
    static final String SCHEDULED = "scheduled delivery date";
    static final String DELIVERED = "delivered to client date";
    static final String RECORDED = "delivery recorded date";
    static final String CATEGORY = "product group";
    static final String VENDOR = "vendor";
    static final String DESCRIPTION = "item description";
    static final String QUANTITY = "line item quantity";
    static final String PACK_PRICE = "pack price";

    static final List<String> ALL =
            List.of(
                    ID,
                    PQ_SENT,
                    ORDER,
                    SHIP_NOTICE,
                    COUNTRY,
                    INCOTERM,
                    PO_SENT,
                    SCHEDULED,
                    DELIVERED,
                    RECORDED,
                    CATEGORY,
                    VENDOR,
                    DESCRIPTION,
                    QUANTITY,
                    PACK_PRICE);

    private ScmsColumns() {}
}
