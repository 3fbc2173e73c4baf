package io.milepost.cli.replay;

import io.milepost.local.feed.FeedKeys;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * An item of a purchase order, which is a case of the log and a line to Milepost.
 *
 * @param caseId the case
 * @param order number of the purchasing document
 * @param item number of the item, with its leading zeros
 * @param company the company
 * @param vendor the vendor's id
 * @param vendorName the vendor's name
 * @param spendArea what it is spent on; empty when the log does not say
 * @param category the item's category: how receipt and invoice are to be matched
 * @param type the item's type, such as standard or service
 */
record BpiItem(
        String caseId,
        String order,
        String item,
        String company,
        String vendor,
        String vendorName,
        String spendArea,
        String category,
        String type) {

    private static final int LONGEST_NUMBER = 18;
    private static final int LONGEST_LINE_NUMBER = 9;

    /** The order's number as a number; a hash of it when it is not one. */
    long orderId() {
        return number(order);
    }

    /** The item's number as a number; a hash of it when it is not one. */
    long lineId() {
        return number(item);
    }

    /** The item's number; {@code null} when it is no number of a line. */
    Integer lineNumber() {
        return isNumber(item, LONGEST_LINE_NUMBER) ? Integer.valueOf(item) : null;
    }

    /** Key of the line. */
    String lineKey() {
        return FeedKeys.line(BpiPen.INSTANCE, company, orderId(), lineId());
    }

    /** Key of the order. */
    String orderKey() {
        return FeedKeys.order(BpiPen.INSTANCE, company, order);
    }

    private static long number(String text) {
        if (isNumber(text, LONGEST_NUMBER)) {
            return Long.parseLong(text);
        }
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
                        .getMostSignificantBits()
                & Long.MAX_VALUE;
    }

    private static boolean isNumber(String text, int longest) {
        return !text.isEmpty()
                && text.length() <= longest
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
