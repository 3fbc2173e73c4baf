package io.milepost.state.sla;

import io.milepost.events.PolicySelector;
import io.milepost.state.LineKey;
import io.milepost.state.fact.OrderFact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How a selector is read: which lines it selects, and how much it says. Each part weighs more than
 * all lesser ones together, so a more specific selector wins whatever else the others name, and two
 * that weigh the same name the same parts.
 */
public final class Selectors {

    private enum Part {
        COMPANY(1, PolicySelector::getCompany, (key, order) -> key.company()),
        CURRENCY(2, PolicySelector::getCurrency, (key, order) -> order.currency()),
        INCOTERM(4, PolicySelector::getIncoterm, (key, order) -> order.incoterm()),
        WAREHOUSE(8, PolicySelector::getWarehouse, (key, order) -> order.warehouse()),
        CATEGORY(16, PolicySelector::getCategory, (key, order) -> order.category()),
        SUPPLIER(32, PolicySelector::getSupplier, (key, order) -> order.vendor());

        private final int weight;
        private final Function<PolicySelector, String> wanted;
        private final BiFunction<LineKey, OrderFact, String> found;

        Part(
                int weight,
                Function<PolicySelector, String> wanted,
                BiFunction<LineKey, OrderFact, String> found) {
            this.weight = weight;
            this.wanted = wanted;
            this.found = found;
        }

        /** What a selector says of it; {@code null} for any. */
        String wanted(PolicySelector selector) {
            return wanted.apply(selector);
        }

        boolean matches(PolicySelector selector, LineKey key, OrderFact order) {
            String part = wanted(selector);
            return part == null || part.equals(found.apply(key, order));
        }
    }

    /** {@code values()} copies, and this is asked for every line. */
    private static final Part[] PARTS = Part.values();

    private Selectors() {}

    /** Whether a selector is for a line. */
    public static boolean selects(PolicySelector selector, LineKey key, OrderFact order) {
        for (Part part : PARTS) {
            if (!part.matches(selector, key, order)) {
                return false;
            }
        }
        return true;
    }

    /** The sum of the weights of the parts that it names; 0 for a selector of every line. */
    public static int specificity(PolicySelector selector) {
        int sum = 0;
        for (Part part : PARTS) {
            sum += part.wanted(selector) == null ? 0 : part.weight;
        }
        return sum;
    }

    /** In which parts a line differs from a selector, in words, the weightiest first. */
    public static List<String> differences(PolicySelector selector, LineKey key, OrderFact order) {
        List<String> differences = new ArrayList<>();
        for (int i = PARTS.length - 1; i >= 0; i--) {
            Part part = PARTS[i];
            if (!part.matches(selector, key, order)) {
                differences.add(
                        "%s: expected %s but found %s"
                                .formatted(
                                        name(part),
                                        part.wanted(selector),
                                        part.found.apply(key, order) == null
                                                ? "nothing"
                                                : part.found.apply(key, order)));
            }
        }
        return differences;
    }

    /** What a selector names, in words; {@code every line} if nothing. */
    public static String inWords(PolicySelector selector) {
        List<String> named = new ArrayList<>();
        for (int i = PARTS.length - 1; i >= 0; i--) {
            if (PARTS[i].wanted(selector) != null) {
                named.add(name(PARTS[i]) + " " + PARTS[i].wanted(selector));
            }
        }
        return named.isEmpty() ? "every line" : String.join(", ", named);
    }

    private static String name(Part part) {
        return part.name().toLowerCase(java.util.Locale.ROOT);
    }
}
