package io.milepost.partners.canonical;

import io.milepost.events.ItemReference;
import io.milepost.events.LineReference;
import io.milepost.events.Reference;
import io.milepost.events.ReferenceType;
import java.util.ArrayList;
import java.util.List;

/** Reads by what names a message knows lines, items, and shipments. */
final class Names {

    private static final long LARGEST_NUMBER = Integer.MAX_VALUE;

    /** What a template writes where the whole order is meant, and not one line. */
    static final String ALL = "all";

    private Names() {}

    /**
     * The line of an event.
     *
     * @return {@code null} for the whole order, or if it was a problem
     */
    static LineReference line(Fields event) {
        if (event.has("line") && event.node("line").isTextual()) {
            if (!event.node("line").asText().equals(ALL)) {
                event.findings()
                        .value(
                                "line",
                                event.node("line"),
                                event.path("line"),
                                "the names of a line, or \"all\" for the whole order");
            }
            return null;
        }
        Fields names = event.object("line");
        if (names == null) {
            event.findings()
                    .missing(
                            event.object(),
                            event.path("line"),
                            "the names of a line, or \"all\" for the whole order");
            return null;
        }
        return named(names);
    }

    private static LineReference named(Fields names) {
        String vendorItem = names.text("vendorItem");
        String ownItem = names.text("ownItem");
        String gtin = names.text("gtin");
        boolean item = vendorItem != null || ownItem != null || gtin != null;
        Long id = names.whole("id", Long.MAX_VALUE);
        Long orderId = names.whole("orderId", Long.MAX_VALUE);
        Integer number = number(names, item || id != null);
        if (!item && id == null && number == null && !names.findings().refuse()) {
            names.findings()
                    .missing(
                            names.object(),
                            names.path(""),
                            "one of number, id, vendorItem, ownItem, gtin");
        }
        names.refuseOthers();
        return new LineReference(id, orderId, number, vendorItem, ownItem, gtin);
    }

    /** Partners may number lines their own way, as 1.2 or A7; then the item names the line. */
    private static Integer number(Fields names, boolean otherNames) {
        if (!names.has("number")) {
            return null;
        }
        String text = names.node("number").asText().strip();
        if (otherNames && !text.matches("\\d{1,9}")) {
            names.findings()
                    .warning(
                            "line-number",
                            names.node("number"),
                            "%s: %s is no line number of ours, the line is known by its item"
                                    .formatted(names.path("number"), text));
            return null;
        }
        Long number = names.whole("number", LARGEST_NUMBER);
        return number == null ? null : number.intValue();
    }

    /** The item of an event; with no name, and a problem, if it has none. */
    static ItemReference item(Fields event) {
        Fields names = event.object("item");
        if (names == null) {
            event.findings().missing(event.object(), event.path("item"), "the names of an item");
            return new ItemReference(null, null, null);
        }
        ItemReference item =
                new ItemReference(
                        names.text("vendorItem"), names.text("ownItem"), names.text("gtin"));
        if (item.getVendorItem() == null && item.getOwnItem() == null && item.getGtin() == null) {
            event.findings()
                    .missing(
                            names.object(), event.path("item"), "one of vendorItem, ownItem, gtin");
        }
        names.refuseOthers();
        return item;
    }

    /** The references of an event, each once. */
    static List<Reference> references(Fields event) {
        List<Reference> references = new ArrayList<>();
        for (Fields fields : event.objects("references")) {
            ReferenceType type = fields.requiredConstant("type", ReferenceType.class);
            String value = fields.required("value", "the reference's value");
            fields.refuseOthers();
            Reference reference = new Reference(type, value);
            if (!value.isEmpty() && !references.contains(reference)) {
                references.add(reference);
            }
        }
        return references;
    }

    /** The name by which a line is found first; {@code null} for the whole order. */
    static String foremost(LineReference line) {
        if (line == null) {
            return null;
        } else if (line.getLineId() != null) {
            return "id " + line.getLineId();
        } else if (line.getLineNumber() != null) {
            return "number " + line.getLineNumber();
        } else if (line.getVendorItem() != null) {
            return "vendor " + line.getVendorItem();
        } else if (line.getOwnItem() != null) {
            return "own " + line.getOwnItem();
        }
        return "gtin " + line.getGtin();
    }

    /** Whether two names may be of one line: no item that both give differs. */
    static boolean agree(LineReference one, LineReference two) {
        if (one == null || two == null) {
            return one == null && two == null;
        }
        return agree(one.getVendorItem(), two.getVendorItem())
                && agree(one.getOwnItem(), two.getOwnItem())
                && agree(one.getGtin(), two.getGtin());
    }

    private static boolean agree(String one, String two) {
        return one == null || two == null || one.equals(two);
    }

    /** All names that two positions give a line. */
    static LineReference united(LineReference one, LineReference two) {
        return one == null
                ? null
                : new LineReference(
                        either(one.getLineId(), two.getLineId()),
                        either(one.getOrderId(), two.getOrderId()),
                        either(one.getLineNumber(), two.getLineNumber()),
                        either(one.getVendorItem(), two.getVendorItem()),
                        either(one.getOwnItem(), two.getOwnItem()),
                        either(one.getGtin(), two.getGtin()));
    }

    private static <T> T either(T one, T two) {
        return one == null ? two : one;
    }

    /** What tells a line from others, as a text that no later field of the contract changes. */
    static String key(LineReference line) {
        return line == null
                ? null
                : EventId.of(
                        line.getLineId(),
                        line.getOrderId(),
                        line.getLineNumber(),
                        line.getVendorItem(),
                        line.getOwnItem(),
                        line.getGtin());
    }

    /** What tells an item from others, likewise. */
    static String key(ItemReference item) {
        return EventId.of(item.getVendorItem(), item.getOwnItem(), item.getGtin());
    }
}
