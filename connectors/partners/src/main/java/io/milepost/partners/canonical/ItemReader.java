package io.milepost.partners.canonical;

import io.milepost.events.InventoryReport;
import io.milepost.events.ItemEvent;
import io.milepost.events.ItemQuality;
import io.milepost.events.ItemReference;
import io.milepost.events.LeadTime;
import io.milepost.events.PriceListEntry;
import io.milepost.events.QualityStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a supplier says of its items. */
final class ItemReader {

    static final String INVENTORY = "inventory";
    static final String PRICE = "price";
    static final String LEAD_TIME = "leadTime";
    static final String QUALITY = "itemQuality";

    /** The kinds of events that it reads. */
    static final List<String> KINDS = List.of(INVENTORY, PRICE, LEAD_TIME, QUALITY);

    private static final String UNIT = "a unit of UN/ECE Recommendation 20";
    private static final int MAX_DAYS = 3_650;
    private static final int MILLION = 1_000_000;

    private final Paper paper;
    private final Map<String, ItemEvent> events = new LinkedHashMap<>();

    ItemReader(Paper paper) {
        this.paper = paper;
    }

    void read(String kind, Fields event) {
        ItemReference item = Names.item(event);
        Object body =
                switch (kind) {
                    case INVENTORY -> inventory(event);
                    case PRICE -> price(event);
                    case LEAD_TIME -> leadTime(event);
                    case QUALITY -> quality(event);
                    default -> throw new IllegalArgumentException("no kind of an item: " + kind);
                };
        event.refuseOthers();
        String id = paper.eventId(kind, Names.key(item), part(body));
        ItemEvent before =
                events.putIfAbsent(
                        id,
                        new ItemEvent(
                                Envelopes.of(
                                        paper, id, paper.issuedAt(), paper.recordedAt(), List.of()),
                                paper.document(),
                                item,
                                body));
        if (before != null) {
            together(before, body, event);
        }
    }

    /** Stock in several places is added up; anything else may be said once. */
    private static void together(ItemEvent before, Object body, Fields event) {
        if (before.getBody() instanceof InventoryReport one
                && body instanceof InventoryReport two
                && one.getUnit().equals(two.getUnit())) {
            one.setQuantity(one.getQuantity().add(two.getQuantity()));
        } else if (!before.getBody().equals(body)) {
            event.findings()
                    .object(
                            "said-twice",
                            event.object(),
                            event.path("")
                                    + ": expected one statement of the item but found another");
        }
    }

    private static String part(Object body) {
        return body instanceof PriceListEntry price
                ? price.getMinQuantity() + " " + price.getUnit() + " " + price.getValidFrom()
                : null;
    }

    private InventoryReport inventory(Fields event) {
        Instant counted = event.time("countedAt");
        return new InventoryReport(
                event.amount("quantity", "the quantity that can be ordered"),
                event.required("unit", UNIT),
                counted == null ? paper.issuedAt() : counted);
    }

    private PriceListEntry price(Fields event) {
        Instant from = event.time("validFrom");
        PriceListEntry price =
                new PriceListEntry(
                        event.amount("unitPrice", "the price of one unit"),
                        SupplierReader.currency(event),
                        event.has("minQuantity")
                                ? event.amount("minQuantity", "a quantity")
                                : BigDecimal.ZERO.setScale(6),
                        event.required("unit", UNIT),
                        from == null ? paper.issuedAt() : from,
                        event.time("validTo"));
        if (price.getValidTo() != null && !price.getValidTo().isAfter(price.getValidFrom())) {
            event.findings()
                    .value(
                            "not-a-period",
                            event.node("validTo"),
                            event.path("validTo"),
                            "a time after " + price.getValidFrom());
        }
        return price;
    }

    private static LeadTime leadTime(Fields event) {
        if (!event.has("days")) {
            event.findings().missing(event.object(), event.path("days"), "a number of days");
        }
        Long days = event.whole("days", MAX_DAYS);
        return new LeadTime(days == null ? 0 : days.intValue(), event.time("validFrom"));
    }

    private static ItemQuality quality(Fields event) {
        Long defects = event.whole("defectsPerMillion", MILLION);
        return new ItemQuality(
                event.requiredConstant("status", QualityStatus.class),
                defects == null ? null : defects.intValue(),
                event.words("rating"),
                event.requiredTime("periodFrom", "the begin of the period"),
                event.requiredTime("periodTo", "the end of the period"));
    }

    List<ItemEvent> events() {
        return List.copyOf(events.values());
    }
}
