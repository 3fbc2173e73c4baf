package io.milepost.state.items;

import io.milepost.events.QualityStatus;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.fact.Version;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;

/** Bytes of the facts of items. */
final class ItemFactCodec {

    private ItemFactCodec() {}

    /** The bytes of what a fact says, whenever it became known. */
    static byte[] contentBytes(ItemFact fact) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StateOutput out = new StateOutput(new DataOutputStream(bytes));
        ItemFact timeless = fact.withHeader(fact.header().knownAt(0));
        if (timeless instanceof InventoryFact stock) {
            write(stock, out);
        } else if (timeless instanceof PriceFact price) {
            write(price, out);
        } else if (timeless instanceof LeadTimeFact leadTime) {
            write(leadTime, out);
        } else {
            write((QualityFact) timeless, out);
        }
        return bytes.toByteArray();
    }

    static void write(InventoryFact fact, StateOutput out) {
        write(fact.header(), out);
        out.decimal(fact.quantity());
        out.text(fact.unit());
        out.number(fact.countedAt());
    }

    static InventoryFact inventory(StateInput in) {
        return new InventoryFact(header(in), in.decimal(), in.text(), in.number());
    }

    static void write(PriceFact fact, StateOutput out) {
        write(fact.header(), out);
        out.decimal(fact.slot().minQuantity());
        out.number(fact.slot().validFrom());
        out.decimal(fact.unitPrice());
        out.text(fact.currency());
        out.text(fact.unit());
        out.number(fact.validTo());
    }

    static PriceFact price(StateInput in) {
        return new PriceFact(
                header(in),
                new PriceSlot(in.decimal(), in.number()),
                in.decimal(),
                in.text(),
                in.text(),
                in.number());
    }

    static void write(LeadTimeFact fact, StateOutput out) {
        write(fact.header(), out);
        out.number(fact.days());
        out.number(fact.validFrom());
    }

    static LeadTimeFact leadTime(StateInput in) {
        return new LeadTimeFact(header(in), Math.toIntExact(in.number()), in.number());
    }

    static void write(QualityFact fact, StateOutput out) {
        write(fact.header(), out);
        out.code(fact.status().ordinal());
        out.number(fact.defectsPerMillion());
        out.text(fact.rating());
        out.number(fact.periodFrom());
        out.number(fact.periodTo());
    }

    static QualityFact quality(StateInput in) {
        return new QualityFact(
                header(in),
                in.constant(QualityStatus.values()),
                Math.toIntExact(in.number()),
                in.text(),
                in.number(),
                in.number());
    }

    private static void write(ItemHeader header, StateOutput out) {
        out.text(header.document());
        out.number(header.version().number());
        out.text(header.version().tie());
        out.flag(header.cancelled());
        out.number(header.knownAt());
        out.text(header.names().vendorItem());
        out.text(header.names().ownItem());
        out.text(header.names().gtin());
    }

    private static ItemHeader header(StateInput in) {
        return new ItemHeader(
                in.text(),
                new Version(in.number(), in.text()),
                in.flag(),
                in.number(),
                new ItemNames(in.text(), in.text(), in.text()));
    }
}
