package io.milepost.state.items;

import io.milepost.events.QualityStatus;
import io.milepost.state.Times;
import io.milepost.state.fact.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.Function;

/** What a supplier said, in words that tests can be read by. Days are those of March 2026. */
public final class ItemSaid {

    private static final long DAY = 24L * 3_600 * 1_000_000;

    private final Function<ItemSaid, ItemFact> fact;
    private String document = "D1";
    private long issuedAt = day(1);
    private String event = "e";
    private boolean cancelled;
    private long knownAt = day(1);
    private BigDecimal minQuantity = BigDecimal.ZERO;
    private long validFrom = day(1);
    private long validTo = Times.NONE;
    private String currency = "EUR";
    private String unit = "C62";

    private ItemSaid(Function<ItemSaid, ItemFact> fact) {
        this.fact = fact;
    }

    /** Midnight before a day of March 2026; days beyond the 31st go on. */
    public static long day(int day) {
        return Times.micros(Instant.parse("2026-03-01T00:00:00Z")) + (day - 1) * DAY;
    }

    public static ItemSaid stock(int quantity) {
        return new ItemSaid(
                s ->
                        new InventoryFact(
                                s.header(), BigDecimal.valueOf(quantity), s.unit, s.issuedAt));
    }

    public static ItemSaid price(String price) {
        return new ItemSaid(
                s ->
                        new PriceFact(
                                s.header(),
                                new PriceSlot(s.minQuantity, s.validFrom),
                                new BigDecimal(price),
                                s.currency,
                                s.unit,
                                s.validTo));
    }

    public static ItemSaid leadTime(int days) {
        return new ItemSaid(s -> new LeadTimeFact(s.header(), days, s.validFrom));
    }

    public static ItemSaid quality(QualityStatus status) {
        return new ItemSaid(s -> new QualityFact(s.header(), status, 310, "A", day(1), day(8)));
    }

    /** In a document that is issued, and known, on a day. */
    public ItemSaid in(String number, int day) {
        document = number;
        issuedAt = day(day);
        knownAt = day(day);
        return this;
    }

    public ItemSaid event(String id) {
        event = id;
        return this;
    }

    public ItemSaid known(int day) {
        knownAt = day(day);
        return this;
    }

    public ItemSaid takenBack(boolean back) {
        cancelled = back;
        return this;
    }

    public ItemSaid min(int quantity) {
        minQuantity = BigDecimal.valueOf(quantity);
        return this;
    }

    public ItemSaid from(int day) {
        validFrom = day(day);
        return this;
    }

    public ItemSaid to(int day) {
        validTo = day(day);
        return this;
    }

    public ItemSaid currency(String code) {
        currency = code;
        return this;
    }

    public ItemSaid unit(String code) {
        unit = code;
        return this;
    }

    public ItemFact fact() {
        return fact.apply(this);
    }

    private ItemHeader header() {
        return new ItemHeader(
                document,
                new Version(issuedAt, event),
                cancelled,
                knownAt,
                new ItemNames("VI-1", "OWN-1", "04012345678901"));
    }
}
