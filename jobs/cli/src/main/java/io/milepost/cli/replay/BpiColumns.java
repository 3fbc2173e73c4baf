package io.milepost.cli.replay;

import java.util.List;

/** The columns of the BPI Challenge 2019 log that are read. */
final class BpiColumns {

    static final String CASE = "case";
    static final String SEQ = "seq";
    static final String ACTIVITY = "activity";
    static final String TIMESTAMP = "timestamp";
    static final String WORTH = "cum_net_worth";
    static final String COMPANY = "Company";
    static final String ITEM = "Item";
    static final String ITEM_CATEGORY = "Item Category";
    static final String ITEM_TYPE = "Item Type";
    static final String VENDOR_NAME = "Name";
    static final String ORDER = "Purchasing Document";
    static final String SPEND_AREA = "Spend area text";
    static final String VENDOR = "Vendor";

    static final List<String> ALL =
            List.of(
                    CASE,
                    SEQ,
                    ACTIVITY,
                    TIMESTAMP,
                    WORTH,
                    COMPANY,
                    ITEM,
                    ITEM_CATEGORY,
                    ITEM_TYPE,
                    VENDOR_NAME,
                    ORDER,
                    SPEND_AREA,
                    VENDOR);

    private BpiColumns() {}
}
