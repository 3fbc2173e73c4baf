package io.milepost.state.items;

import io.milepost.events.CommandItem;
import io.milepost.events.CommandKind;
import io.milepost.events.CommandPrice;
import io.milepost.events.OdooCommand;
import io.milepost.state.StableId;
import io.milepost.state.Times;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the commands that bring prices and lead times into Odoo. Their ids are made of the item,
 * the kind and the facts by which the value holds, and of when it began to hold: a price that holds
 * again after another one is another command.
 */
final class ItemCommands {

    /** What a price or lead time that was taken away is compared by. */
    static final String GONE = "";

    private static final int SCALE = 6;

    private final ItemKey key;

    ItemCommands(ItemKey key) {
        this.key = key;
    }

    /** What a price says, to find out whether anything has changed. */
    static String text(PriceFact price) {
        if (price == null) {
            return GONE;
        }
        return plain(price.unitPrice())
                + ' '
                + price.currency()
                + '/'
                + price.unit()
                + (price.validTo() == Times.NONE ? "" : " until " + price.validTo());
    }

    /** What a lead time says, likewise. */
    static String text(LeadTimeFact leadTime) {
        return leadTime == null ? GONE : Integer.toString(leadTime.days());
    }

    /** Sets the price of a quantity, or takes it away. */
    OdooCommand price(BigDecimal minQuantity, Reign<PriceFact> reign) {
        PriceFact price = reign.fact();
        CommandPrice.Builder details =
                CommandPrice.newBuilder().setMinQuantity(decimal(minQuantity));
        if (price != null) {
            details.setUnit(price.unit())
                    .setCurrency(price.currency())
                    .setValidFrom(Times.instant(price.slot().validFrom()))
                    .setValidTo(Times.instant(price.validTo()));
        }
        return command(
                        CommandKind.SET_SUPPLIER_PRICE,
                        plain(minQuantity),
                        text(price),
                        reign,
                        price == null ? null : plain(price.unitPrice()))
                .setPrice(details.build())
                .build();
    }

    /** Sets the lead time, or takes it away. */
    OdooCommand leadTime(Reign<LeadTimeFact> reign) {
        LeadTimeFact fact = reign.fact();
        return command(
                        CommandKind.SET_LEAD_TIME,
                        "",
                        text(fact),
                        reign,
                        fact == null ? null : Integer.toString(fact.days()))
                .build();
    }

    private OdooCommand.Builder command(
            CommandKind kind, String subject, String text, Reign<?> reign, String value) {
        List<String> parts = new ArrayList<>(List.of(key.toString(), kind.name(), subject));
        // A document that says two things in one version has one fact id for both.
        parts.add(text);
        parts.add(Long.toString(reign.since()));
        parts.addAll(reign.factIds());
        parts.addAll(reign.passedOver());
        return OdooCommand.newBuilder()
                .setCommandId(StableId.of(parts.toArray(String[]::new)))
                .setKind(kind)
                .setValue(value)
                .setFactIds(reign.factIds())
                .setKnownAt(Times.instant(reign.knownAt()))
                .setItem(item(reign.names()));
    }

    private CommandItem item(ItemNames names) {
        return CommandItem.newBuilder()
                .setItemKey(key.toString())
                .setVendor(key.partner())
                .setVendorItem(names.vendorItem())
                .setOwnItem(names.ownItem())
                .setGtin(names.gtin())
                .build();
    }

    private static BigDecimal decimal(BigDecimal number) {
        return number.setScale(SCALE, RoundingMode.UNNECESSARY);
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
