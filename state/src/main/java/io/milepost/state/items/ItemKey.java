package io.milepost.state.items;

import io.milepost.events.Envelope;
import io.milepost.events.ItemReference;
import java.util.ArrayList;
import java.util.List;

/**
 * Identity of a supplier's item within an instance and a company. Its text is the key of the topic
 * of items and of everything that is said of one.
 *
 * @param instance the Odoo instance
 * @param company the company within it
 * @param partner the supplier's partner id
 * @param item the kind of number and the number, for example {@code vendorItem=VI-7731}
 */
public record ItemKey(String instance, String company, String partner, String item) {

    private static final int PARTS = 4;

    /** Checks that every part is given. */
    public ItemKey {
        requirePart("instance", instance);
        requirePart("company", company);
        requirePart("partner", partner);
        requirePart("item", item);
    }

    /**
     * The key of the item that an event is about. It is known by the supplier's own number if that
     * is given, else by GTIN, else by ours: two items that might be one are never taken for one.
     *
     * @throws IllegalArgumentException if the event has no partner or does not name an item
     */
    public static ItemKey of(Envelope envelope, ItemReference reference) {
        return new ItemKey(
                envelope.getInstance(),
                envelope.getCompany(),
                envelope.getPartner(),
                number(reference));
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if it is not {@code instance/company/partner/item}
     */
    public static ItemKey parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException(
                    "item key: expected instance/company/partner/item but found " + text);
        }
        List<String> plain = new ArrayList<>(PARTS);
        for (String part : parts) {
            plain.add(part.replace("%7C", "|").replace("%2F", "/").replace("%25", "%"));
        }
        return new ItemKey(plain.get(0), plain.get(1), plain.get(2), plain.get(3));
    }

    @Override
    public String toString() {
        return String.join(
                "/", escaped(instance), escaped(company), escaped(partner), escaped(item));
    }

    private static String number(ItemReference reference) {
        if (isGiven(reference.getVendorItem())) {
            return "vendorItem=" + reference.getVendorItem();
        } else if (isGiven(reference.getGtin())) {
            return "gtin=" + reference.getGtin();
        } else if (isGiven(reference.getOwnItem())) {
            return "ownItem=" + reference.getOwnItem();
        }
        throw new IllegalArgumentException(
                "item: expected the supplier's number, a GTIN or our number but found none");
    }

    private static boolean isGiven(String name) {
        return name != null && !name.isBlank();
    }

    /** Item numbers may hold slashes, which part the key, and bars, which part ids. */
    private static String escaped(String part) {
        return part.replace("%", "%25").replace("/", "%2F").replace("|", "%7C");
    }

    private static void requirePart(String name, String value) {
        if (!isGiven(value)) {
            throw new IllegalArgumentException(
                    "item key." + name + ": expected text but found " + value);
        }
    }
}
