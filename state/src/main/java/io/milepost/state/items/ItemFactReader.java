package io.milepost.state.items;

import io.milepost.events.Document;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.InventoryReport;
import io.milepost.events.ItemEvent;
import io.milepost.events.ItemQuality;
import io.milepost.events.ItemReference;
import io.milepost.events.LeadTime;
import io.milepost.events.PriceListEntry;
import io.milepost.state.Times;
import io.milepost.state.fact.Version;
import java.math.BigDecimal;
import java.util.Objects;

/** Makes facts of events about items, and refuses those that cannot be meant. */
public final class ItemFactReader {

    private ItemFactReader() {}

    /**
     * The fact of an event.
     *
     * @throws IllegalArgumentException if a value is none that can be used; the message names it
     */
    public static ItemFact read(ItemEvent event) {
        ItemHeader header = header(event);
        if (event.getBody() instanceof InventoryReport report) {
            return new InventoryFact(
                    header,
                    report.getQuantity(),
                    text("unit", report.getUnit()),
                    Times.micros(report.getCountedAt()));
        } else if (event.getBody() instanceof PriceListEntry entry) {
            return price(header, entry);
        } else if (event.getBody() instanceof LeadTime leadTime) {
            require("days", leadTime.getDays() >= 0, "at least 0", leadTime.getDays());
            return new LeadTimeFact(
                    header,
                    leadTime.getDays(),
                    leadTime.getValidFrom() == null
                            ? header.issuedAt()
                            : Times.micros(leadTime.getValidFrom()));
        }
        ItemQuality quality = (ItemQuality) event.getBody();
        Integer defects = quality.getDefectsPerMillion();
        require("defectsPerMillion", defects == null || defects >= 0, "at least 0", defects);
        return new QualityFact(
                header,
                quality.getStatus(),
                Objects.requireNonNullElse(defects, QualityFact.NOT_STATED),
                quality.getRating(),
                Times.micros(quality.getPeriodFrom()),
                Times.micros(quality.getPeriodTo()));
    }

    private static PriceFact price(ItemHeader header, PriceListEntry entry) {
        require(
                "unitPrice",
                isNotNegative(entry.getUnitPrice()),
                "at least 0",
                entry.getUnitPrice());
        require(
                "minQuantity",
                isNotNegative(entry.getMinQuantity()),
                "at least 0",
                entry.getMinQuantity());
        require(
                "validTo",
                entry.getValidTo() == null || entry.getValidTo().isAfter(entry.getValidFrom()),
                "a time after validFrom " + entry.getValidFrom(),
                entry.getValidTo());
        return new PriceFact(
                header,
                new PriceSlot(entry.getMinQuantity(), Times.micros(entry.getValidFrom())),
                entry.getUnitPrice(),
                text("currency", entry.getCurrency()),
                text("unit", entry.getUnit()),
                Times.micros(entry.getValidTo()));
    }

    private static ItemHeader header(ItemEvent event) {
        Document document = event.getDocument();
        String control = document.getControlNumber();
        String tie = (control == null ? "" : control + "/") + event.getEnvelope().getEventId();
        ItemReference item = event.getItem();
        return new ItemHeader(
                text("document.number", document.getNumber()),
                new Version(Times.micros(document.getIssuedAt()), tie),
                document.getPurpose() == DocumentPurpose.CANCEL,
                Times.micros(event.getEnvelope().getKnownAt()),
                new ItemNames(item.getVendorItem(), item.getOwnItem(), item.getGtin()));
    }

    private static boolean isNotNegative(BigDecimal number) {
        return number.signum() >= 0;
    }

    private static String text(String field, String value) {
        require(field, !value.isBlank(), "text", value);
        return value;
    }

    private static void require(String field, boolean holds, String expected, Object found) {
        if (!holds) {
            throw new IllegalArgumentException(
                    field + ": expected " + expected + " but found " + found);
        }
    }
}
