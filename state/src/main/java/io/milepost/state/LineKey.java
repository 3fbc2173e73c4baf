package io.milepost.state;

import java.util.Objects;

/**
 * Identity of a purchase-order line: Odoo's own ids within an instance and a company. Its text is
 * the key of every topic that is keyed by line.
 *
 * @param instance the Odoo instance, without a slash
 * @param company the company within it, without a slash
 * @param orderId database id of the order
 * @param lineId database id of the line
 */
public record LineKey(String instance, String company, long orderId, long lineId) {

    /** Checks that the parts can be told apart in the text. */
    public LineKey {
        requirePart("instance", instance);
        requirePart("company", company);
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if it is not {@code instance/company/order id/line id}
     */
    public static LineKey parse(String text) {
        String[] parts = Objects.requireNonNull(text, "text").split("/", -1);
        if (parts.length != 4) {
            throw malformed(text, null);
        }
        try {
            return new LineKey(
                    parts[0], parts[1], Long.parseLong(parts[2]), Long.parseLong(parts[3]));
        } catch (NumberFormatException e) {
            throw malformed(text, e);
        }
    }

    @Override
    public String toString() {
        return instance + '/' + company + '/' + orderId + '/' + lineId;
    }

    private static void requirePart(String name, String value) {
        if (value == null || value.isEmpty() || value.indexOf('/') >= 0) {
            throw new IllegalArgumentException(
                    "line key." + name + ": expected text without a slash but found " + value);
        }
    }

    private static IllegalArgumentException malformed(String text, Throwable cause) {
        return new IllegalArgumentException(
                "line key: expected instance/company/order id/line id but found " + text, cause);
    }
}
