package io.milepost.e2e.odoo;

import java.util.List;

/** The same price, lead time and empty stock of an item, in three formats. */
final class PriceLists {

    static final double PRICE = 10.5;
    static final int DAYS = 14;

    static final Lists X12 =
            new Lists(
                    "generic-x12",
                    true,
                    List.of(
                            x12(
                                    "SC",
                                    "832",
                                    "BCT*PS*CAT-1~CUR*SE*USD~DTM*007*20260301~LIN*1*BP*%1$s~LDT*AF*2*WK~CTP**CON*10.50*1*EA~CTT*1~"),
                            x12(
                                    "IB",
                                    "846",
                                    "BIA*00*SI*STK-9*20260302*0600~LIN*1*BP*%1$s~QTY*33*0*EA~CTT*1~")));

    static final Lists EDIFACT =
            new Lists(
                    "generic-edifact",
                    false,
                    List.of(
                            edifact(
                                    "PRICAT",
                                    "BGM+9+CAT-1+9'DTM+137:20260301:102'DTM+194:20260301:102'CUX+2:USD:8'LIN+1++%1$s:IN'PRI+AAA:10.50'UNS+S'"),
                            edifact(
                                    "INVRPT",
                                    "BGM+35+STK-9+9'DTM+137:20260302:102'LIN+1++%1$s:IN'QTY+145:0:PCE'")));

    static final Lists UBL =
            new Lists(
                    "generic-ubl",
                    true,
                    List.of(
                            ubl(
                                    "Catalogue",
                                    """
                                    <cac:CatalogueLine><cbc:ID>1</cbc:ID><cbc:OrderableUnit>C62</cbc:OrderableUnit>
                                    <cac:RequiredItemLocationQuantity><cbc:LeadTimeMeasure unitCode="DAY">14</cbc:LeadTimeMeasure>
                                    <cac:Price><cbc:PriceAmount currencyID="USD">10.50</cbc:PriceAmount></cac:Price></cac:RequiredItemLocationQuantity>
                                    <cac:Item><cac:BuyersItemIdentification><cbc:ID>%1$s</cbc:ID></cac:BuyersItemIdentification></cac:Item></cac:CatalogueLine>
                                    """),
                            ubl(
                                    "InventoryReport",
                                    """
                                    <cac:InventoryReportLine><cbc:ID>1</cbc:ID><cbc:Quantity unitCode="C62">0</cbc:Quantity>
                                    <cac:Item><cac:BuyersItemIdentification><cbc:ID>%1$s</cbc:ID></cac:BuyersItemIdentification></cac:Item></cac:InventoryReportLine>
                                    """)));

    private PriceLists() {}

    /**
     * What a supplier sends.
     *
     * @param profile that reads it
     * @param leadTime whether it says how long a delivery takes
     * @param messages with {@code %1$s} for the item's number, ours
     */
    record Lists(String profile, boolean leadTime, List<String> messages) {}

    private static String x12(String group, String type, String segments) {
        return "ISA*00*          *00*          *ZZ*SUPPLIER       *ZZ*ACME          "
                + " *260302*0911*U*00401*000000905*0*P*>~GS*"
                + group
                + "*SUPPLIER*ACME*20260302*0911*905*X*004010~"
                + "ST*"
                + type
                + "*0001~"
                + segments
                + "SE*9*0001~GE*1*905~IEA*1*000000905~";
    }

    private static String edifact(String type, String segments) {
        return "UNB+UNOC:3+4012345000009:14+4098765000010:14+260303:1015+101'UNH+1+"
                + type
                + ":D:96A:UN'"
                + segments
                + "UNT+9+1'UNZ+1+101'";
    }

    private static String ubl(String type, String body) {
        String schemas = "urn:oasis:names:specification:ubl:schema:xsd:";
        return ("<%s xmlns=\""
                        + schemas
                        + "%s-2\" xmlns:cac=\""
                        + schemas
                        + "CommonAggregateComponents-2\" xmlns:cbc=\""
                        + schemas
                        + "CommonBasicComponents-2\"><cbc:ID>L-1</cbc:ID><cbc:IssueDate>2026-03-01</cbc:IssueDate>%s</%s>")
                .formatted(type, type, body.replace("%", "%%"), type)
                .replace("%%", "%");
    }
}
