package io.milepost.scenarios.words;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of something.
 *
 * @param amount how many
 * @param unit UN/ECE Recommendation 20; {@code null} for the order's own unit
 */
public record Quantity(BigDecimal amount, String unit) {

    private static final Map<String, String> UNITS =
            Map.of(
                    "piece", "C62",
                    "pieces", "C62",
                    "dozen", "DZN",
                    "boxes", "XBX",
                    "pallets", "XPX",
                    "kilograms", "KGM",
                    "tonnes", "TNE");

    /** Expression of a quantity, without a group of its own. */
    static final String PATTERN =
            "\\d+(?:\\.\\d+)?(?: (?:" + String.join("|", UNITS.keySet()) + "))?";

    private static final Pattern PARTS = Pattern.compile("(\\S+)(?: (\\S+))?");
    private static final int SCALE = 6;

    /** Reads {@code 250} or {@code 20 dozen}. */
    public static Quantity parse(String text) {
        Matcher parts = PARTS.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("expected a quantity but found " + text);
        }
        return new Quantity(
                decimal(parts.group(1)), parts.group(2) == null ? null : UNITS.get(parts.group(2)));
    }

    /** The same, taken off. */
    public Quantity negated() {
        return new Quantity(amount.negate(), unit);
    }

    /** Its unit, or the given one. */
    public String unitOr(String other) {
        return unit == null ? other : unit;
    }

    /** A number with the six decimals of the contracts. */
    static BigDecimal decimal(String text) {
        return new BigDecimal(text).setScale(SCALE);
    }
}
