package io.milepost.scenarios.events;

import io.milepost.events.LineReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which line a supplier means, and by which name.
 *
 * @param reference as the contract has it; {@code null} for the whole order
 * @param line the line, as far as it can be told from the name; else the first
 */
record About(LineReference reference, int line) {

    /** Expression of it, with one group. */
    static final String PATTERN =
            "( of line \\d+| of the whole order|, naming only (?:its|our) item [A-Z0-9-]+|, naming"
                + " only number \\d+|, naming our id of line \\d+|, calling it line \\d+ and item"
                + " [A-Z0-9-]+)?";

    private static final Pattern ONLY_NUMBER = Pattern.compile(".* only number (\\d+)");
    private static final Pattern NUMBER = Pattern.compile(".* line (\\d+)");
    private static final Pattern BOTH = Pattern.compile(".* line (\\d+) and item (\\S+)");
    private static final Pattern ITEM = Pattern.compile(".*(its|our) item (\\S+)");

    /** Reads it; the first line by its number where {@code text} is {@code null}. */
    static About parse(String text) {
        if (text == null) {
            return byNumber(1);
        }
        Matcher both = BOTH.matcher(text);
        if (both.matches()) {
            return new About(
                    LineReference.newBuilder()
                            .setLineNumber(Integer.parseInt(both.group(1)))
                            .setVendorItem(both.group(2))
                            .build(),
                    1);
        }
        Matcher item = ITEM.matcher(text);
        if (item.matches()) {
            boolean ours = item.group(1).equals("our");
            return new About(
                    LineReference.newBuilder()
                            .setVendorItem(ours ? null : item.group(2))
                            .setOwnItem(ours ? item.group(2) : null)
                            .build(),
                    1);
        }
        Matcher onlyNumber = ONLY_NUMBER.matcher(text);
        if (onlyNumber.matches()) {
            return new About(byNumber(Integer.parseInt(onlyNumber.group(1))).reference(), 1);
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return new About(null, 1);
        }
        int line = Integer.parseInt(number.group(1));
        return text.contains("our id") ? byId(line) : byNumber(line);
    }

    static About byNumber(int line) {
        return new About(LineReference.newBuilder().setLineNumber(line).build(), line);
    }

    private static About byId(int line) {
        return new About(
                LineReference.newBuilder()
                        .setOrderId(Chronicle.ORDER)
                        .setLineId(Chronicle.lineId(line))
                        .build(),
                line);
    }
}
